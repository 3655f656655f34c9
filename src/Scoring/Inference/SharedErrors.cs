using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>The errors that two sources share on the items on which both speak, beside those they would share by chance.</summary>
/// <remarks>
/// Of open items two that err rarely name the same value, so that chance is at most both erring. Where all draw from a few labels, chance is that both, where one
/// label is true, name another: each as often as it names that where this is true, so that habits two sources have in common are no copying.
/// </remarks>
/// <param name="statements">What is said.</param>
/// <param name="credibility">Credibility of each statement.</param>
/// <param name="labels">Number of labels; 0 for open items.</param>
/// <param name="labelOf">Place of what a statement says among these labels.</param>
internal sealed class SharedErrors(Statements statements, Column<double> credibility, int labels = 0, Func<int, int>? labelOf = null)
{
    private readonly double[] labelsOfOne = new double[labels * labels];
    private readonly double[] labelsOfOther = new double[labels * labels];
    private readonly double[] all = new double[labels];
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
        Array.Clear(labelsOfOne);
        Array.Clear(labelsOfOther);
        Array.Clear(all);
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

        if (labels == 0)
        {
            return;
        }

        var (first, end) = statements.OfItem(item);
        for (var statement = first; statement < end; statement++)
        {
            all[labelOf!(statement)] += credibility[statement];
            Count(one, statement, labelsOfOne);
            Count(other, statement, labelsOfOther);
        }
    }

    /// <summary>Errors that both would make if each erred on its own.</summary>
    public double ByChance()
    {
        if (labels == 0)
        {
            return errorsOfOne * errorsOfOther / Math.Max(1, Items);
        }

        var sum = 0.0;
        for (var cell = 0; cell < labelsOfOne.Length; cell++)
        {
            sum += labelsOfOne[cell] > 0 ? labelsOfOne[cell] * labelsOfOther[cell] / all[cell / labels] : 0;
        }

        return sum;
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

    private void Count(ReadOnlySpan<int> said, int truth, double[] errors)
    {
        foreach (var statement in said)
        {
            errors[(labelOf!(truth) * labels) + labelOf!(statement)] += statement == truth ? 0 : credibility[truth] / said.Length;
        }
    }
}
