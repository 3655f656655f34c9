namespace Scoring.Reporting;

/// <summary>The figures printed beside bars: to one decimal, and adding up as printed.</summary>
internal static class WaterfallFigures
{
    /// <summary>
    /// Rounds the bars to tenths of a deciban, then moves those nearest to the next tenth until the figures add up to the rounded score.
    /// </summary>
    /// <remarks>No figure is a full tenth off. O(bars²) at worst; there are as many bars as factors.</remarks>
    public static double[] ThatAddUp(IReadOnlyList<double> bars, double score)
    {
        var tenths = bars.Select(Tenths).ToArray();
        var missing = Tenths(score) - tenths.Sum();
        for (; missing != 0 && tenths.Length > 0; missing -= Math.Sign(missing))
        {
            var nearest = Enumerable.Range(0, tenths.Length).MaxBy(bar => Math.Sign(missing) * ((10 * bars[bar]) - tenths[bar]));
            tenths[nearest] += Math.Sign(missing);
        }

        return Array.ConvertAll(tenths, tenth => tenth / 10);
    }

    private static double Tenths(double db) => Math.Round(10 * db, MidpointRounding.AwayFromZero);
}
