using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>What is left of voices that repeat others, beside what unrelated voices take from one another.</summary>
internal static class CopyDiscount
{
    /// <summary>Correlation of unrelated voices while learning: a little, lest a large camp be sure of itself.</summary>
    private const double LearningCorrelation = 0.03;

    /// <summary>Weight of each assertion while learning.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="repeated">For each assertion, how much of other assertions of its claim it repeats; empty if none does.</param>
    public static double[] LearningWeights(Evidence evidence, double[] repeated)
    {
        var weight = new double[evidence.Corpus.AssertionCount];
        for (var a = 0; a < weight.Length; a++)
        {
            var repeats = repeated.Length == 0 ? 0 : repeated[a];
            weight[a] = evidence.RuleWeight[a] * evidence.LinkedShare[a] / (1 + repeats + (OthersBeside(evidence, a) * LearningCorrelation));
        }

        return weight;
    }

    /// <summary>What is left of each assertion beyond the discount for unrelated voices: those that it repeats are no longer unrelated.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="repeated">As above.</param>
    /// <returns>Shares in (0, 1]; empty if nothing is repeated.</returns>
    public static double[] Shares(Evidence evidence, double[] repeated)
    {
        var correlation = evidence.Rules.Independence.Unrelated.Correlation;
        var share = new double[repeated.Length];
        for (var a = 0; a < share.Length; a++)
        {
            var others = OthersBeside(evidence, a);
            share[a] = (1 + (others * correlation)) / (1 + repeated[a] + (Math.Max(0, others - repeated[a]) * correlation));
        }

        return share;
    }

    private static int OthersBeside(Evidence evidence, int assertion) =>
        Math.Max(0, evidence.IndependentVoices[evidence.Corpus.ItemOfClaim[evidence.Corpus.ClaimOfAssertion[assertion]]] - 1);
}
