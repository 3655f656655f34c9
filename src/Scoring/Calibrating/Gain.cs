namespace Scoring.Calibrating;

/// <summary>Whether one set of losses is better than another of the same items by more than chance.</summary>
internal static class Gain
{
    private const double LeastMargin = 0.001;

    /// <summary>Whether the mean loss falls by more than one standard error of the paired differences, and by at least a thousandth of a nat.</summary>
    public static bool IsClear(double[] before, double[] after)
    {
        var differences = before.Zip(after, (one, other) => one - other).ToArray();
        var mean = differences.Average();
        var squares = differences.Sum(difference => (difference - mean) * (difference - mean));
        var error = Math.Sqrt(squares / Math.Max(1, differences.Length - 1) / differences.Length);
        return mean > Math.Max(error, LeastMargin);
    }
}
