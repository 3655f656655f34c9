namespace Scoring.Kernels;

/// <summary>How the uncertainty of sources' reliabilities carries over to the log-odds of a claim.</summary>
internal static class LogOddsVariance
{
    /// <summary>Leverage of assertions that support a claim, or one of its rivals, or deny it.</summary>
    /// <param name="place">Claim of each assertion.</param>
    /// <param name="denies">Whether each denies that claim.</param>
    /// <param name="weight">Weight of each in independent voices.</param>
    /// <param name="onClaim">The claim whose log-odds are meant.</param>
    /// <param name="rivalShare">Share of each claim of the item among the rivals of that.</param>
    /// <param name="leverage">Receives how far each assertion moves the log-odds per nat of its source's.</param>
    /// <remarks>O(assertions). No allocation.</remarks>
    public static void Leverages(
        ReadOnlySpan<int> place, ReadOnlySpan<bool> denies, ReadOnlySpan<double> weight, int onClaim, ReadOnlySpan<double> rivalShare, Span<double> leverage)
    {
        for (var i = 0; i < leverage.Length; i++)
        {
            var towards = place[i] == onClaim ? 1 : -rivalShare[place[i]];
            leverage[i] = weight[i] * (denies[i] ? -towards : towards);
        }
    }

    /// <summary>Variance of the log-odds of a claim by the delta method, sources independent: the sum over sources of squared leverage × variance.</summary>
    /// <param name="speaker">Source of each assertion, those of one source together.</param>
    /// <param name="leverage">How far each assertion moves the log-odds per nat of its source's.</param>
    /// <param name="variance">Variance of the log-odds of the source of each assertion.</param>
    /// <remarks>O(assertions). Adds in the order given. No allocation.</remarks>
    public static double Of(ReadOnlySpan<int> speaker, ReadOnlySpan<double> leverage, ReadOnlySpan<double> variance)
    {
        var sum = 0.0;
        for (int first = 0, last; first < leverage.Length; first = last)
        {
            var ofSource = 0.0;
            for (last = first; last < leverage.Length && speaker[last] == speaker[first]; last++)
            {
                ofSource += leverage[last];
            }

            sum += ofSource * ofSource * variance[first];
        }

        return sum;
    }
}
