namespace Scoring.Scales;

/// <summary>Estimative words of US Intelligence Community Directive 203 (2015). Words of likelihood, never of confidence.</summary>
/// <remarks>The directive's bands share their edges; here each holds its lower edge, and the last both: [0.95, 0.99].</remarks>
public static class Icd203
{
    /// <summary>The word for a probability.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>The word, or <see langword="null"/> below 0.01 and above 0.99, which lie outside the table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static string? Word(double probability)
    {
        Probability.ThrowIfNone(probability, nameof(probability));
        return probability switch
        {
            < 0.01 or > 0.99 => null,
            < 0.05 => "almost no chance",
            < 0.20 => "very unlikely",
            < 0.45 => "unlikely",
            < 0.55 => "roughly even chance",
            < 0.80 => "likely",
            < 0.95 => "very likely",
            _ => "almost certain",
        };
    }

    /// <summary>The word for a probability, or the probability in percent where it lies outside the table.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>The word, or "99.6%"; a bound such as "&gt;99.9%" where rounding would reach 0, 100 or the table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static string WordOrNumber(double probability) => Word(probability) ?? Probability.Percent(probability, Word);
}
