using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;

namespace Scoring.Evaluating;

/// <summary>Compares what a method concludes with known truths; never changes it.</summary>
internal static class Evaluator
{
    private const int Bins = 10;
    private const double Clip = 1e-6;
    private const double TieTolerance = 1e-12;

    /// <summary>Measures an answer against truths. Of several truths of one item, any is right; truths of items without claims are left out.</summary>
    public static Evaluation Evaluate(Corpus corpus, Answer answer, IEnumerable<KnownTruth> truths)
    {
        var tops = new List<(double Credibility, double Right)>();
        double squares = 0;
        var compared = 0;
        foreach (var ofItem in truths.GroupBy(truth => truth.Item, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var item = corpus.FindItem(ofItem.Key);
            if (item < 0)
            {
                continue;
            }

            var values = ValuesOf(corpus, answer, item, [.. ofItem.Select(truth => truth.Value)]);
            squares += values.Sum(value => Math.Pow(value.Credibility - (value.IsTrue ? 1 : 0), 2));
            compared += values.Count;
            var candidates = values.Where(value => value.IsCandidate).ToArray();
            var highest = candidates.Max(value => value.Credibility);
            var tied = candidates.Where(value => value.Credibility >= highest - TieTolerance).ToArray();
            tops.Add((highest, tied.Count(value => value.IsTrue) / (double)tied.Length));
        }

        return new Evaluation
        {
            Gold = tops.Count,
            Accuracy = Mean(tops.Select(top => top.Right)),
            LogLoss = Mean(tops.Select(top => LogLoss(Math.Clamp(top.Credibility, Clip, 1 - Clip), top.Right))),
            Brier = compared == 0 ? double.NaN : squares / compared,
            Ece = CalibrationError(tops),
            MeanConfidence = Mean(tops.Select(top => top.Credibility)),
        };
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
        if (corpus.OnlyUnnamedValue(item) is not null)
        {
            values.Add((answer.Unnamed[item], isUnnamedTrue, true));
        }
        else if (isUnnamedTrue)
        {
            values.Add((answer.Unnamed[item] / Math.Max(1, corpus.UnnamedHypotheses[item]), true, false));
        }

        return values;
    }

    private static double LogLoss(double credibility, double right) =>
        -((right * Math.Log(credibility)) + ((1 - right) * Math.Log(1 - credibility)));

    private static double CalibrationError(List<(double Credibility, double Right)> tops) => tops
        .GroupBy(top => Math.Min(Bins - 1, (int)(top.Credibility * Bins)))
        .OrderBy(bin => bin.Key)
        .Sum(bin => Math.Abs(bin.Sum(top => top.Credibility - top.Right)) / tops.Count);

    private static double Mean(IEnumerable<double> numbers) => numbers.DefaultIfEmpty(double.NaN).Average();
}
