using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>Takes back what was retracted, on one item after another. One for each thread.</summary>
/// <remarks>
/// A retraction removes what its source said of the value up to then, and the relays of it; of two answers also a denial of the other, which said the same.
/// </remarks>
internal sealed class Retractions(Corpus corpus, Lineage lineage)
{
    private const long Always = long.MaxValue;
    private const int EitherAnswer = -1;

    private readonly Dictionary<(int Value, int Who), long> byRoot = [];
    private readonly Dictionary<(int Value, int Who), long> byCarrier = [];

    /// <summary>Marks the retractions among some assertions.</summary>
    public void Mark(int start, int end)
    {
        for (var a = start; a < end; a++)
        {
            if (corpus.Details.StanceOf(a) == Stance.Retracts)
            {
                lineage.Status[a] = AssertionStatus.Retraction;
            }
        }
    }

    /// <summary>Marks what the retractions on an item take back.</summary>
    /// <remarks>O(assertions of the item).</remarks>
    public void Apply(int item)
    {
        TakeBack(item, acrossAnswers: false);
        if (corpus.HasTwoAnswers(item))
        {
            TakeBack(item, acrossAnswers: true);
        }
    }

    /// <summary>Takes back what was said of the value that is retracted, or else the denials of either answer.</summary>
    private void TakeBack(int item, bool acrossAnswers)
    {
        byRoot.Clear();
        byCarrier.Clear();
        foreach (var (r, claim) in RowsOf(item, AssertionStatus.Retraction))
        {
            var value = acrossAnswers ? EitherAnswer : claim;
            Note(byCarrier, (value, corpus.SourceOfAssertion[r]), r);
            if (lineage.Root[r] != Lineage.UnknownRoot)
            {
                Note(byRoot, (value, lineage.Root[r]), r);
            }
        }

        if (byCarrier.Count == 0)
        {
            return;
        }

        foreach (var (a, claim) in RowsOf(item, AssertionStatus.Active))
        {
            var value = acrossAnswers ? EitherAnswer : claim;
            if ((!acrossAnswers || corpus.Details.StanceOf(a) == Stance.Denies)
                && (IsBefore(a, byRoot, (value, lineage.Root[a])) || IsBefore(a, byCarrier, (value, corpus.SourceOfAssertion[a]))))
            {
                lineage.Status[a] = AssertionStatus.Retracted;
            }
        }
    }

    private IEnumerable<(int Assertion, int Claim)> RowsOf(int item, AssertionStatus status)
    {
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                if (lineage.Status[a] == status)
                {
                    yield return (a, claim);
                }
            }
        }
    }

    /// <summary>Keeps the latest retraction of each; one without a time takes back whatever was said.</summary>
    private void Note(Dictionary<(int Value, int Who), long> latest, (int Value, int Who) who, int retraction)
    {
        var time = corpus.Details.TimeOf(retraction) is var at && at == AssertionDetails.NoTime ? Always : at;
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, who, out var exists);
        last = exists ? Math.Max(last, time) : time;
    }

    private bool IsBefore(int assertion, Dictionary<(int Value, int Who), long> retractions, (int Value, int Who) who) =>
        retractions.TryGetValue(who, out var last) && corpus.Details.TimeOf(assertion) <= last;
}
