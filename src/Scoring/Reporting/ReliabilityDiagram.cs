using System.Globalization;
using Scoring.Evaluating;

namespace Scoring.Reporting;

/// <summary>Where the parts of a reliability diagram stand: a dot a bin, what was promised across, how often it was right up.</summary>
/// <param name="Dots">A dot for each bin that has items.</param>
/// <param name="Ticks">Ticks of both axes.</param>
/// <param name="Figures">Quality in a sentence.</param>
/// <param name="Summary">The diagram in words, for those who do not see it.</param>
internal sealed record ReliabilityDiagram(IReadOnlyList<ReliabilityDot> Dots, IReadOnlyList<ReliabilityTick> Ticks, string Figures, string Summary)
{
    private const double Left = 70;
    private const double Bottom = 330;
    private const double Side = 300;
    private const double SmallestDot = 3;
    private const double LargestDot = 9;

    public static ReliabilityDiagram Of(Evaluation evaluation)
    {
        var largest = Math.Max(1, evaluation.Reliability.Max(bin => bin.Items));
        var dots = evaluation.Reliability.Where(bin => bin.Items > 0).Select(bin => Dot(bin, largest)).ToArray();
        return new ReliabilityDiagram(
            dots,
            [.. Enumerable.Range(0, 6).Select(fifth => new ReliabilityTick(X(fifth / 5.0), Y(fifth / 5.0), (fifth / 5.0).ToString("0.#", CultureInfo.InvariantCulture)))],
            string.Create(CultureInfo.InvariantCulture, $"{DisplayText.Counted(evaluation.Gold, "known answer")}: {100 * evaluation.Accuracy:0.0} % of the most credible values are right, at a mean credibility of {evaluation.MeanConfidence:0.000}; log loss {evaluation.LogLoss:0.000}, calibration error {evaluation.Ece:0.000}."),
            string.Join(", ", dots.Select(dot => $"{dot.Items} items at {dot.Credibility}: {dot.Right} right")));
    }

    private static ReliabilityDot Dot(ReliabilityBin bin, int largest) => new(
        X(bin.MeanCredibility!.Value), Y(bin.ShareRight!.Value), Y(bin.ShareLow), Y(bin.ShareHigh),
        DisplayText.Place(SmallestDot + ((LargestDot - SmallestDot) * Math.Sqrt(bin.Items / (double)largest))),
        string.Create(CultureInfo.InvariantCulture, $"{bin.Low:0.0}–{bin.High:0.0}"), DisplayText.Number(bin.Items),
        DisplayText.Probability(bin.MeanCredibility.Value), bin.ShareRight.Value.ToString("0.00", CultureInfo.InvariantCulture), DisplayText.Interval(bin.ShareLow, bin.ShareHigh));

    private static string X(double probability) => DisplayText.Place(Left + (Side * probability));

    private static string Y(double probability) => DisplayText.Place(Bottom - (Side * probability));
}

/// <summary>A bin with items: place of its dot and of its interval, and its figures.</summary>
internal sealed record ReliabilityDot(
    string X, string Y, string LowY, string HighY, string Radius, string Range, string Items, string Credibility, string Right, string Interval);

/// <summary>A tick: its place on the lower and on the left axis.</summary>
internal sealed record ReliabilityTick(string X, string Y, string Text);
