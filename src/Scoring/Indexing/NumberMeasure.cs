namespace Scoring.Indexing;

/// <summary>Turns numbers into positions whose distances are comparable across items: as they are, or as errors grow with size.</summary>
/// <param name="Small">Below this, distances are absolute; above, relative to the size of the number. Infinite: absolute throughout.</param>
/// <remarks>The inverse hyperbolic sine is a logarithm that takes 0 and negative numbers (Burbidge, Magee and Robb 1988, doi:10.1080/01621459.1988.10478575).</remarks>
internal readonly record struct NumberMeasure(double Small)
{
    /// <summary>Relative distances must make the items more alike than absolute ones by this, or the plainer is taken.</summary>
    private const double Clearly = 0.9;

    private const double ShareOfSmall = 0.1;

    /// <summary>Distances as they are, a quarter of them, so that no difference of finite numbers overflows.</summary>
    public static readonly NumberMeasure Absolute = new(double.PositiveInfinity);

    /// <summary>Position of a number.</summary>
    public double Of(double number) => double.IsInfinity(Small) ? number / 4 : Math.Asinh(number / Small);

    /// <summary>The measure under which the deviations of the items spread less, as their logarithms do around the median.</summary>
    /// <param name="all">Items with two numbers or more; <see langword="null"/> for others.</param>
    /// <param name="limit">Most threads.</param>
    /// <returns>The measure, and whether it is relative.</returns>
    public static (NumberMeasure Measure, bool IsRelative) Of(NumberItem?[] all, ParallelOptions limit)
    {
        NumberItem[] items = [.. all.OfType<NumberItem>()];
        double[] sizes = [.. Runs.ConvertAll(items, limit, item => Math.Abs(item.Middle)).Where(size => size != 0).Order()];
        if (sizes.Length == 0)
        {
            return (Absolute, false);
        }

        var relative = new NumberMeasure(sizes[(int)(ShareOfSmall * (sizes.Length - 1))]);
        return Spread(items, relative, limit) < Clearly * Spread(items, Absolute, limit) ? (relative, true) : (Absolute, false);
    }

    private static double Spread(NumberItem[] items, NumberMeasure measure, ParallelOptions limit)
    {
        var deviation = Runs.ConvertAll(items, limit, item => Math.Log(item.Deviation(measure)));
        var middle = Median.Of([.. deviation]);
        return Median.Of(Array.ConvertAll(deviation, deviation => Math.Abs(deviation - middle)));
    }
}
