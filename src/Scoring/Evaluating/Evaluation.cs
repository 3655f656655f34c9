namespace Scoring.Evaluating;

/// <summary>How well credibilities agree with known truths. Without gold items every mean is NaN.</summary>
public sealed record Evaluation
{
    /// <summary>Items with a known truth that the corpus knows: somebody speaks on them, or a relation names them.</summary>
    public required int Gold { get; init; }

    /// <summary>Share of gold items whose most credible value is right, in [0, 1]; a tie counts as the share of tied values that are right.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean binary log loss, in nats, of "the most credible value is right" under its credibility clipped to [1e-6, 1 − 1e-6].</summary>
    public required double LogLoss { get; init; }

    /// <summary>Mean squared error of the credibilities of all values of the gold items, the true one included, in [0, 1] (Brier 1950).</summary>
    public required double Brier { get; init; }

    /// <summary>Expected calibration error of the most credible values over ten bins of equal width, in [0, 1].</summary>
    public required double Ece { get; init; }

    /// <summary>Mean credibility of the most credible values.</summary>
    public required double MeanConfidence { get; init; }

    /// <summary>Ten bins of equal width from 0 to 1: what the most credible values promise, and how often they are right.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }
}
