namespace Scoring.Kernels;

/// <summary>The one-coin model for one item: source weights in, claim probabilities out. <see cref="OneCoinBlock"/> does the same for many at once, and is checked against this.</summary>
internal static class OneCoinPass
{
    /// <summary>What is counted is summed as whole multiples of 2⁻³², so that the sum does not depend on the order of the terms.</summary>
    public const double FixedPointScale = 4294967296.0;

    /// <summary>Computes the log-weight of each claim of an item, up to a constant of the item.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item.</param>
    /// <param name="discrimination">ln A − ln(1 − A) of each source as its record has it; length sources.</param>
    /// <param name="claimOffset">Weight added to each claim beside what is said of it; length claims, or empty.</param>
    /// <param name="logAlternatives">Natural logarithm of the number of false alternatives.</param>
    /// <param name="logWeight">Receives one entry a claim of the item.</param>
    /// <remarks>O(assertions of the item). No allocation.</remarks>
    public static void LogWeights(
        in OneCoinColumns corpus, int item, ReadOnlySpan<double> weight, ReadOnlySpan<double> discrimination, ReadOnlySpan<double> claimOffset, double logAlternatives,
        Span<double> logWeight)
    {
        var (first, last) = (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]);
        ReadOnlySpan<int> firstAssertion = corpus.FirstAssertion, speaker = corpus.Speaker;
        var start = firstAssertion[first];
        for (var claim = first; claim < last; claim++)
        {
            var sum = claimOffset.IsEmpty ? 0 : claimOffset[claim];
            for (var a = firstAssertion[claim]; a < firstAssertion[claim + 1]; a++)
            {
                var d = discrimination[speaker[a]];
                sum += weight[a - start] * (corpus.Denies.Length > 0 && corpus.Denies[a] ? -d : d + logAlternatives);
            }

            logWeight[claim - first] = sum;
        }
    }

    /// <summary>Turns log-weights into probabilities beside the hypothesis that no named value is right.</summary>
    /// <param name="logWeight">Log-weights of the named hypotheses; receives their probabilities.</param>
    /// <param name="logUnnamed">Log-weight of the unnamed hypothesis; −∞ where there is none.</param>
    /// <returns>Probability of the unnamed hypothesis.</returns>
    public static double Softmax(Span<double> logWeight, double logUnnamed)
    {
        var largest = logUnnamed;
        foreach (var weight in logWeight)
        {
            largest = Math.Max(largest, weight);
        }

        var unnamed = Math.Exp(logUnnamed - largest);
        var sum = unnamed;
        for (var i = 0; i < logWeight.Length; i++)
        {
            sum += logWeight[i] = Math.Exp(logWeight[i] - largest);
        }

        for (var i = 0; i < logWeight.Length; i++)
        {
            logWeight[i] /= sum;
        }

        return unnamed / sum;
    }
}
