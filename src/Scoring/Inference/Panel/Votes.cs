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
    private const int Unnamed = -1;

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

    /// <summary>The claim of the corpus that each claim is, −1 where sources name it only by denying the other answer; empty where the claims are those of the corpus.</summary>
    private int[] ClaimInCorpus { get; init; } = [];

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
        var (firstClaim, itemOfClaim, labels) = (new int[corpus.ItemCount + 1], new List<int>(corpus.ClaimCount), new List<int>(corpus.ClaimCount));
        var (first, source, voters) = (new List<int>(corpus.ClaimCount + 1) { 0 }, new List<int>(corpus.AssertionCount), new List<int>());
        var (inCorpus, hasDenials, latest) = (new List<int>(), corpus.Details.Denials > 0, asOf?.UtcTicks ?? long.MaxValue);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var (start, end) = (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]);
            if (hasDenials && corpus.HasTwoAnswers(item))
            {
                var (one, other) = end - start == 2 ? (start, start + 1) : corpus.AnswerOf(start) == 1 ? (Unnamed, start) : (start, Unnamed);
                AddAnswer(one, other);
                AddAnswer(other, one);
            }
            else
            {
                for (var claim = start; claim < end; claim++)
                {
                    AddVoters(claim, Stance.Supports);
                    AddClaim(claim, corpus.SharedLabels.Length == 0 ? -1 : corpus.LabelOf(claim));
                }
            }

            firstClaim[item + 1] = itemOfClaim.Count;

            void AddAnswer(int claim, int other)
            {
                if (!IsNamed(corpus, claim) && !IsDenied(corpus, other))
                {
                    return;
                }

                AddVoters(claim, Stance.Supports);
                AddVoters(other, Stance.Denies);
                AddClaim(claim, corpus.SharedLabels.Length == 0 ? -1 : claim == Unnamed ? 1 - corpus.LabelOf(other) : corpus.LabelOf(claim));
            }

            void AddClaim(int claim, int label)
            {
                if (hasDenials)
                {
                    voters.Sort();
                    inCorpus.Add(claim);
                }

                foreach (var voter in voters)
                {
                    if (source.Count == first[^1] || source[^1] != voter)
                    {
                        source.Add(voter);
                    }
                }

                first.Add(source.Count);
                itemOfClaim.Add(item);
                labels.Add(label);
                voters.Clear();
            }
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
            ClaimInCorpus = [.. inCorpus],
        };

        // The assertions of a claim are in order of their sources.
        void AddVoters(int claim, Stance stance)
        {
            var (a, end) = claim == Unnamed ? (0, 0) : (corpus.FirstAssertion[claim], corpus.FirstAssertion[claim + 1]);
            for (; a < end; a++)
            {
                if (corpus.Details.StanceOf(a) == stance && corpus.Details.TimeOf(a) <= latest)
                {
                    voters.Add(corpus.SourceOfAssertion[a]);
                }
            }
        }
    }

    /// <summary>
    /// What a method makes of the votes, for the claims of their corpus: of two answers, one that sources name only by denying the other is not among
    /// those, and one that is only denied is not among the votes.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="answer">What the method makes of the votes.</param>
    public Answer ForClaimsOf(Corpus corpus, Answer answer)
    {
        if (ClaimInCorpus.Length == 0)
        {
            return answer;
        }

        var (credibility, unnamed) = (new double[corpus.ClaimCount], new double[ItemCount]);
        for (var item = 0; item < ItemCount; item++)
        {
            var (left, isLeft) = (0.0, corpus.NamedCount(item));
            for (var claim = FirstClaim[item]; claim < FirstClaim[item + 1]; claim++)
            {
                if (ClaimInCorpus[claim] == Unnamed)
                {
                    left += answer.Credibility[claim];
                }
                else
                {
                    credibility[ClaimInCorpus[claim]] = answer.Credibility[claim];
                    isLeft--;
                }
            }

            unnamed[item] = left + (isLeft == 0 ? answer.Unnamed[item] : 0);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1] && isLeft > 0; claim++)
            {
                credibility[claim] = IsVotedOn(item, claim) ? credibility[claim] : answer.Unnamed[item];
            }
        }

        return new Answer(credibility, unnamed);
    }

    /// <summary>Whether a claim is more than denied: by relations it may be named without an assertion.</summary>
    private static bool IsNamed(Corpus corpus, int claim) =>
        claim != Unnamed && (corpus.FirstAssertion[claim] == corpus.FirstAssertion[claim + 1] || Has(corpus, claim, isDenial: false));

    private static bool IsDenied(Corpus corpus, int claim) => claim != Unnamed && Has(corpus, claim, isDenial: true);

    private static bool Has(Corpus corpus, int claim, bool isDenial)
    {
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            if (corpus.Details.StanceOf(a) == Stance.Denies == isDenial)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsVotedOn(int item, int claim) => ClaimInCorpus.AsSpan(FirstClaim[item]..FirstClaim[item + 1]).Contains(claim);

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
