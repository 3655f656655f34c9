using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Looks through the lineage and the values of one item after another for what a reviewer should see. One for each thread.</summary>
/// <remarks>
/// Most items have nothing of most kinds: that is seen in one walk over their rows, and only the others are looked into.
/// That walk is optimised at once: it begins when the runtime is busy compiling the report, and would be over before its turn came.
/// </remarks>
internal sealed class ItemFindings(Evidence evidence)
{
    private readonly Corpus corpus = evidence.Corpus;
    private readonly SeenNumbers seen = new();
    private readonly List<FindingRow> rows = [];
    private readonly List<FindingRow> active = [];
    private List<Finding> findings = [];
    private FindingTally tally = new(mostOfEach: 0, isOfItems: false);

    /// <summary>Counts the findings of a run of items.</summary>
    /// <param name="block">The items.</param>
    /// <param name="mostOfEach">How many items to tell for each kind.</param>
    public FindingTally Count(ItemBlock block, int mostOfEach)
    {
        tally = new FindingTally(mostOfEach, isOfItems: true);
        for (var item = block.First; item < block.Last; item++)
        {
            if (evidence.Lineage.IsDirect && AllSpeakOnce(item))
            {
                CountPlain(item);
            }
            else
            {
                LookAt(item);
            }
        }

        return tally;
    }

    /// <summary>The findings of some items.</summary>
    /// <param name="kept">The items, ascending.</param>
    /// <param name="mostOfEach">How many of each kind to keep.</param>
    public List<Finding> Find(IEnumerable<int> kept, int mostOfEach)
    {
        (tally, findings) = (new FindingTally(mostOfEach, isOfItems: false), []);
        foreach (var item in kept)
        {
            LookAt(item);
        }

        return findings;
    }

    /// <summary>Whether no source speaks on an item more than once.</summary>
    private bool AllSpeakOnce(int item)
    {
        seen.Clear();
        foreach (var source in corpus.SourceOfAssertion[corpus.AssertionsOfItem(item)])
        {
            if (!seen.Add(source))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Counts what <see cref="LookAt"/> would find on an item on which nobody relays, denies, takes back or says several things.</summary>
    private void CountPlain(int item)
    {
        var supported = 0;
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var supporters = corpus.FirstAssertion[claim + 1] - corpus.FirstAssertion[claim];
            supported += supporters > 0 ? 1 : 0;
            if (supporters == 1)
            {
                tally.Count(FindingKind.LoneSource, item);
            }
        }

        if (supported > 1)
        {
            tally.Count(FindingKind.Contradiction, item);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAt(int item)
    {
        FillRows(item);
        var ofItem = CollectionsMarshal.AsSpan(active);
        if (IsContested(ofItem))
        {
            if (active.Exists(row => row.Root != active[0].Root) && tally.Count(FindingKind.Contradiction, item))
            {
                AddContradiction(item);
            }

            if (corpus.Details.Origin is not null)
            {
                AddDisputedQuotes(item);
            }
        }

        if (SpeaksTwice())
        {
            AddSelfContradictions(item);
        }

        for (int first = 0, last; first < ofItem.Length; first = last)
        {
            for (last = first + 1; last < ofItem.Length && ofItem[last].Claim == ofItem[first].Claim;)
            {
                last++;
            }

            LookAtOrigins(item, ofItem[first..last]);
        }

        if (active.Count < rows.Count)
        {
            AddByStatus(item, FindingKind.AtOddsWithOrigin, "relayed somebody as saying what that origin contradicts on the item: not counted", AssertionStatus.AtOddsWithOrigin);
            AddByStatus(item, FindingKind.Withdrawn, "said something that was taken back or replaced since: not counted", AssertionStatus.Retracted, AssertionStatus.Superseded);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillRows(int item)
    {
        rows.Clear();
        active.Clear();
        var (firstClaim, lastClaim, isTurned) = (corpus.FirstClaim[item], corpus.FirstClaim[item + 1] - 1, false);
        for (var claim = firstClaim; claim <= lastClaim; claim++)
        {
            var other = corpus.Details.Stance is null ? -1 : corpus.OtherAnswer(item, claim);
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var denies = corpus.Details.StanceOf(a) == Stance.Denies;
                var turns = denies && other >= 0;
                var row = new FindingRow(claim, turns ? other : claim, denies && !turns, corpus.SourceOfAssertion[a], evidence.Lineage.Root[a], evidence.Lineage.Status[a]);
                rows.Add(row);
                isTurned |= turns;
                if (row.Status == AssertionStatus.Active)
                {
                    active.Add(row);
                }
            }
        }

        if (isTurned)
        {
            FindingRow[] byClaim = [.. active.OrderBy(row => row.Claim)];
            active.Clear();
            active.AddRange(byClaim);
        }
    }

    /// <summary>Whether two claims of the item are supported, or one is both supported and denied.</summary>
    /// <param name="said">Some of the item's rows, in the order of its claims.</param>
    private static bool IsContested(ReadOnlySpan<FindingRow> said)
    {
        var (supported, denied) = (-1, -1);
        foreach (var row in said)
        {
            if (row.IsDenial ? row.Claim == supported : (supported >= 0 && row.Claim != supported) || row.Claim == denied)
            {
                return true;
            }

            (supported, denied) = row.IsDenial ? (supported, row.Claim) : (row.Claim, denied);
        }

        return false;
    }

    private void AddContradiction(int item)
    {
        var said = active.OrderBy(row => row.About).GroupBy(row => row.About).Select(rows => $"'{Shortened.Text(corpus.ValueText(rows.Key))}'" + (rows.Any(row => row.Denies), rows.All(row => row.Denies)) switch
        {
            (_, true) => " denied",
            (true, _) => " against its denial",
            _ => "",
        });
        Add(FindingKind.Contradiction, item, null, active, Shortened.List(said, " against "));
    }

    /// <summary>Whether a source that speaks for itself does so more than once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool SpeaksTwice()
    {
        seen.Clear();
        foreach (var row in active)
        {
            if (row.Root == row.Source && !seen.Add(row.Source))
            {
                return true;
            }
        }

        return false;
    }

    private void AddSelfContradictions(int item)
    {
        foreach (var ofSource in active.Where(row => row.Root == row.Source).GroupBy(row => row.Source))
        {
            if (IsContested([.. ofSource]) && tally.Count(FindingKind.SelfContradiction, item))
            {
                Add(FindingKind.SelfContradiction, item, null, ofSource, $"says {Positions(ofSource)}: its voice is shared among them");
            }
        }
    }

    private void AddDisputedQuotes(int item)
    {
        foreach (var ofOrigin in active.Where(row => row.Root != row.Source && row.Root != Lineage.UnknownRoot).GroupBy(row => row.Root))
        {
            if (IsContested([.. ofOrigin]) && tally.Count(FindingKind.DisputedQuote, item))
            {
                Add(FindingKind.DisputedQuote, item, null, ofOrigin, $"{Shortened.Text(corpus.Sources[ofOrigin.Key])} is relayed as saying {Positions(ofOrigin)}: its voice is shared among them");
            }
        }
    }

    private string Positions(IEnumerable<FindingRow> said) => Shortened.List(
        said.Select(row => (row.About, row.Denies)).Order().Distinct().Select(position => $"{(position.Denies ? "not " : "")}'{Shortened.Text(corpus.ValueText(position.About))}'"), " and ");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAtOrigins(int item, ReadOnlySpan<FindingRow> ofClaim)
    {
        var (supporting, first, isLone, isShared) = (0, Lineage.UnknownRoot, true, false);
        seen.Clear();
        foreach (var row in ofClaim)
        {
            if (!row.IsDenial)
            {
                first = supporting++ == 0 ? row.Root : first;
                isLone &= row.Root == first;
                isShared |= !seen.Add(row.Root);
            }
        }

        if (isShared)
        {
            AddSharedOrigins(item, Supporting(ofClaim));
        }

        if (supporting > 0 && isLone && tally.Count(FindingKind.LoneSource, item))
        {
            Add(FindingKind.LoneSource, item, ofClaim[0].Claim, Supporting(ofClaim), $"rests on {OriginInWords(first, "")} alone");
        }
    }

    private static IEnumerable<FindingRow> Supporting(ReadOnlySpan<FindingRow> ofClaim) => ofClaim.ToArray().Where(row => !row.IsDenial);

    private void AddSharedOrigins(int item, IEnumerable<FindingRow> supporting)
    {
        foreach (var ofRoot in supporting.GroupBy(row => row.Root).Where(group => group.Count() > 1))
        {
            if (tally.Count(FindingKind.SharedOrigin, item))
            {
                Add(FindingKind.SharedOrigin, item, ofRoot.First().Claim, ofRoot, $"{ofRoot.Count()} reports go back to {OriginInWords(ofRoot.Key, "one origin, ")}: they count as one voice");
            }
        }
    }

    /// <summary>Who first said it, with what is to stand before a name.</summary>
    private string OriginInWords(int root, string before) => root == Lineage.UnknownRoot ? "an unknown origin" : before + Shortened.Text(corpus.Sources[root]);

    private void AddByStatus(int item, FindingKind kind, string message, params AssertionStatus[] statuses)
    {
        foreach (var ofClaim in rows.Where(row => statuses.Contains(row.Status)).GroupBy(row => row.About))
        {
            if (tally.Count(kind, item))
            {
                Add(kind, item, ofClaim.Key, ofClaim, message);
            }
        }
    }

    private void Add(FindingKind kind, int item, int? claim, IEnumerable<FindingRow> said, string message) => findings.Add(new Finding(
        kind, corpus.Items[item], claim is { } index ? corpus.ValueText(index) : null,
        [.. said.Select(row => row.Source).Distinct().Order().Select(source => corpus.Sources[source])], message));
}
