using MathNet.Numerics;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>The Beta prior of every source type, re-estimated from the sources of the type (empirical Bayes).</summary>
/// <remarks>
/// Maximises Σ E[ln Beta(p; α, β)] over the posteriors of the type's sources and, as hyper-prior, over a number of
/// sources distributed as the rule set says; solved by the fixed point of Minka (2000), "Estimating a Dirichlet
/// distribution". A type without sources keeps the rule set's figures.
/// </remarks>
internal sealed class TypePriors
{
    private const int FixedPointSteps = 20;

    private readonly Evidence evidence;
    private readonly BetaDistribution[] byRule;
    private readonly BetaDistribution[] current;

    public TypePriors(Evidence evidence)
    {
        this.evidence = evidence;
        byRule = [.. evidence.Types.Rules.Select(type => BetaDistribution.FromMean(type.Reliability, type.Strength))];
        current = [.. byRule];
    }

    /// <summary>The prior of one source: its declared reliability with its type's strength, or its type's prior; and what is remembered of it.</summary>
    public BetaDistribution Of(int source) => OfType(source).And(evidence.Remembered, source);

    /// <summary>The priors of all sources.</summary>
    public BetaDistribution[] OfSources() => [.. Enumerable.Range(0, evidence.Corpus.SourceCount).Select(Of)];

    private BetaDistribution OfType(int source)
    {
        var type = evidence.Types.OfSource[source];
        return evidence.Corpus.Declarations[source]?.Reliability is { } declared
            ? BetaDistribution.FromMean(declared, evidence.Types.Rules[type].Strength)
            : current[type];
    }

    /// <summary>Re-estimates all types from the sources' posteriors; sources without a vote teach nothing.</summary>
    public void Update(ReadOnlySpan<BetaDistribution> posterior, ReadOnlySpan<double> weight)
    {
        var inertia = evidence.Rules.Learning.TypeInertia;
        var sums = new (double Log, double LogComplement, double Count)[current.Length];
        for (var type = 0; type < sums.Length; type++)
        {
            sums[type] = (inertia * byRule[type].MeanLog, inertia * byRule[type].MeanLogComplement, inertia);
        }

        for (var source = 0; source < posterior.Length; source++)
        {
            if (weight[source] > 0 && evidence.Corpus.Declarations[source]?.Reliability is null)
            {
                ref var sum = ref sums[evidence.Types.OfSource[source]];
                sum = (sum.Log + posterior[source].MeanLog, sum.LogComplement + posterior[source].MeanLogComplement, sum.Count + 1);
            }
        }

        for (var type = 0; type < sums.Length; type++)
        {
            if (sums[type].Count > inertia)
            {
                current[type] = Fit(sums[type].Log / sums[type].Count, sums[type].LogComplement / sums[type].Count, current[type]);
            }
        }
    }

    /// <summary>The Beta distribution whose expected logarithms are the given ones.</summary>
    private static BetaDistribution Fit(double meanLog, double meanLogComplement, BetaDistribution start)
    {
        var (a, b) = (start.A, start.B);
        for (var step = 0; step < FixedPointSteps; step++)
        {
            var total = SpecialFunctions.DiGamma(a + b);
            (a, b) = (SpecialFunctions.DiGammaInv(meanLog + total), SpecialFunctions.DiGammaInv(meanLogComplement + total));
        }

        return new BetaDistribution(a, b);
    }
}
