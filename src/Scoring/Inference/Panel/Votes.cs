using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference.Panel;

/// <summary>
/// What the classical methods read: which source supports which claim, each pair once. They know nothing of source types,
/// origins, hedges or time.
/// </summary>
internal sealed class Votes
{
    private const int Unnamed = -1;

    /// <summary>Number of sources that vote.</summary>
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

    /// <summary>The votes of a corpus: its supporting assertions. Of two answers who denies one votes for the other; other denials and retractions are no votes, nor do these take votes back.</summary>
    /// <param name="corpus">The assertions.</param>
    public static Votes Of(Corpus corpus)
    {
        var statements = new Statements(corpus);
        var (firstClaim, itemOfClaim, inCorpus) = (new int[corpus.ItemCount + 1], new List<int>(corpus.ClaimCount), new List<int>());
        var (first, source, labels) = (new List<int>(corpus.ClaimCount + 1) { 0 }, new List<int>(corpus.AssertionCount), new List<int>());
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var (statement, end) = statements.OfItem(item);
            for (; statement < end; statement++)
            {
                if (!statements.IsRestated || !corpus.HasTwoAnswers(item) || statements.IsSaid(statement))
                {
                    AddVoters(corpus, statements, statement, source);
                    first.Add(source.Count);
                    itemOfClaim.Add(item);
                    if (corpus.SharedLabels.Length > 0)
                    {
                        labels.Add(statements.LabelOf(statement));
                    }

                    if (statements.IsRestated)
                    {
                        inCorpus.Add(statements.ClaimOf(statement));
                    }
                }
            }

            firstClaim[item + 1] = itemOfClaim.Count;
        }

        var (votes, voters) = Numbered(corpus.SourceCount, source);
        int[] firstVote = [.. first];
        var (firstOfSource, claimOfSource) = BySource(voters, firstVote, votes);
        return new Votes
        {
            SourceCount = voters,
            FirstClaim = firstClaim,
            FirstVote = firstVote,
            Source = votes,
            ItemOfClaim = itemOfClaim.ToArray(),
            LabelOfClaim = [.. labels],
            LabelCount = corpus.SharedLabels.Length,
            FirstOfSource = firstOfSource,
            ClaimOfSource = claimOfSource,
            ClaimInCorpus = [.. inCorpus],
        };
    }

    /// <summary>
    /// What a method makes of the votes, for the claims of their corpus: of two answers, one that sources name only by denying the other is not among
    /// those, and one that is only denied is not among the votes.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="corpus">The corpus.</param>
    /// <param name="cancellation">Stops the run.</param>
    public Answer AnswerOf(IPanelMethod method, Corpus corpus, CancellationToken cancellation)
    {
        var answer = method.Infer(this, cancellation);
        return LeaveOpen(corpus, ClaimInCorpus.Length == 0 ? answer : InClaimsOf(corpus, answer));
    }

    private Answer InClaimsOf(Corpus corpus, Answer answer)
    {
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

    /// <summary>Of a value of an open item that nobody votes on nothing is known, whatever a method makes of it.</summary>
    private Answer LeaveOpen(Corpus corpus, Answer answer)
    {
        var (credibility, unnamed) = (answer.Credibility, answer.Unnamed);
        for (var item = 0; item < ItemCount; item++)
        {
            if (VotesOn(item) == 0 && corpus.IsOpen(item))
            {
                credibility.AsSpan(corpus.FirstClaim[item], corpus.NamedCount(item)).Clear();
                unnamed[item] = 1;
            }
        }

        return answer;
    }

    /// <summary>Adds the sources that say so, each once and ascending.</summary>
    private static void AddVoters(Corpus corpus, Statements statements, int statement, List<int> source)
    {
        var (start, (place, end)) = (source.Count, statements.PlacesOf(statement));
        for (; place < end; place++)
        {
            var a = statements.AssertionAt(place);
            if (statements.Says(statement, a))
            {
                source.Add(corpus.SourceOfAssertion[a]);
            }
        }

        var voters = CollectionsMarshal.AsSpan(source)[start..];
        voters.Sort();
        var count = 0;
        foreach (var voter in voters)
        {
            if (count == 0 || voters[count - 1] != voter)
            {
                voters[count++] = voter;
            }
        }

        CollectionsMarshal.SetCount(source, start + count);
    }

    private bool IsVotedOn(int item, int claim) => ClaimInCorpus.AsSpan(FirstClaim[item]..FirstClaim[item + 1]).Contains(claim);

    /// <summary>Numbers those who vote, in their order: of others no method is to know.</summary>
    private static (int[] Source, int Count) Numbered(int sources, List<int> source)
    {
        var (number, count) = (new int[sources], 0);
        source.ForEach(voter => number[voter] = 1);
        for (var s = 0; s < sources; s++)
        {
            number[s] = number[s] == 0 ? -1 : count++;
        }

        return ([.. source.Select(voter => number[voter])], count);
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
