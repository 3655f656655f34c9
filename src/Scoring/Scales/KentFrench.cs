namespace Scoring.Scales;

/// <summary>French estimative vocabulary: five points after Kent; a probability gets the words of the nearest.</summary>
public static class KentFrench
{
    private static readonly (double Point, string Words)[] Points =
    [
        (0.07, "presque aucune chance"), (0.30, "probablement pas"), (0.50, "chances à peu près égales"), (0.75, "probable"), (0.93, "quasi certaine"),
    ];

    /// <summary>The words of the nearest point; of two equally near, the lower.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static string Word(double probability)
    {
        Probability.ThrowIfNone(probability, nameof(probability));
        return Points.MinBy(point => Math.Round(Math.Abs(point.Point - probability), 12)).Words;
    }
}
