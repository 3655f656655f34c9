using Scoring.Kernels;

namespace Scoring.Inference;

/// <summary>What one thread gathers in a pass.</summary>
internal sealed class ItemPass(int sources)
{
    private double[] probabilities = new double[64];

    /// <summary>Hits of each source in fixed point.</summary>
    public long[] Hits { get; } = new long[sources];

    /// <summary>What inexact numbers tell.</summary>
    public NumberTally Numbers { get; } = new(sources);

    /// <summary>Largest move of a credibility.</summary>
    public double Change { get; private set; }

    public void Clear()
    {
        Array.Clear(Hits);
        Numbers.Clear();
        Change = 0;
    }

    /// <summary>Room for the probabilities of one item.</summary>
    public Span<double> Probabilities(int count)
    {
        if (probabilities.Length < count)
        {
            Array.Resize(ref probabilities, Math.Max(count, 2 * probabilities.Length));
        }

        return probabilities.AsSpan(0, count);
    }

    /// <summary>Replaces the credibilities of an item and notes how far they moved.</summary>
    public void Note(ReadOnlySpan<double> probability, Span<double> credibility)
    {
        for (var i = 0; i < probability.Length; i++)
        {
            Change = Math.Max(Change, Math.Abs(probability[i] - credibility[i]));
            credibility[i] = probability[i];
        }
    }
}
