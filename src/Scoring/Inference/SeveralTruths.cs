using System.Globalization;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Items with several known answers. All are right, as far as they are named; whoever gave one by mistake is to see it.</summary>
internal static class SeveralTruths
{
    /// <summary>Warns of them, and of answers that nobody names beside one that somebody does.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="truths">The known answers; those to items that nobody speaks of do not count.</param>
    /// <param name="warnings">Receives what to warn of.</param>
    public static void Warn(Corpus corpus, IEnumerable<KnownTruth> truths, List<string> warnings)
    {
        var several = truths
            .GroupBy(truth => truth.Item, StringComparer.Ordinal)
            .OrderBy(ofItem => ofItem.Key, StringComparer.Ordinal)
            .UnlessStopped()
            .Select(ofItem => (Item: ofItem.Key, Answers: AnswersOf(corpus, ofItem)))
            .Where(item => item.Answers.Length > 1)
            .ToArray();
        if (several.Length == 0)
        {
            return;
        }

        var (first, answers) = several[0];
        warnings.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{several.Length:#,0} {(several.Length == 1 ? "item has" : "items have")} several known answers, as '{Shortened.Text(answers[0].Value)}' and '{Shortened.Text(answers[1].Value)}' of item '{Shortened.Text(first)}': each of them is right"));
        ReadingLog.WarnOfEach(
            warnings,
            [
                .. several.Where(item => item.Answers.Any(answer => answer.Claim >= 0)).SelectMany(item => item.Answers.Where(answer => answer.Claim < 0).Select(answer =>
                    $"the known answer '{Shortened.Text(answer.Value)}' of item '{Shortened.Text(item.Item)}' is named by no source, but another is: it settles nothing")),
            ]);
    }

    /// <summary>The answers of one item that differ, in ordinal order, each with its claim: −1 where nobody names it.</summary>
    private static (string Value, int Claim)[] AnswersOf(Corpus corpus, IGrouping<string, KnownTruth> ofItem)
    {
        var item = corpus.FindItem(ofItem.Key);
        return item < 0 ? [] :
        [
            .. ofItem.Select(truth => truth.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(value => (Value: value, Claim: corpus.FindClaim(item, value)))
                .DistinctBy(answer => answer.Claim < 0 ? (answer.Value, -1) : ("", answer.Claim)),
        ];
    }
}
