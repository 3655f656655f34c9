namespace Scoring.Inference.Panel;

/// <summary>Pairs of sources that share enough claims for one to have copied the other. Each pair once, at the source with more votes.</summary>
/// <remarks>
/// Found through the votes of each claim, never by comparing all sources. A claim of more than <see cref="MostSupporters"/> sources
/// pairs nobody (what so many say is no sign of copying), so that there are at most votes × 32 meetings, and half as many pairs.
/// </remarks>
internal sealed class SourcePairs
{
    /// <summary>Most sources of a claim that pairs them.</summary>
    public const int MostSupporters = 64;

    /// <summary>Fewest such claims that a pair shares.</summary>
    public const int LeastShared = 2;

    private readonly Votes votes;

    private SourcePairs(Votes votes, int[] first, int[] partner) => (this.votes, First, Partner) = (votes, first, partner);

    /// <summary>First pair of each source, then the number of pairs.</summary>
    public int[] First { get; }

    /// <summary>The other source of each pair, the one with fewer votes (on equal terms the earlier one); ascending within a source.</summary>
    public int[] Partner { get; }

    /// <summary>Finds the pairs.</summary>
    public static SourcePairs Of(Votes votes, CancellationToken cancellation)
    {
        var (first, partner) = (new int[votes.SourceCount + 1], new List<int>());
        var (shared, met) = (new int[votes.SourceCount], new List<int>());
        for (var source = 0; source < votes.SourceCount; source++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var claim in votes.ClaimsOf(source))
            {
                var supporters = votes.SourcesOf(claim);
                for (var i = 0; supporters.Length <= MostSupporters && i < supporters.Length; i++)
                {
                    if (IsLarger(votes, source, supporters[i]) && shared[supporters[i]]++ == 0)
                    {
                        met.Add(supporters[i]);
                    }
                }
            }

            met.Sort();
            foreach (var other in met)
            {
                if (shared[other] >= LeastShared)
                {
                    partner.Add(other);
                }

                shared[other] = 0;
            }

            met.Clear();
            first[source + 1] = partner.Count;
        }

        return new SourcePairs(votes, first, [.. partner]);
    }

    /// <summary>Index of the pair, or a negative number.</summary>
    public int Find(int a, int b)
    {
        var (larger, smaller) = IsLarger(votes, a, b) ? (a, b) : (b, a);
        return Array.BinarySearch(Partner, First[larger], First[larger + 1] - First[larger], smaller);
    }

    private static bool IsLarger(Votes votes, int a, int b)
    {
        var more = votes.ClaimsOf(a).Length - votes.ClaimsOf(b).Length;
        return more > 0 || (more == 0 && a > b);
    }
}
