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

    /// <summary>The variance that <see cref="Leverages"/> and <see cref="Of"/> give, of all claims of an item at once but for what they would round away.</summary>
    /// <param name="speaker">Source of each assertion, those of one source together, and of these those on one claim.</param>
    /// <param name="place">Claim of each assertion.</param>
    /// <param name="denies">Whether each denies that claim.</param>
    /// <param name="weight">Weight of each in independent voices.</param>
    /// <param name="variance">Variance of the log-odds of the source of each assertion.</param>
    /// <param name="hypothesis">Weight of each claim as a hypothesis, at most 1.</param>
    /// <param name="rivals">Summed weight of the rivals of each claim.</param>
    /// <param name="result">Receives the variance of the log-odds of each claim; of one whose rivals weigh much less than 1 it has few digits.</param>
    /// <remarks>
    /// As <see cref="Of"/>, a source that contradicts itself leaves at least what its assertions would each. O(assertions + claims): a source that says nothing of a claim has the same leverage on it but for the weight of its rivals, and all such sources together
    /// have what all have, less those that do. No allocation.
    /// </remarks>
    public static void OfAll(
        ReadOnlySpan<int> speaker, ReadOnlySpan<int> place, ReadOnlySpan<bool> denies, ReadOnlySpan<double> weight, ReadOnlySpan<double> variance,
        ReadOnlySpan<double> hypothesis, ReadOnlySpan<double> rivals, Span<double> result)
    {
        var ofAll = 0.0;
        result.Clear();
        for (int first = 0, last; first < place.Length; first = last)
        {
            var (through, squares) = (0.0, 0.0);
            for (last = first; last < place.Length && speaker[last] == speaker[first]; last++)
            {
                var one = (denies[last] ? -weight[last] : weight[last]) * hypothesis[place[last]];
                through += one;
                squares += one * one;
            }

            var elsewhere = Math.Max(through * through, squares);
            ofAll += elsewhere * variance[first];
            for (int start = first, end; start < last; start = end)
            {
                var (claim, own, ownSquares, hereSquares) = (place[start], 0.0, 0.0, 0.0);
                for (end = start; end < last && place[end] == claim; end++)
                {
                    own += denies[end] ? -weight[end] : weight[end];
                    var (asClaim, asRival) = (weight[end] * rivals[claim], weight[end] * hypothesis[claim]);
                    ownSquares += asClaim * asClaim;
                    hereSquares += asRival * asRival;
                }

                // Beside the squared weight of the rivals, by which all is divided in the end.
                var ofClaim = (own * rivals[claim]) - (through - (own * hypothesis[claim]));
                var apart = ownSquares + Math.Max(0, squares - hereSquares);
                result[claim] += (Math.Max(ofClaim * ofClaim, apart) - elsewhere) * variance[first];
            }
        }

        for (var claim = 0; claim < result.Length; claim++)
        {
            result[claim] = Math.Max(0, (ofAll + result[claim]) / (rivals[claim] * rivals[claim]));
        }
    }

    /// <summary>
    /// Variance of the log-odds of a claim by the delta method, sources independent: the sum over sources of squared leverage × variance. What a source says for
    /// and against the claim would take itself away, as if it were sure; so it leaves at least what its assertions would, each by itself.
    /// </summary>
    /// <param name="speaker">Source of each assertion, those of one source together.</param>
    /// <param name="leverage">How far each assertion moves the log-odds per nat of its source's.</param>
    /// <param name="variance">Variance of the log-odds of the source of each assertion.</param>
    /// <remarks>O(assertions). Adds in the order given. No allocation.</remarks>
    public static double Of(ReadOnlySpan<int> speaker, ReadOnlySpan<double> leverage, ReadOnlySpan<double> variance)
    {
        var sum = 0.0;
        for (int first = 0, last; first < leverage.Length; first = last)
        {
            var (ofSource, squares) = (0.0, 0.0);
            for (last = first; last < leverage.Length && speaker[last] == speaker[first]; last++)
            {
                ofSource += leverage[last];
                squares += leverage[last] * leverage[last];
            }

            sum += Math.Max(ofSource * ofSource, squares) * variance[first];
        }

        return sum;
    }
}
