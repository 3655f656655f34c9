namespace Scoring.Inference.Panel;

/// <summary>
/// The normalisation of the estimates of Galland, Abiteboul, Marian and Senellart (2010): without it they drift to one value.
/// </summary>
internal static class Spread
{
    private const double Linear = 0.5;

    /// <summary>Half the number scaled so that all span [0, 1], half the number rounded to 0 or 1; numbers outside [0, 1] count as the nearer end.</summary>
    public static void Normalise(Span<double> estimates)
    {
        double least = 1, most = 0;
        foreach (ref var estimate in estimates)
        {
            estimate = Math.Clamp(estimate, 0, 1);
            (least, most) = (Math.Min(least, estimate), Math.Max(most, estimate));
        }

        foreach (ref var estimate in estimates)
        {
            var scaled = most > least ? (estimate - least) / (most - least) : estimate;
            estimate = (Linear * scaled) + ((1 - Linear) * Math.Round(estimate, MidpointRounding.AwayFromZero));
        }
    }

    /// <summary>Largest distance between two estimates of one thing.</summary>
    public static double LargestChange(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        double change = 0;
        for (var i = 0; i < before.Length; i++)
        {
            change = Math.Max(change, Math.Abs(before[i] - after[i]));
        }

        return change;
    }
}
