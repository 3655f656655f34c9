namespace Scoring.Evaluating;

/// <summary>What the squared error of "the most credible value is right" is made of, over the bins of a reliability diagram (Murphy 1973, doi:10.1175/1520-0450(1973)012&lt;0595:ANVPOT&gt;2.0.CO;2).</summary>
/// <param name="Reliability">Mean squared gap between what a bin promises and how often it is right: 0 is best.</param>
/// <param name="Resolution">Mean squared gap between how often a bin is right and how often all are: the more, the better.</param>
/// <param name="Uncertainty">How hard the items are to tell apart beforehand: the variance of being right.</param>
internal sealed record BrierDecomposition(double Reliability, double Resolution, double Uncertainty)
{
    /// <summary>Brier score of the binned credibilities: reliability − resolution + uncertainty.</summary>
    public double Score => Reliability - Resolution + Uncertainty;

    /// <summary>Splits the score of bins of which at least one has items.</summary>
    public static BrierDecomposition Of(IReadOnlyList<ReliabilityBin> bins)
    {
        var filled = bins.Where(bin => bin.Items > 0).ToArray();
        double items = filled.Sum(bin => bin.Items);
        var right = filled.Sum(bin => bin.Items * bin.ShareRight!.Value) / items;
        return new BrierDecomposition(
            filled.Sum(bin => bin.Items * Square(bin.MeanCredibility!.Value - bin.ShareRight!.Value)) / items,
            filled.Sum(bin => bin.Items * Square(bin.ShareRight!.Value - right)) / items,
            right * (1 - right));
    }

    private static double Square(double number) => number * number;
}
