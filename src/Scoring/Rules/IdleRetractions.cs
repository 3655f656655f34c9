using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>Finds retractions of what nobody concerned has said up to then, on one item after another. One for each thread.</summary>
/// <remarks>They take back nothing, whatever else of an item counts: mostly their value is misspelt.</remarks>
internal sealed class IdleRetractions(Corpus corpus, Lineage lineage, OriginChains chains)
{
    private readonly List<(int Assertion, int Claim)> retractions = [];
    private readonly List<(int Assertion, int Value)> rows = [];

    // Since when a value is said by somebody, or came through somebody; and by somebody as told by nobody known.
    private readonly Dictionary<(int Value, int Who), long> said = [];
    private readonly Dictionary<(int Value, int Who), long> saidOfUnknown = [];

    /// <summary>Those found, each with its claim.</summary>
    public List<(int Assertion, int Claim)> Found { get; } = [];

    /// <summary>Looks for them on an item whose chains are resolved.</summary>
    /// <remarks>O(n log n) in the assertions of an item that has retractions.</remarks>
    public void Find(int item)
    {
        if (!HasRetractions(item))
        {
            return;
        }

        retractions.Clear();
        rows.Clear();
        said.Clear();
        saidOfUnknown.Clear();
        Gather(item);

        // The earliest first, so that each is noted once.
        foreach (var (assertion, value) in rows.OrderBy(row => corpus.Details.TimeOf(row.Assertion)))
        {
            Note(assertion, value);
        }

        Found.AddRange(retractions.Where(retraction => IsIdle(retraction.Assertion, retraction.Claim)));
    }

    /// <summary>What to say of them.</summary>
    public static IEnumerable<string> InWords(Corpus corpus, IEnumerable<(int Assertion, int Claim)> found) => found.Select(retraction =>
    {
        var told = corpus.Details.OriginOf(retraction.Assertion);
        var who = corpus.Sources[told >= 0 ? told : corpus.SourceOfAssertion[retraction.Assertion]];
        return $"retractions: '{Shortened.Text(who)}' has not said '{Shortened.Text(corpus.ValueText(retraction.Claim))}' on item '{Shortened.Text(corpus.ItemText(retraction.Claim))}' up to then, so taking it back changes nothing: is it misspelt?";
    });

    private bool HasRetractions(int item)
    {
        foreach (var status in lineage.Status[corpus.AssertionsOfItem(item)])
        {
            if (status == AssertionStatus.Retraction)
            {
                return true;
            }
        }

        return false;
    }

    private void Gather(int item)
    {
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                if (lineage.Status[a] == AssertionStatus.Retraction)
                {
                    retractions.Add((a, claim));
                    continue;
                }

                rows.Add((a, claim));
                if (corpus.Details.StanceOf(a) == Stance.Denies && corpus.OtherAnswer(item, claim) is >= 0 and var other)
                {
                    rows.Add((a, other));
                }
            }
        }
    }

    /// <summary>Notes a value for who says it, and for all through whom it came.</summary>
    private void Note(int assertion, int value)
    {
        var (source, origin, time) = (corpus.SourceOfAssertion[assertion], chains.OriginOf(assertion), corpus.Details.TimeOf(assertion));
        said.TryAdd((value, source), time);
        if (origin == Lineage.UnknownRoot)
        {
            saidOfUnknown.TryAdd((value, source), time);
        }

        for (var who = origin; who >= 0 && said.TryAdd((value, who), time); who = chains.NextOf(who))
        {
        }
    }

    private bool IsIdle(int retraction, int claim)
    {
        var (source, origin, time) = (corpus.SourceOfAssertion[retraction], chains.OriginOf(retraction), corpus.Details.TimeOf(retraction));
        var (known, who) = origin == Lineage.UnknownRoot ? (saidOfUnknown, source) : (said, origin >= 0 ? origin : source);
        return !known.TryGetValue((claim, who), out var since) || (time != AssertionDetails.NoTime && since > time);
    }
}
