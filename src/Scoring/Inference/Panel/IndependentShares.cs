namespace Scoring.Inference.Panel;

/// <summary>
/// How much of each vote is the source's own: the probability that it copied from none of the claim's sources before it
/// (Dong, Berti-Équille and Srivastava 2009, section 3.3, doi:10.14778/1687627.1687690).
/// </summary>
/// <remarks>
/// The order is the paper's: first a source of the most dependent pair, then always the one that most depends on one already there. Which of
/// equals comes first (of the first pair always, and where many copy one another so surely that it makes no difference in double precision) the
/// paper leaves open: here the order of the sources, so that their names have a part in it. Where copiers are many that part is large:
/// on one public set accuracy lies between 0.60 and 0.95.
/// Above <see cref="SourcePairs.MostSupporters"/> sources of a claim, where that would take too long, it is the order of the sources.
/// </remarks>
/// <param name="votes">Who supports what.</param>
/// <param name="pairs">The pairs that may copy.</param>
internal sealed class IndependentShares(Votes votes, SourcePairs pairs)
{
    private readonly double[] dependence = new double[SourcePairs.MostSupporters * SourcePairs.MostSupporters];
    private readonly double[] strongest = new double[SourcePairs.MostSupporters];
    private readonly int[] positionInClaim = new int[votes.SourceCount];

    /// <summary>Share of each vote that is the source's own, in (0, 1].</summary>
    public double[] OfVote { get; } = [.. Enumerable.Repeat(1.0, votes.VoteCount)];

    /// <summary>Works out the shares anew.</summary>
    /// <param name="probability">Probability of copying of each pair.</param>
    /// <param name="cancellation">Stops the run.</param>
    public void Update(double[] probability, CancellationToken cancellation)
    {
        Array.Fill(OfVote, 1);
        Array.Fill(positionInClaim, -1);
        for (var claim = 0; claim < votes.ClaimCount; claim++)
        {
            cancellation.ThrowIfCancellationRequested();
            var share = OfVote.AsSpan(votes.FirstVote[claim]..votes.FirstVote[claim + 1]);
            if (share.Length > SourcePairs.MostSupporters)
            {
                DiscountInOrder(votes.SourcesOf(claim), probability, share);
            }
            else if (share.Length > 1)
            {
                DiscountGreedily(votes.SourcesOf(claim), probability, share);
            }
        }
    }

    private void DiscountGreedily(ReadOnlySpan<int> sources, double[] probability, Span<double> share)
    {
        var count = sources.Length;
        strongest.AsSpan(0, count).Clear();
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var pair = pairs.Find(sources[i], sources[j]);
                var p = pair < 0 ? 0 : probability[pair];
                dependence[(i * count) + j] = dependence[(j * count) + i] = p;
                (strongest[i], strongest[j]) = (Math.Max(strongest[i], p), Math.Max(strongest[j], p));
            }
        }

        for (var placed = 0; placed < count; placed++)
        {
            var next = IndexOfMaximum(strongest.AsSpan(0, count));
            if (placed == 0)
            {
                strongest.AsSpan(0, count).Clear();
            }

            strongest[next] = double.NegativeInfinity;
            for (var other = 0; other < count; other++)
            {
                // Those already placed stay at minus infinity.
                if (!double.IsNegativeInfinity(strongest[other]))
                {
                    var p = dependence[(next * count) + other];
                    strongest[other] = Math.Max(strongest[other], p);
                    share[other] *= 1 - (CopyDetection.CopyRate * p);
                }
            }
        }
    }

    private static int IndexOfMaximum(ReadOnlySpan<double> numbers)
    {
        var best = 0;
        for (var i = 1; i < numbers.Length; i++)
        {
            best = numbers[i] > numbers[best] ? i : best;
        }

        return best;
    }

    private void DiscountInOrder(ReadOnlySpan<int> sources, double[] probability, Span<double> share)
    {
        for (var i = 0; i < sources.Length; i++)
        {
            positionInClaim[sources[i]] = i;
        }

        foreach (var source in sources)
        {
            for (var pair = pairs.First[source]; pair < pairs.First[source + 1]; pair++)
            {
                var position = positionInClaim[pairs.Partner[pair]];
                if (position >= 0)
                {
                    share[Math.Max(position, positionInClaim[source])] *= 1 - (CopyDetection.CopyRate * probability[pair]);
                }
            }
        }

        foreach (var source in sources)
        {
            positionInClaim[source] = -1;
        }
    }
}
