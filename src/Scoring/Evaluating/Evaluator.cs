using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Evaluating;

/// <summary>Compares what a method concludes with known truths; never changes it.</summary>
internal static class Evaluator
{
    private const double Clip = 1e-6;

    /// <summary>Measures an answer against truths. Of several truths of one item, any is right; truths of items without claims are left out.</summary>
    public static Evaluation Evaluate(Corpus corpus, Answer answer, IEnumerable<KnownTruth> truths)
    {
        var items = Compared(corpus, answer, truths).ToArray();
        var gold = Array.ConvertAll(items, item => Top(item.Item, item.Values));
        var squares = items.SelectMany(item => item.Values).Select(value => Math.Pow(value.Credibility - (value.IsTrue ? 1 : 0), 2));
        var bins = ReliabilityBin.Of(gold);
        return new Evaluation
        {
            Gold = gold.Length,
            Accuracy = Mean(gold.Select(top => top.Right)),
            LogLoss = Mean(gold.Select(LogLoss)),
            Brier = Mean(squares),
            Ece = ReliabilityBin.CalibrationError(bins),
            MeanConfidence = Mean(gold.Select(top => top.Credibility)),
            Reliability = bins,
        };
    }

    /// <summary>The most credible value of each item whose truth is known, by item in ordinal order.</summary>
    public static GoldItem[] Gold(Corpus corpus, Answer answer, IEnumerable<KnownTruth> truths) =>
        [.. Compared(corpus, answer, truths).Select(item => Top(item.Item, item.Values))];

    /// <summary>Log loss in nats of "the most credible value is right" under its credibility clipped to [1e-6, 1 − 1e-6].</summary>
    public static double LogLoss(GoldItem item)
    {
        var credibility = Math.Clamp(item.Credibility, Clip, 1 - Clip);
        return -((item.Right * Math.Log(credibility)) + ((1 - item.Right) * Math.Log(1 - credibility)));
    }

    private static IEnumerable<(string Item, List<(double Credibility, bool IsTrue, bool IsCandidate)> Values)> Compared(
        Corpus corpus, Answer answer, IEnumerable<KnownTruth> truths) => truths
        .UnlessStopped()
        .GroupBy(truth => NormalForm.Of(truth.Item), StringComparer.Ordinal)
        .OrderBy(ofItem => ofItem.Key, StringComparer.Ordinal)
        .Select(ofItem => (Truths: ofItem, Index: corpus.FindItem(ofItem.Key)))
        .Where(item => item.Index >= 0)
        .UnlessStopped()
        .Select(item => (item.Truths.Key, ValuesOf(corpus, answer, item.Index, [.. item.Truths.Select(truth => NormalForm.Of(truth.Value))])));

    private static GoldItem Top(string item, List<(double Credibility, bool IsTrue, bool IsCandidate)> values)
    {
        var candidates = values.Where(value => value.IsCandidate).ToArray();
        var highest = candidates.Max(value => value.Credibility);
        var tied = candidates.Where(value => MostCredible.Is(value.Credibility, highest)).ToArray();
        return new GoldItem(item, highest, tied.Count(value => value.IsTrue) / (double)tied.Length);
    }

    /// <summary>The values of an item with their credibilities; a true value that nobody named has what is left for the unnamed, shared evenly.</summary>
    private static List<(double Credibility, bool IsTrue, bool IsCandidate)> ValuesOf(
        Corpus corpus, Answer answer, int item, string[] truths)
    {
        var values = new List<(double, bool, bool)>();
        var trueClaims = Array.ConvertAll(truths, truth => corpus.FindClaim(item, truth));
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            values.Add((answer.Credibility[claim], trueClaims.Contains(claim), true));
        }

        var isUnnamedTrue = Array.TrueForAll(trueClaims, claim => claim < 0);
        if (corpus.OnlyUnnamedValue(item) is { } unnamed)
        {
            var isTheTruth = isUnnamedTrue && truths.Any(truth => truth == unnamed || (YesNo.Says(truth) is { } yes && yes == YesNo.IsYes(unnamed)));
            values.Add((answer.Unnamed[item], isTheTruth, true));
            if (isUnnamedTrue && !isTheTruth)
            {
                // Not one of the answers at all.
                values.Add((0, true, false));
            }
        }
        else if (isUnnamedTrue)
        {
            values.Add((answer.Unnamed[item] / Math.Max(1, corpus.UnnamedHypotheses[item]), true, false));
        }

        return values;
    }

    private static double Mean(IEnumerable<double> numbers) => numbers.DefaultIfEmpty(double.NaN).Average();
}
