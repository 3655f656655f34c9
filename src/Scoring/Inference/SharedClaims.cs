namespace Scoring.Inference;

/// <summary>What one source has in common with each other, one source after another.</summary>
/// <param name="sources">Number of sources.</param>
internal sealed class SharedClaims(int sources)
{
    private readonly double[] shared = new double[sources];
    private readonly int[] lastEntry = new int[sources];
    private readonly List<int> met = [];

    /// <summary>Adds what an entry has in common with another source, once for each.</summary>
    /// <param name="other">The other source.</param>
    /// <param name="entry">The entry of the one.</param>
    /// <param name="unlikelihood">How unlikely what both say is to be right.</param>
    public void Add(int other, int entry, double unlikelihood)
    {
        if (lastEntry[other] == entry + 1)
        {
            return;
        }

        lastEntry[other] = entry + 1;
        if (shared[other] == 0)
        {
            met.Add(other);
        }

        shared[other] += unlikelihood;
    }

    /// <summary>Puts the pairs that have enough in common into a list, in the order of the others, and makes room for the next source.</summary>
    /// <param name="found">Receives them.</param>
    /// <param name="one">The one source.</param>
    /// <param name="least">Least sum of unlikelihoods.</param>
    public void MoveTo(List<CandidatePair> found, int one, double least)
    {
        var start = found.Count;
        foreach (var other in met)
        {
            if (shared[other] >= least)
            {
                found.Add(new CandidatePair(one, other, shared[other]));
            }

            shared[other] = 0;
        }

        met.Clear();
        found.Sort(start, found.Count - start, CandidatePair.BySources);
    }
}
