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
    private const int SourcesPerTask = 4096;
    private const double MostLog = 20;

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
    public BetaDistribution Of(int source) => Of(source, current);

    /// <summary>The same by other priors of the types.</summary>
    public BetaDistribution Of(int source, BetaDistribution[] ofTypes) => OfType(source, ofTypes).And(evidence.Remembered, source);

    /// <summary>The priors of the types.</summary>
    public BetaDistribution[] OfTypes() => [.. current];

    /// <summary>Two a type.</summary>
    public int ParameterCount => 2 * current.Length;

    /// <summary>Writes the logarithms of α and β of each type.</summary>
    public void CopyTo(Span<double> parameters)
    {
        for (var type = 0; type < current.Length; type++)
        {
            (parameters[2 * type], parameters[(2 * type) + 1]) = (Math.Log(current[type].A), Math.Log(current[type].B));
        }
    }

    /// <summary>Takes over what <see cref="CopyTo"/> wrote.</summary>
    public void Set(ReadOnlySpan<double> parameters)
    {
        for (var type = 0; type < current.Length; type++)
        {
            current[type] = new BetaDistribution(Math.Exp(parameters[2 * type]), Math.Exp(parameters[(2 * type) + 1]));
        }
    }

    /// <summary>Keeps parameters within sane bounds.</summary>
    public static void Project(Span<double> parameters)
    {
        foreach (ref var parameter in parameters)
        {
            parameter = Math.Clamp(parameter, -MostLog, MostLog);
        }
    }

    /// <summary>The priors of all sources.</summary>
    public BetaDistribution[] OfSources() => [.. Enumerable.Range(0, evidence.Corpus.SourceCount).Select(Of)];

    private BetaDistribution OfType(int source, BetaDistribution[] ofTypes)
    {
        var type = evidence.Types.OfSource[source];
        return evidence.Corpus.Declarations[source]?.Reliability is { } declared
            ? BetaDistribution.FromMean(declared, evidence.Types.Rules[type].Strength)
            : ofTypes[type];
    }

    /// <summary>Re-estimates all types from the sources' posteriors; sources without a vote teach nothing.</summary>
    /// <param name="posterior">Posterior of a source; called from several threads at once.</param>
    /// <param name="weight">Weight of the votes of each source.</param>
    /// <remarks>Summed in runs of sources that do not depend on the threads.</remarks>
    public void Update(Func<int, BetaDistribution> posterior, double[] weight)
    {
        var inertia = evidence.Rules.Learning.TypeInertia;
        var sums = new (double Log, double LogComplement, double Count)[current.Length];
        for (var type = 0; type < sums.Length; type++)
        {
            var (log, logComplement) = byRule[type].MeanLogs;
            sums[type] = (inertia * log, inertia * logComplement, inertia);
        }

        var parts = new (double Log, double LogComplement, double Count)[(weight.Length + SourcesPerTask - 1) / SourcesPerTask][];
        Parallel.For(0, parts.Length, part => parts[part] = SumsOf(part, posterior, weight));
        foreach (var part in parts)
        {
            for (var type = 0; type < sums.Length; type++)
            {
                sums[type] = (sums[type].Log + part[type].Log, sums[type].LogComplement + part[type].LogComplement, sums[type].Count + part[type].Count);
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

    private (double Log, double LogComplement, double Count)[] SumsOf(int part, Func<int, BetaDistribution> posterior, double[] weight)
    {
        var sums = new (double Log, double LogComplement, double Count)[current.Length];
        for (var source = part * SourcesPerTask; source < Math.Min(weight.Length, (part + 1) * SourcesPerTask); source++)
        {
            if (weight[source] > 0 && evidence.Corpus.Declarations[source]?.Reliability is null)
            {
                ref var sum = ref sums[evidence.Types.OfSource[source]];
                var (log, logComplement) = posterior(source).MeanLogs;
                sum = (sum.Log + log, sum.LogComplement + logComplement, sum.Count + 1);
            }
        }

        return sums;
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
