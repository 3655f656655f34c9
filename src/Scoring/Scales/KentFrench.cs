namespace Scoring.Scales;

/// <summary>French estimative vocabulary: five points after Kent; a probability gets the words of the nearest.</summary>
/// <remarks>The points: Kent, "Words of Estimative Probability" (1964). Taking the nearest is this engine's convention.</remarks>
public static class KentFrench
{
    private static readonly (decimal Point, string Words)[] Points =
    [
        (0.07m, "presque aucune chance"), (0.30m, "probablement pas"), (0.50m, "chances à peu près égales"),
        (0.75m, "probable"), (0.93m, "quasi certaine"),
    ];

    /// <summary>The words of the nearest point; of two equally near, the lower.</summary>
    /// <param name="probability">In [0, 1]; every value has words, 0 and 1 those of the outermost points.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static string Word(double probability)
    {
        Probability.ThrowIfNone(probability, nameof(probability));

        // In decimal, what is written as half-way is half-way; the first of equals is the lower.
        return Points.MinBy(point => Math.Abs(point.Point - (decimal)probability)).Words;
    }
}
