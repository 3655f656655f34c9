using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>Drops relays that have their origin say what it did not, on one item after another. One for each thread.</summary>
/// <remarks>Where an origin speaks on the item itself, relays that have it say something else do not count, unless they are later.</remarks>
internal sealed class Misquotes(Corpus corpus, Lineage lineage)
{
    private readonly HashSet<(int Root, int Claim, Stance Stance)> said = [];
    private readonly HashSet<(int Root, string Word, Stance Stance)> saidInWords = [];
    private readonly Dictionary<int, long> lastSaid = [];

    /// <summary>Marks the misquotes on an item.</summary>
    /// <remarks>O(assertions of the item).</remarks>
    public void Drop(int item)
    {
        if (!HasRelays(item))
        {
            return;
        }

        said.Clear();
        saidInWords.Clear();
        lastSaid.Clear();
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            Listen(claim);
        }

        for (var claim = corpus.FirstClaim[item]; lastSaid.Count > 0 && claim < corpus.FirstClaim[item + 1]; claim++)
        {
            Check(item, claim);
        }
    }

    private bool HasRelays(int item)
    {
        for (var a = corpus.AssertionsOfItem(item).Start.Value; a < corpus.AssertionsOfItem(item).End.Value; a++)
        {
            if (lineage.IsRelay(a))
            {
                return true;
            }
        }

        return false;
    }

    private void Listen(int claim)
    {
        var word = YesNo.Word(corpus.ValueText(claim));
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            if (lineage.Status[a] != AssertionStatus.Active || lineage.IsRelay(a))
            {
                continue;
            }

            var (root, stance, time) = (lineage.Root[a], corpus.Details.StanceOf(a), corpus.Details.TimeOf(a));
            said.Add((root, claim, stance));
            if (word is not null)
            {
                saidInWords.Add((root, word, stance));
            }

            // Nothing is later than what has no time.
            time = time == AssertionDetails.NoTime ? long.MaxValue : time;
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(lastSaid, root, out var exists);
            last = exists ? Math.Max(last, time) : time;
        }
    }

    private void Check(int item, int claim)
    {
        var opposite = YesNo.Opposite(corpus.ValueText(claim));
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            var (root, stance) = (lineage.Root[a], corpus.Details.StanceOf(a));
            if (lineage.Status[a] == AssertionStatus.Active && lineage.IsRelay(a)
                && lastSaid.TryGetValue(root, out var last) && corpus.Details.TimeOf(a) <= last && !HasSaid(item, root, claim, opposite, stance))
            {
                lineage.Status[a] = AssertionStatus.AtOddsWithOrigin;
            }
        }
    }

    /// <summary>Whether a root has taken a position itself: of two answers, or of yes and no beside others, to deny one is to support the other.</summary>
    private bool HasSaid(int item, int root, int claim, string? opposite, Stance stance)
    {
        var reverse = stance == Stance.Denies ? Stance.Supports : Stance.Denies;
        return said.Contains((root, claim, stance))
            || (corpus.HasTwoAnswers(item) && corpus.NamedCount(item) == 2 && said.Contains((root, corpus.FirstClaim[item] + corpus.FirstClaim[item + 1] - 1 - claim, reverse)))
            || (opposite is not null && saidInWords.Contains((root, opposite, reverse)));
    }
}
