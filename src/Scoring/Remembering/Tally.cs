namespace Scoring.Remembering;

/// <summary>Independent, rule-weighted assertions by what became of them: fractions, since no truth is certain.</summary>
/// <param name="Hits">Right ones, at least 0.</param>
/// <param name="Misses">Wrong ones, at least 0.</param>
internal readonly record struct Tally(double Hits, double Misses)
{
    private const int Decimals = 6;

    public static Tally operator +(Tally one, Tally other) => new(one.Hits + other.Hits, one.Misses + other.Misses);

    /// <summary>As files have it: to a millionth of an assertion.</summary>
    public Tally Rounded() => new(Math.Round(Math.Max(0, Hits), Decimals), Math.Round(Math.Max(0, Misses), Decimals));
}
