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

    /// <summary>The votes of a corpus: its supporting assertions. Of two answers who denies one votes for the other; other denials and retractions are no votes.</summary>
    /// <param name="corpus">The assertions.</param>
    /// <param name="asOf">Leaves out later assertions.</param>
    public static Votes Of(Corpus corpus, DateTimeOffset? asOf = null)
    {
        var (firstClaim, itemOfClaim, labels) = (new int[corpus.ItemCount + 1], new List<int>(corpus.ClaimCount), new List<int>());
        var (first, source, voters) = (new List<int>(corpus.ClaimCount + 1) { 0 }, new List<int>(corpus.AssertionCount), new List<int>());
        var latest = asOf?.UtcTicks ?? long.MaxValue;
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var (start, named) = (corpus.FirstClaim[item], corpus.NamedCount(item));
            var isOfTwo = corpus.Details.Denials > 0 && corpus.UnnamedHypotheses[item] != Corpus.Open && named + corpus.UnnamedHypotheses[item] == 2;
            for (var i = 0; i < named; i++)
            {
                AddVoters(start + i, Stance.Supports);
                if (isOfTwo && named == 2)
                {
                    AddVoters(start + 1 - i, Stance.Denies);
                }

                AddClaim(item, corpus.SharedLabels.Length == 0 ? -1 : corpus.LabelOf(start + i));
            }

            if (isOfTwo && named == 1)
            {
                AddVoters(start, Stance.Denies);
                if (voters.Count > 0)
                {
                    AddClaim(item, corpus.SharedLabels.Length == 0 ? -1 : 1 - corpus.LabelOf(start));
                }
            }

            firstClaim[item + 1] = itemOfClaim.Count;
        }

        int[] votes = [.. source];
        int[] firstVote = [.. first];
        var (firstOfSource, claimOfSource) = BySource(corpus.SourceCount, firstVote, votes);
        return new Votes
        {
            SourceCount = corpus.SourceCount,
            FirstClaim = firstClaim,
            FirstVote = firstVote,
            Source = votes,
            ItemOfClaim = itemOfClaim.ToArray(),
            LabelOfClaim = corpus.SharedLabels.Length == 0 ? [] : [.. labels],
            LabelCount = corpus.SharedLabels.Length,
            FirstOfSource = firstOfSource,
            ClaimOfSource = claimOfSource,
        };

        void AddVoters(int claim, Stance stance)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                if (corpus.Details.StanceOf(a) == stance && corpus.Details.TimeOf(a) <= latest)
                {
                    voters.Add(corpus.SourceOfAssertion[a]);
                }
            }
        }

        void AddClaim(int item, int label)
        {
            source.AddRange(voters.Distinct().Order());
            first.Add(source.Count);
            itemOfClaim.Add(item);
            labels.Add(label);
            voters.Clear();
        }
    }

    /// <summary>What a method makes of the votes, for the claims of their corpus: an answer that sources named only by denying the other is not among them.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="answer">What the method makes of the votes.</param>
    public Answer ForClaimsOf(Corpus corpus, Answer answer)
    {
        if (ClaimCount == corpus.ClaimCount)
        {
            return answer;
        }

        var (credibility, unnamed) = (new double[corpus.ClaimCount], new double[ItemCount]);
        for (var item = 0; item < ItemCount; item++)
        {
            unnamed[item] = answer.Unnamed[item];
            for (var i = 0; i < NamedCount(item); i++)
            {
                if (i < corpus.NamedCount(item))
                {
                    credibility[corpus.FirstClaim[item] + i] = answer.Credibility[FirstClaim[item] + i];
                }
                else
                {
                    unnamed[item] += answer.Credibility[FirstClaim[item] + i];
                }
            }
        }

        return new Answer(credibility, unnamed);
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
