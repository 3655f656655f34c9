namespace Scoring.Scales;

/// <summary>Probability yardstick of the UK Professional Head of Intelligence Assessment.</summary>
/// <remarks>Its gaps are deliberate: a value in one has no word, and 0.50 lies in one.</remarks>
public static class Phia
{
    /// <summary>The word for a probability.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>The word, or <see langword="null"/> for 0, for 1 and in the gaps between the bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static string? Word(double probability)
    {
        Probability.ThrowIfNone(probability, nameof(probability));
        return probability switch
        {
            > 0 and <= 0.05 => "remote chance",
            >= 0.10 and <= 0.20 => "highly unlikely",
            >= 0.25 and <= 0.35 => "unlikely",
            >= 0.40 and < 0.50 => "realistic possibility",
            >= 0.55 and <= 0.75 => "likely or probable",
            >= 0.80 and <= 0.90 => "highly likely",
            >= 0.95 and < 1 => "almost certain",
            _ => null,
        };
    }

    /// <summary>The word for a probability, or the probability in percent where there is none.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>The word, or "92.5%"; a bound such as "&gt;99.9%" where rounding would reach 0, 100 or a band.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static string WordOrNumber(double probability) => Word(probability) ?? Probability.Percent(probability, Word);
}
