namespace Scoring.Kernels;

/// <summary>One pass of the one-coin model over a run of items: source weights in, claim posteriors and per-source hits out.</summary>
internal static class OneCoinPass
{
    /// <summary>Hits are summed as whole multiples of 2⁻³², so that the sum does not depend on the order of the terms.</summary>
    public const double FixedPointScale = 4294967296.0;

    /// <summary>Computes the log-weight of each claim of an item, up to a constant of the item.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item; what the corpus has, or another.</param>
    /// <param name="discrimination">ln A − ln(1 − A) of each source as its record has it; length sources.</param>
    /// <param name="message">Weight that relations add to each claim; length claims, or empty.</param>
    /// <param name="logAlternatives">Natural logarithm of the number of false alternatives.</param>
    /// <param name="logWeight">Receives one entry a claim of the item.</param>
    /// <remarks>O(assertions of the item). No allocation.</remarks>
    public static void LogWeights(
        in OneCoinColumns corpus, int item, ReadOnlySpan<double> weight, ReadOnlySpan<double> discrimination, ReadOnlySpan<double> message, double logAlternatives,
        Span<double> logWeight)
    {
        var (first, last) = (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]);
        var start = corpus.FirstAssertion[first];
        for (var claim = first; claim < last; claim++)
        {
            var sum = message.IsEmpty ? 0 : message[claim];
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var d = discrimination[corpus.Speaker[a]];
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

    /// <summary>Adds the expected hits of an item's assertions to their sources.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item.</param>
    /// <param name="probability">Probability of each claim of the item.</param>
    /// <param name="teaching">How much the item teaches, in (0, 1].</param>
    /// <param name="hits">Receives the sums, in units of 1 / <see cref="FixedPointScale"/>; length sources.</param>
    public static void AddHits(in OneCoinColumns corpus, int item, ReadOnlySpan<double> weight, ReadOnlySpan<double> probability, double teaching, Span<long> hits)
    {
        var first = corpus.FirstClaim[item];
        var start = corpus.FirstAssertion[first];
        for (var claim = first; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var p = probability[claim - first];
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var hit = corpus.Denies.Length > 0 && corpus.Denies[a] ? 1 - p : p;
                hits[corpus.Speaker[a]] += (long)(weight[a - start] * hit * teaching * FixedPointScale);
            }
        }
    }
}
