using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>Takes back what was retracted, on one item after another. One for each thread.</summary>
/// <remarks>
/// A retraction removes what its source said of the value up to then, and whatever came through it; of two answers also a denial of the other,
/// which said the same. One that relays somebody removes what others relay of that; what the origin says itself it removes only if it is later.
/// </remarks>
internal sealed class Retractions(Corpus corpus, Lineage lineage, OriginChains chains)
{
    private const long Always = long.MaxValue;
    private const long Never = AssertionDetails.NoTime;

    // Up to when who took back a value: itself, as others tell, as others tell with a date, or as told by somebody unknown to the one who relays that.
    private readonly Dictionary<(int Value, int Who), long> own = [];
    private readonly Dictionary<(int Value, int Who), long> told = [];
    private readonly Dictionary<(int Value, int Who), long> toldLater = [];
    private readonly Dictionary<(int Value, int Who), long> ofUnknown = [];
    private readonly Dictionary<(int Value, int Who), long> onTheWay = [];
    private readonly List<int> path = [];
    private readonly HashSet<int> onPath = [];

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
        Clear();
        foreach (var (r, claim) in RowsOf(item, AssertionStatus.Retraction))
        {
            Note(r, claim);
        }

        if (own.Count + told.Count + ofUnknown.Count == 0)
        {
            return;
        }

        foreach (var (a, claim) in RowsOf(item, AssertionStatus.Active))
        {
            var other = corpus.Details.StanceOf(a) == Stance.Denies ? corpus.OtherAnswer(item, claim) : -1;
            if (IsTakenBack(a, claim) || (other >= 0 && IsTakenBack(a, other)))
            {
                lineage.Status[a] = AssertionStatus.Retracted;
            }
        }
    }

    private void Clear()
    {
        own.Clear();
        told.Clear();
        toldLater.Clear();
        ofUnknown.Clear();
        onTheWay.Clear();
    }

    private void Note(int retraction, int claim)
    {
        var (source, origin, time) = (corpus.SourceOfAssertion[retraction], chains.OriginOf(retraction), corpus.Details.TimeOf(retraction));
        var until = time == AssertionDetails.NoTime ? Always : time;
        if (origin == OriginChains.SpeaksItself)
        {
            Raise(own, (claim, source), until);
        }
        else if (origin == Lineage.UnknownRoot)
        {
            Raise(ofUnknown, (claim, source), until);
        }
        else
        {
            Raise(told, (claim, origin), until);
            Raise(toldLater, (claim, origin), time);
        }
    }

    private bool IsTakenBack(int assertion, int value)
    {
        var (source, origin, time) = (corpus.SourceOfAssertion[assertion], chains.OriginOf(assertion), corpus.Details.TimeOf(assertion));
        return Covers(UpTo(own, (value, source)), time) || origin switch
        {
            OriginChains.SpeaksItself => time != AssertionDetails.NoTime && time < UpTo(toldLater, (value, source)),
            Lineage.UnknownRoot => Covers(UpTo(ofUnknown, (value, source)), time),
            _ => Covers(OnTheWay(value, origin), time),
        };
    }

    private static bool Covers(long until, long time) => until != Never && time <= until;

    /// <summary>Up to when somebody between a relay and its root took a value back; <see cref="Never"/> if nobody did.</summary>
    private long OnTheWay(int value, int origin)
    {
        path.Clear();
        onPath.Clear();
        long until;
        var source = origin;
        while (!onTheWay.TryGetValue((value, source), out until))
        {
            path.Add(source);
            if (!onPath.Add(source))
            {
                // In a circle all are behind one another.
                until = path.Skip(path.IndexOf(source)).Max(one => Of(value, one));
                break;
            }

            source = chains.NextOf(source);
            if (source < 0)
            {
                until = Never;
                break;
            }
        }

        for (var i = path.Count - 1; i >= 0; i--)
        {
            onTheWay[(value, path[i])] = until = Math.Max(until, Of(value, path[i]));
        }

        return until;
    }

    private long Of(int value, int who) => Math.Max(UpTo(own, (value, who)), UpTo(told, (value, who)));

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

    private static long UpTo(Dictionary<(int Value, int Who), long> retractions, (int Value, int Who) key) => retractions.GetValueOrDefault(key, Never);

    private static void Raise(Dictionary<(int Value, int Who), long> retractions, (int Value, int Who) key, long until)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(retractions, key, out var exists);
        last = exists ? Math.Max(last, until) : until;
    }
}
