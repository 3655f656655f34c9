using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>The Beta prior of every source type, re-estimated from the sources of the type (empirical Bayes).</summary>
/// <remarks>
/// Goes to the nearest maximum of the beta-binomial likelihood of what the type's sources got right and wrong, and as hyper-prior the density of a number
/// of sources distributed as the rule set says, by Newton steps in ln α and ln β (Minka 2000, "Estimating a Dirichlet distribution",
/// has them for α itself). A type without sources keeps the rule set's figures.
/// </remarks>
internal sealed class TypePriors
{
    private const int MostSteps = 50;
    private const int SourcesPerTask = 4096;

    /// <summary>Bounds of α and β: sources that differ in nothing would else make a prior without end where the rules set no inertia.</summary>
    private const double Least = 1 / Most;
    private const double Most = 1e12;

    /// <summary>Of ln α and ln β. A Newton step as short leaves about its square.</summary>
    private const double Tolerance = 1e-6;

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

    /// <summary>Re-estimates all types from their sources; those of a declared reliability and those without a vote teach nothing.</summary>
    /// <param name="records">What each source said, and what of it is right.</param>
    /// <remarks>Summed in runs of sources that do not depend on the threads.</remarks>
    public void Learn(SourceRecords records)
    {
        var isSettled = new bool[current.Length];
        var parts = new TypeSums[(records.Weight.Length + SourcesPerTask - 1) / SourcesPerTask][];
        for (var step = 0; step < MostSteps && Array.Exists(isSettled, settled => !settled); step++)
        {
            Parallel.For(0, parts.Length, evidence.Corpus.Store.ThreadLimit, part => parts[part] = SumsOf(part, records, isSettled));
            for (var type = 0; type < current.Length; type++)
            {
                isSettled[type] = isSettled[type] || Move(type, TypeSums.Total(parts, type));
            }
        }
    }

    private BetaDistribution OfType(int source)
    {
        var type = evidence.Types.OfSource[source];
        return evidence.Corpus.Declarations[source]?.Reliability is { } declared
            ? BetaDistribution.FromMean(declared, evidence.Types.Rules[type].Strength)
            : current[type];
    }

    private TypeSums[] SumsOf(int part, SourceRecords records, bool[] isSettled)
    {
        var sums = new TypeSums[current.Length];
        var (hits, weight) = (records.Hits, records.Weight);
        for (var source = part * SourcesPerTask; source < Math.Min(weight.Length, (part + 1) * SourcesPerTask); source++)
        {
            var type = evidence.Types.OfSource[source];
            if (weight[source] > 0 && !isSettled[type] && evidence.Corpus.Declarations[source]?.Reliability is null)
            {
                var prior = current[type].And(evidence.Remembered, source);
                sums[type].Add(new BetaDistribution(prior.A + hits[source], prior.B + weight[source] - hits[source]), records.OfType[source]);
            }
        }

        return sums;
    }

    /// <summary>Moves the prior of a type one step towards what its sources show.</summary>
    /// <returns>Whether it is there.</returns>
    private bool Move(int type, TypeSums sums)
    {
        if (sums.Count == 0)
        {
            return true;
        }

        var inertia = evidence.Rules.Learning.TypeInertia;
        var (log, logComplement) = byRule[type].MeanLogs;
        var (prior, count) = (current[type], sums.Count + inertia);
        var (meanLog, meanLogComplement) = ((sums.Log + (inertia * log)) / count, (sums.LogComplement + (inertia * logComplement)) / count);
        var (stepA, stepB) = sums.NewtonStep(prior, count, meanLog, meanLogComplement);
        current[type] = new BetaDistribution(Math.Clamp(prior.A * Math.Exp(stepA), Least, Most), Math.Clamp(prior.B * Math.Exp(stepB), Least, Most));
        return Math.Max(Math.Abs(Math.Log(current[type].A / prior.A)), Math.Abs(Math.Log(current[type].B / prior.B))) <= Tolerance;
    }
}
