using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Inference.Panel;

/// <summary>
/// What the classical methods read: which source supports which claim, each pair once. They know nothing of source types,
/// origins, hedges or time.
/// </summary>
internal sealed class Votes
{
    /// <summary>Number of sources, those without a vote included.</summary>
    public required int SourceCount { get; init; }

    /// <summary>First claim of each item, then the number of claims.</summary>
    public required Column<int> FirstClaim { get; init; }

    /// <summary>First vote of each claim, then the number of votes.</summary>
    public required int[] FirstVote { get; init; }

    /// <summary>Source of each vote; ascending within a claim.</summary>
    public required int[] Source { get; init; }

    /// <summary>Item of each claim.</summary>
    public required Column<int> ItemOfClaim { get; init; }

    /// <summary>Position of each claim's value in the label set that all items share; empty if they share none.</summary>
    public required int[] LabelOfClaim { get; init; }

    /// <summary>Size of the label set that all items share; 0 if they share none.</summary>
    public required int LabelCount { get; init; }

    /// <summary>First entry of each source in <see cref="ClaimOfSource"/>, then the number of votes.</summary>
    public required int[] FirstOfSource { get; init; }

    /// <summary>Claims that each source supports, ascending within a source.</summary>
    public required int[] ClaimOfSource { get; init; }

    public int ItemCount => FirstClaim.Length - 1;

    public int ClaimCount => FirstVote.Length - 1;

    public int VoteCount => Source.Length;

    /// <summary>Claims that the source supports, ascending.</summary>
    public ReadOnlySpan<int> ClaimsOf(int source) => ClaimOfSource.AsSpan(FirstOfSource[source]..FirstOfSource[source + 1]);

    /// <summary>Sources of the claim, ascending.</summary>
    public ReadOnlySpan<int> SourcesOf(int claim) => Source.AsSpan(FirstVote[claim]..FirstVote[claim + 1]);

    /// <summary>Number of values of the item that are claims.</summary>
    public int NamedCount(int item) => FirstClaim[item + 1] - FirstClaim[item];

    /// <summary>Number of votes on the item.</summary>
    public int VotesOn(int item) => FirstVote[FirstClaim[item + 1]] - FirstVote[FirstClaim[item]];

    /// <summary>The votes of a corpus: its supporting assertions. Denials and retractions are no votes.</summary>
    /// <param name="corpus">The assertions.</param>
    /// <param name="asOf">Leaves out later assertions.</param>
    public static Votes Of(Corpus corpus, DateTimeOffset? asOf = null)
    {
        var (first, source) = (new int[corpus.ClaimCount + 1], new List<int>(corpus.AssertionCount));
        var latest = asOf?.UtcTicks ?? long.MaxValue;
        for (var claim = 0; claim < corpus.ClaimCount; claim++)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                // The assertions of a claim are in order of their sources.
                var isNew = source.Count == first[claim] || source[^1] != corpus.SourceOfAssertion[a];
                if (isNew && corpus.Details.StanceOf(a) == Stance.Supports && corpus.Details.TimeOf(a) <= latest)
                {
                    source.Add(corpus.SourceOfAssertion[a]);
                }
            }

            first[claim + 1] = source.Count;
        }

        int[] votes = [.. source];
        var (firstOfSource, claimOfSource) = BySource(corpus.SourceCount, first, votes);
        return new Votes
        {
            SourceCount = corpus.SourceCount,
            FirstClaim = corpus.FirstClaim,
            FirstVote = first,
            Source = votes,
            ItemOfClaim = corpus.ItemOfClaim,
            LabelOfClaim = corpus.SharedLabels.Length == 0 ? [] : [.. Enumerable.Range(0, corpus.ClaimCount).Select(corpus.LabelOf)],
            LabelCount = corpus.SharedLabels.Length,
            FirstOfSource = firstOfSource,
            ClaimOfSource = claimOfSource,
        };
    }

    private static (int[] First, int[] Claim) BySource(int sources, int[] firstVote, int[] source)
    {
        var first = new int[sources + 1];
        foreach (var s in source)
        {
            first[s + 1]++;
        }

        for (var s = 0; s < sources; s++)
        {
            first[s + 1] += first[s];
        }

        var (next, claims) = (first[..sources], new int[source.Length]);
        for (var claim = 0; claim + 1 < firstVote.Length; claim++)
        {
            for (var vote = firstVote[claim]; vote < firstVote[claim + 1]; vote++)
            {
                claims[next[source[vote]]++] = claim;
            }
        }

        return (first, claims);
    }
}
