namespace Scoring.Scales;

/// <summary>Derives confidence from the width of an interval and the number of independent origins: a convention of this engine.</summary>
/// <remarks>ICD 203 names the levels and gives no numbers. Where the interval lies says nothing about confidence, only its width.</remarks>
public static class ConfidenceRule
{
    /// <summary>The confidence of a score.</summary>
    /// <param name="low">Lower end of the interval, in [0, 1].</param>
    /// <param name="high">Upper end, in [<paramref name="low"/>, 1].</param>
    /// <param name="independentOrigins">Independent origins that bear out the verdict, at least 0: those for the claim, or those against it where it is more likely false; origins, not reports.</param>
    /// <returns>High: at most 0.20 wide and three origins; moderate: at most 0.50 wide and two; low otherwise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range or not a number.</exception>
    public static AnalyticConfidence Judge(double low, double high, int independentOrigins)
    {
        Probability.ThrowIfNone(low, nameof(low));
        Probability.ThrowIfNone(high, nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfNegative(independentOrigins);

        return (IsWithin(0.20, low, high), IsWithin(0.50, low, high), independentOrigins) switch
        {
            (true, _, >= 3) => AnalyticConfidence.High,
            (_, true, >= 2) => AnalyticConfidence.Moderate,
            _ => AnalyticConfidence.Low,
        };
    }

    /// <summary>In binary, 0.9 − 0.7 is more than 0.2: where it is near, decimals decide.</summary>
    private static bool IsWithin(double most, double low, double high)
    {
        var beyond = high - low - most;
        return Math.Abs(beyond) > 1e-9 ? beyond < 0 : (decimal)high - (decimal)low <= (decimal)most;
    }
}
