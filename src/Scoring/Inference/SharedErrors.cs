using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>The errors that two sources share on the items on which both speak, beside those they would share by chance.</summary>
/// <remarks>
/// Of open items two that err rarely name the same value, so that chance is at most both erring. Of items that draw from a few labels, chance is that both, where one
/// label is true, name another: each as often as it names that where this is true, so that habits two sources have in common are no copying.
/// </remarks>
/// <param name="statements">What is said.</param>
/// <param name="credibility">Credibility of each statement.</param>
/// <param name="sets">The labels of the items; <see langword="null"/> for open items.</param>
internal sealed class SharedErrors(Statements statements, Column<double> credibility, LabelSets? sets = null)
{
    private readonly Labels?[] labels = new Labels?[sets?.Sets.Count ?? 0];
    private readonly List<Labels> met = [];
    private double errorsOfOne;
    private double errorsOfOther;

    /// <summary>Errors that both make: unlikely values that both name.</summary>
    public double Shared { get; private set; }

    /// <summary>Items on which both speak.</summary>
    public int Items { get; private set; }

    /// <summary>Errors of the one that makes fewer.</summary>
    public double Fewest => Math.Min(errorsOfOne, errorsOfOther);

    /// <summary>Makes room for the next two sources.</summary>
    public void Clear()
    {
        (errorsOfOne, errorsOfOther, Shared, Items) = (0, 0, 0, 0);
        met.ForEach(ofSet => ofSet.Clear());
        met.Clear();
    }

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="one">What the one source says of it.</param>
    /// <param name="other">What the other says.</param>
    public void Add(int item, ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        Items++;
        errorsOfOne += Error(one);
        errorsOfOther += Error(other);
        foreach (var statement in one)
        {
            Shared += other.Contains(statement) ? (1 - credibility[statement]) / Math.Max(one.Length, other.Length) : 0;
        }

        if (sets is null)
        {
            return;
        }

        var ofItem = LabelsOf(item);
        var (first, end) = statements.OfItem(item);
        for (var truth = first; truth < end; truth++)
        {
            ofItem.All[statements.LabelOf(truth)] += credibility[truth];
            Count(one, truth, ofItem.Count, ofItem.OfOne);
            Count(other, truth, ofItem.Count, ofItem.OfOther);
        }
    }

    /// <summary>Errors that both would make if each erred on its own.</summary>
    public double ByChance() => sets is null ? errorsOfOne * errorsOfOther / Math.Max(1, Items) : met.Sum(ofSet => ofSet.ByChance());

    private Labels LabelsOf(int item)
    {
        var place = sets!.PlaceOf(item);
        var ofSet = labels[place] ??= new Labels(sets.Sets[place].Count);
        if (!ofSet.IsMet)
        {
            ofSet.IsMet = true;
            met.Add(ofSet);
        }

        return ofSet;
    }

    private double Error(ReadOnlySpan<int> said)
    {
        var error = 0.0;
        foreach (var statement in said)
        {
            error += 1 - credibility[statement];
        }

        return error / said.Length;
    }

    private void Count(ReadOnlySpan<int> said, int truth, int count, double[] errors)
    {
        foreach (var statement in said)
        {
            errors[(statements.LabelOf(truth) * count) + statements.LabelOf(statement)] += statement == truth ? 0 : credibility[truth] / said.Length;
        }
    }

    /// <summary>What two sources name on the items of one label set, by what is true there.</summary>
    private sealed class Labels(int count)
    {
        public int Count => count;

        public bool IsMet { get; set; }

        /// <summary>Items by true label.</summary>
        public double[] All { get; } = new double[count];

        /// <summary>Errors of the one by true label and label named; likewise of the other.</summary>
        public double[] OfOne { get; } = new double[count * count];

        public double[] OfOther { get; } = new double[count * count];

        public void Clear()
        {
            IsMet = false;
            Array.Clear(All);
            Array.Clear(OfOne);
            Array.Clear(OfOther);
        }

        public double ByChance()
        {
            var sum = 0.0;
            for (var cell = 0; cell < OfOne.Length; cell++)
            {
                sum += OfOne[cell] > 0 ? OfOne[cell] * OfOther[cell] / All[cell / count] : 0;
            }

            return sum;
        }
    }
}
