using Scoring.Evaluating;

namespace Scoring.Reporting;

/// <summary>Where the parts of a reliability diagram stand: a dot a bin, what was promised across, how often it was right up.</summary>
/// <param name="Dots">A dot for each bin that has items.</param>
/// <param name="Ticks">Ticks of both axes.</param>
/// <param name="Figures">Quality in a sentence.</param>
/// <param name="Decomposition">What the squared error is made of, in a sentence.</param>
/// <param name="Summary">The diagram in words, for those who do not see it.</param>
internal sealed record ReliabilityDiagram(IReadOnlyList<ReliabilityDot> Dots, IReadOnlyList<ReliabilityTick> Ticks, string Figures, string Decomposition, string Summary)
{
    private const double Left = 70;
    private const double Bottom = 330;
    private const double Side = 300;
    private const double SmallestDot = 3;
    private const double LargestDot = 9;

    public static ReliabilityDiagram Of(Evaluation evaluation, Phrasing say)
    {
        var largest = Math.Max(1, evaluation.Reliability.Max(bin => bin.Items));
        var dots = evaluation.Reliability.Where(bin => bin.Items > 0).Select(bin => Dot(bin, largest, say)).ToArray();
        var brier = BrierDecomposition.Of(evaluation.Reliability);
        return new ReliabilityDiagram(
            dots,
            [.. Enumerable.Range(0, 6).Select(fifth => new ReliabilityTick(X(fifth / 5.0), Y(fifth / 5.0), say.Fixed(fifth / 5.0, "0.#")))],
            say.Say(
                "{0}: {1} % of the most credible values are right, at a mean credibility of {2}; log loss {3}, calibration error {4}.", say.Counted(evaluation.Gold, "known answer"),
                say.Part(100 * evaluation.Accuracy, 100, 1), say.Part(evaluation.MeanConfidence, 1, 3), say.Fixed(evaluation.LogLoss, "0.000"), say.Fixed(evaluation.Ece, "0.000")),
            say.Say(
                "Brier score of the most credible values, by bins: {0} = {1} for missing calibration − {2} for telling right from wrong + {3} for how hard the items are.",
                say.Fixed(brier.Score, "0.000"), say.Fixed(brier.Reliability, "0.000"), say.Fixed(brier.Resolution, "0.000"), say.Fixed(brier.Uncertainty, "0.000")),
            string.Join(", ", dots.Select(dot => say.Say("{0} at {1}: {2} right", dot.Items, dot.Credibility, dot.Right))));
    }

    private static ReliabilityDot Dot(ReliabilityBin bin, int largest, Phrasing say) => new(
        X(bin.MeanCredibility!.Value), Y(bin.ShareRight!.Value), Y(bin.ShareLow), Y(bin.ShareHigh),
        DisplayText.Place(SmallestDot + ((LargestDot - SmallestDot) * Math.Sqrt(bin.Items / (double)largest))),
        $"{say.Fixed(bin.Low, "0.0")}–{say.Fixed(bin.High, "0.0")}", say.Counted(bin.Items, "item"), say.Number(bin.Items),
        say.Probability(bin.MeanCredibility.Value), say.Probability(bin.ShareRight.Value), say.Interval(bin.ShareLow, bin.ShareHigh, say.Probability(bin.ShareRight.Value)));

    private static string X(double probability) => DisplayText.Place(Left + (Side * probability));

    private static string Y(double probability) => DisplayText.Place(Bottom - (Side * probability));
}

/// <summary>A bin with items: place of its dot and of its interval, and its figures.</summary>
internal sealed record ReliabilityDot(
    string X, string Y, string LowY, string HighY, string Radius, string Range, string Items, string Number, string Credibility, string Right, string Interval);

/// <summary>A tick: its place on the lower and on the left axis.</summary>
internal sealed record ReliabilityTick(string X, string Y, string Text);
