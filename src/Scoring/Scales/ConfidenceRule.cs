namespace Scoring.Scales;

/// <summary>Derives confidence from the width of an interval and the number of independent origins.</summary>
public static class ConfidenceRule
{
    /// <summary>The confidence of a score.</summary>
    /// <param name="low">Lower end of the interval, a probability.</param>
    /// <param name="high">Upper end, a probability not below <paramref name="low"/>.</param>
    /// <param name="independentOrigins">Independent origins that support the claim, at least 0.</param>
    /// <returns>High: at most 0.20 wide and three origins; moderate: at most 0.50 wide and two; low otherwise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static AnalyticConfidence Judge(double low, double high, int independentOrigins)
    {
        Probability.ThrowIfNone(low, nameof(low));
        Probability.ThrowIfNone(high, nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfNegative(independentOrigins);
        return (high - low, independentOrigins) switch
        {
            ( <= 0.20, >= 3) => AnalyticConfidence.High,
            ( <= 0.50, >= 2) => AnalyticConfidence.Moderate,
            _ => AnalyticConfidence.Low,
        };
    }
}
