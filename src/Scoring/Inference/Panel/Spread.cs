namespace Scoring.Inference.Panel;

/// <summary>
/// The normalisation of the estimates of Galland, Abiteboul, Marian and Senellart (2010): without it they drift to one value.
/// </summary>
internal static class Spread
{
    /// <summary>Estimates as near as this are one number: sums of the same terms may differ in their last digits, and rounding at the middle would make all of that.</summary>
    public const double Tolerance = 1e-9;

    private const double Linear = 0.5;

    /// <summary>Half the number scaled so that all span [0, 1], half the number rounded to 0 or 1; numbers outside [0, 1] count as the nearer end.</summary>
    /// <param name="estimates">The numbers.</param>
    /// <param name="isEstimated">Whether each is an estimate at all: the others stay as they are, and stretch nothing. Empty if all are.</param>
    public static void Normalise(Span<double> estimates, ReadOnlySpan<bool> isEstimated = default)
    {
        double least = 1, most = 0;
        for (var i = 0; i < estimates.Length; i++)
        {
            if (isEstimated.IsEmpty || isEstimated[i])
            {
                estimates[i] = Math.Clamp(estimates[i], 0, 1);
                (least, most) = (Math.Min(least, estimates[i]), Math.Max(most, estimates[i]));
            }
        }

        for (var i = 0; i < estimates.Length; i++)
        {
            if (isEstimated.IsEmpty || isEstimated[i])
            {
                var scaled = most - least > Tolerance ? (estimates[i] - least) / (most - least) : estimates[i];
                estimates[i] = (Linear * scaled) + ((1 - Linear) * (estimates[i] >= 0.5 - Tolerance ? 1 : 0));
            }
        }
    }

    /// <summary>Whether anybody votes on the item of each claim; length claims.</summary>
    public static bool[] ClaimsVotedOn(Votes votes) => [.. votes.ItemOfClaim.Select(item => votes.VotesOn(item) > 0)];
}
