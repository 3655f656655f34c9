using Scoring.Indexing;

namespace Scoring.Inference;

/// <summary>Several models of shared labels in one: an item's probabilities are the weighted mean of theirs.</summary>
/// <param name="Corpus">The corpus.</param>
/// <param name="Columns">Its votes.</param>
/// <param name="Families">The models, at least one.</param>
/// <param name="Shares">Weight of each model; they sum to 1.</param>
internal sealed record LabelPool(Corpus Corpus, LabelColumns Columns, IReadOnlyList<LabelFamily> Families, double[] Shares)
{
    private readonly int[] labelOfComponent = [.. Families.SelectMany(family => Enumerable.Range(0, family.States).Select(state => state / family.Subtypes))];

    /// <summary>States of all models.</summary>
    public int Components => labelOfComponent.Length;

    /// <summary>Label of each claim of an item, in the order of the claims.</summary>
    public int[] LabelsOf(int item)
    {
        var labels = new int[Corpus.NamedCount(item)];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = Array.BinarySearch(Corpus.SharedLabels, Corpus.ValueOfClaim[Corpus.FirstClaim[item] + i]);
        }

        return labels;
    }

    /// <summary>Label of each component: the models' states one after another.</summary>
    public int LabelOf(int component) => labelOfComponent[component];

    /// <summary>Log-probability of each component of an item, the models' shares included.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item in full voices.</param>
    /// <param name="component">Receives the log-probabilities; length <see cref="Components"/>.</param>
    /// <remarks>O(assertions of the item × components).</remarks>
    public void LogComponents(int item, ReadOnlySpan<double> weight, Span<double> component)
    {
        var (start, first) = (0, Corpus.AssertionsOfItem(item).Start.Value);
        foreach (var (index, family) in Families.Index())
        {
            var state = component.Slice(start, family.States);
            family.LogPrior.CopyTo(state);
            for (var i = 0; i < weight.Length; i++)
            {
                if (Columns.CellOfAssertion[first + i] is var cell and >= 0)
                {
                    Kernels.LabelPass.Add(family.Row(cell), weight[i], state);
                }
            }

            var shift = Math.Log(Shares[index]) - LogSum(state);
            for (var s = 0; s < state.Length; s++)
            {
                state[s] += shift;
            }

            start += family.States;
        }
    }

    /// <summary>Log-likelihood of one assertion under each component, for one that counts.</summary>
    /// <param name="assertion">Assertion index.</param>
    /// <param name="component">Receives them; length <see cref="Components"/>.</param>
    public void LogLikelihoods(int assertion, Span<double> component)
    {
        var start = 0;
        foreach (var family in Families)
        {
            family.Row(Columns.CellOfAssertion[assertion]).CopyTo(component[start..]);
            start += family.States;
        }
    }

    /// <summary>Log-prior of each component.</summary>
    public double[] LogPriors() => [.. Families.SelectMany(family => family.LogPrior)];

    /// <summary>The logarithm of a sum of exponentials.</summary>
    public static double LogSum(ReadOnlySpan<double> logs)
    {
        var largest = double.NegativeInfinity;
        foreach (var log in logs)
        {
            largest = Math.Max(largest, log);
        }

        double sum = 0;
        foreach (var log in logs)
        {
            sum += Math.Exp(log - largest);
        }

        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(sum);
    }
}
