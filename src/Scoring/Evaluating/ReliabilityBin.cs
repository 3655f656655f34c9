using MathNet.Numerics.Distributions;

namespace Scoring.Evaluating;

/// <summary>A bin of a reliability diagram: items whose most credible values have about the same credibility.</summary>
/// <param name="Low">Least credibility of the bin.</param>
/// <param name="High">Its upper end, which belongs to the next bin, save for the last.</param>
/// <param name="Items">Items in it.</param>
/// <param name="MeanCredibility">Mean credibility of their most credible values; <see langword="null"/> if there are none.</param>
/// <param name="ShareRight">Share of those values that is right; <see langword="null"/> if there are none.</param>
/// <param name="ShareLow">Lower end of the 90 % interval of the share (Wilson 1927, doi:10.1080/01621459.1927.10502953); 0 if none is right.</param>
/// <param name="ShareHigh">Upper end of that interval; 1 if all are right.</param>
public sealed record ReliabilityBin(
    double Low, double High, int Items, double? MeanCredibility, double? ShareRight, double ShareLow, double ShareHigh)
{
    private const int Bins = 10;

    private static readonly double Z = Normal.InvCDF(0, 1, 0.95);

    /// <summary>Sorts items into ten bins of equal width.</summary>
    internal static ReliabilityBin[] Of(IReadOnlyList<GoldItem> gold)
    {
        var (items, credibility, right) = (new int[Bins], new double[Bins], new double[Bins]);
        foreach (var item in gold)
        {
            var bin = Math.Min(Bins - 1, (int)(item.Credibility * Bins));
            items[bin]++;
            credibility[bin] += item.Credibility;
            right[bin] += item.Right;
        }

        return [.. Enumerable.Range(0, Bins).Select(bin =>
        {
            var (low, high) = Wilson(right[bin], items[bin]);
            return new ReliabilityBin(
                bin / (double)Bins, (bin + 1) / (double)Bins, items[bin], items[bin] == 0 ? null : credibility[bin] / items[bin],
                items[bin] == 0 ? null : right[bin] / items[bin], low, high);
        })];
    }

    /// <summary>Expected calibration error: the gaps between promise and share, each weighed by its items; NaN without items.</summary>
    internal static double CalibrationError(IReadOnlyList<ReliabilityBin> bins) =>
        bins.Sum(bin => bin.Items * Math.Abs((bin.MeanCredibility - bin.ShareRight) ?? 0)) / bins.Sum(bin => bin.Items);

    private static (double Low, double High) Wilson(double right, int items)
    {
        if (items == 0)
        {
            return (0, 1);
        }

        var share = right / items;
        var middle = share + (Z * Z / (2 * items));
        var reach = Z * Math.Sqrt((share * (1 - share) / items) + (Z * Z / (4.0 * items * items)));
        var scale = 1 + (Z * Z / items);

        // Where none or all are right an end is 0 or 1 to the last bit, which the rounding of the two sums would miss.
        return (right == 0 ? 0 : Math.Max(0, (middle - reach) / scale), right == items ? 1 : Math.Min(1, (middle + reach) / scale));
    }
}
