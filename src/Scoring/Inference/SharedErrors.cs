using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>The errors that two sources share on the items on which both speak, beside those they would share by chance.</summary>
/// <remarks>
/// Of open items two that err rarely name the same value, so that chance is at most both erring. Where all draw from a few labels, chance is that both, where one
/// label is true, name another: each as often as it names that where this is true, so that habits two sources have in common are no copying.
/// </remarks>
internal sealed class SharedErrors(Corpus corpus, Column<double> credibility)
{
    private readonly int labels = corpus.SharedLabels.Length;
    private readonly double[] ofOne = new double[corpus.SharedLabels.Length * corpus.SharedLabels.Length];
    private readonly double[] ofOther = new double[corpus.SharedLabels.Length * corpus.SharedLabels.Length];
    private readonly double[] all = new double[corpus.SharedLabels.Length];
    private double errorsOfOne;
    private double errorsOfOther;

    /// <summary>Errors that both make: unlikely values that both name.</summary>
    public double Shared { get; private set; }

    /// <summary>Items on which both speak.</summary>
    public int Items { get; private set; }

    /// <summary>Errors of the one that makes fewer.</summary>
    public double Fewest => Math.Min(errorsOfOne, errorsOfOther);

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="one">Claims of it that the one source names.</param>
    /// <param name="other">Those that the other names.</param>
    public void Add(int item, ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        Items++;
        errorsOfOne += Error(one);
        errorsOfOther += Error(other);
        foreach (var claim in one)
        {
            Shared += other.Contains(claim) ? (1 - credibility[claim]) / Math.Max(one.Length, other.Length) : 0;
        }

        if (labels == 0)
        {
            return;
        }

        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var truth = corpus.LabelOf(claim);
            all[truth] += credibility[claim];
            Count(one, claim, truth, ofOne);
            Count(other, claim, truth, ofOther);
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
        for (var cell = 0; cell < ofOne.Length; cell++)
        {
            sum += ofOne[cell] > 0 ? ofOne[cell] * ofOther[cell] / all[cell / labels] : 0;
        }

        return sum;
    }

    private double Error(ReadOnlySpan<int> claims)
    {
        var error = 0.0;
        foreach (var claim in claims)
        {
            error += 1 - credibility[claim];
        }

        return error / claims.Length;
    }

    private void Count(ReadOnlySpan<int> named, int truth, int label, double[] errors)
    {
        foreach (var claim in named)
        {
            errors[(label * labels) + corpus.LabelOf(claim)] += claim == truth ? 0 : credibility[truth] / named.Length;
        }
    }
}
