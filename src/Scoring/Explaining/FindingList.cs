using System.Globalization;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Looks through the lineage and the values of every item for what a reviewer should see.</summary>
internal sealed class FindingList
{
    private static readonly FindingKind[] Kinds = Enum.GetValues<FindingKind>();

    private readonly Evidence evidence;
    private readonly Corpus corpus;
    private readonly int mostOfEach;
    private readonly List<Finding> findings = [];
    private readonly int[] counts = new int[Kinds.Length];
    private readonly int[] lastItem;

    private FindingList(Evidence evidence, int mostOfEach)
    {
        (this.evidence, corpus, this.mostOfEach) = (evidence, evidence.Corpus, mostOfEach);
        lastItem = new int[corpus.SourceCount];
    }

    /// <summary>The findings kept: by kind, then by item.</summary>
    public IReadOnlyList<Finding> Findings => [.. findings.OrderBy(finding => finding.Kind)];

    /// <summary>Number of findings of a kind, kept or not.</summary>
    public int CountOf(FindingKind kind) => counts[Array.IndexOf(Kinds, kind)];

    /// <summary>Looks for findings.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="copying">Sources that repeat one another.</param>
    /// <param name="mostOfEach">How many of each kind are kept; the others are only counted.</param>
    public static FindingList Of(Evidence evidence, IReadOnlyList<CopyPair> copying, int mostOfEach = int.MaxValue)
    {
        var list = new FindingList(evidence, mostOfEach);
        for (var item = 0; item < list.corpus.ItemCount; item++)
        {
            if (!list.TryCount(item))
            {
                list.AddOfItem(item);
            }
        }

        foreach (var (item, sources) in evidence.Lineage.Circles)
        {
            list.Add(FindingKind.CircularReporting, item, null, sources, "cite one another in a circle, so nobody is the origin: they count as one voice");
        }

        foreach (var pair in copying)
        {
            list.AddCopying(pair);
        }

        return list;
    }

    /// <summary>Counts the findings of a plain item of which none needs to be kept: contradictions and claims of one source.</summary>
    private bool TryCount(int item)
    {
        if (!evidence.Lineage.IsDirect || CountOf(FindingKind.Contradiction) < mostOfEach || CountOf(FindingKind.LoneSource) < mostOfEach)
        {
            return false;
        }

        var (claims, lone) = (0, 0);
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var (first, last) = (corpus.FirstAssertion[claim], corpus.FirstAssertion[claim + 1]);
            for (var a = first; a < last; a++)
            {
                if (lastItem[corpus.SourceOfAssertion[a]] == item + 1)
                {
                    return false;
                }

                lastItem[corpus.SourceOfAssertion[a]] = item + 1;
            }

            claims += last > first ? 1 : 0;
            lone += last == first + 1 ? 1 : 0;
        }

        counts[Array.IndexOf(Kinds, FindingKind.Contradiction)] += claims > 1 ? 1 : 0;
        counts[Array.IndexOf(Kinds, FindingKind.LoneSource)] += lone;
        return true;
    }

    private void AddOfItem(int item)
    {
        var rows = RowsOf(item);
        var active = rows.Where(row => row.Status == AssertionStatus.Active).ToList();
        AddContradiction(item, active);
        AddSelfContradictions(item, active);
        foreach (var ofClaim in active.Where(row => !row.Position.IsDenial).GroupBy(row => row.Position.Claim))
        {
            AddOrigins(item, ofClaim.Key, [.. ofClaim]);
        }

        AddByStatus(item, rows, FindingKind.AtOddsWithOrigin, "relayed somebody as saying what that origin does not say on the item: not counted", AssertionStatus.AtOddsWithOrigin);
        AddByStatus(item, rows, FindingKind.Withdrawn, "took back or replaced an earlier assertion: the earlier one is not counted", AssertionStatus.Retracted, AssertionStatus.Superseded);
    }

    private List<Row> RowsOf(int item)
    {
        var rows = new List<Row>();
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var position = new Position(claim, corpus.Details.StanceOf(a) == Stance.Denies);
                rows.Add(new Row(position, corpus.SourceOfAssertion[a], evidence.Lineage.Root[a], evidence.Lineage.Status[a]));
            }
        }

        return rows;
    }

    private void AddContradiction(int item, List<Row> active)
    {
        var positions = active.Select(row => row.Position).Distinct().ToList();
        var roots = active.Select(row => row.Root).Distinct().ToArray();
        if (IsContested(positions) && roots.Length > 1)
        {
            var said = string.Join(" against ", positions.Select(position => $"'{Shortened.Text(corpus.ValueText(position.Claim))}'{(position.IsDenial ? " denied" : "")}"));
            Add(FindingKind.Contradiction, item, null, active.Select(row => row.Source), said);
        }
    }

    private void AddSelfContradictions(int item, List<Row> active)
    {
        foreach (var ofSource in active.Where(row => row.Root == row.Source).GroupBy(row => row.Source))
        {
            var positions = ofSource.Select(row => row.Position).Distinct().ToList();
            if (IsContested(positions))
            {
                var values = string.Join(" and ", positions.Select(position => $"{(position.IsDenial ? "not " : "")}'{Shortened.Text(corpus.ValueText(position.Claim))}'"));
                Add(FindingKind.SelfContradiction, item, null, [ofSource.Key], $"says {values}: its voice is shared among them");
            }
        }
    }

    /// <summary>Whether two claims of the item are supported, or one is both supported and denied.</summary>
    private static bool IsContested(List<Position> positions) =>
        positions.Count(position => !position.IsDenial) > 1 || positions.Exists(position => position.IsDenial && positions.Contains(position with { IsDenial = false }));

    private void AddOrigins(int item, int claim, List<Row> supporting)
    {
        var value = corpus.ValueText(claim);
        foreach (var ofRoot in supporting.GroupBy(row => row.Root).Where(group => group.Count() > 1))
        {
            var origin = ofRoot.Key == Lineage.UnknownRoot ? "an unknown origin" : $"one origin, {Shortened.Text(corpus.Sources[ofRoot.Key])}";
            Add(FindingKind.SharedOrigin, item, value, ofRoot.Select(row => row.Source), $"{ofRoot.Count()} reports go back to {origin}: they count as one voice");
        }

        if (supporting.Select(row => row.Root).Distinct().Count() == 1)
        {
            var root = supporting[0].Root;
            var whose = root == Lineage.UnknownRoot ? "an unknown origin" : Shortened.Text(corpus.Sources[root]);
            Add(FindingKind.LoneSource, item, value, supporting.Select(row => row.Source), $"rests on {whose} alone");
        }
    }

    private void AddByStatus(int item, List<Row> rows, FindingKind kind, string message, params AssertionStatus[] statuses)
    {
        foreach (var ofClaim in rows.Where(row => statuses.Contains(row.Status)).GroupBy(row => row.Position.Claim))
        {
            Add(kind, item, corpus.ValueText(ofClaim.Key), ofClaim.Select(row => row.Source), message);
        }
    }

    private void AddCopying(CopyPair pair)
    {
        var (source, of) = (Shortened.Text(corpus.Sources[pair.Source]), Shortened.Text(corpus.Sources[pair.Of]));
        var who = pair.IsDirected ? $"{source} repeats {of}" : $"{source} and {of} repeat one another";
        var message = string.Create(
            CultureInfo.InvariantCulture, $"{who}: {pair.SharedErrors:0.#} shared errors, {pair.ByChance:0.#} expected, on {pair.Items} items");
        string[] sources = [corpus.Sources[pair.Source], corpus.Sources[pair.Of]];
        Keep(FindingKind.Copying, () => new Finding(FindingKind.Copying, "", null, [.. sources.Order(StringComparer.Ordinal)], message));
    }

    private void Add(FindingKind kind, int item, string? value, IEnumerable<int> sources, string message) =>
        Keep(kind, () => new Finding(kind, corpus.Items[item], value, [.. sources.Distinct().Order().Select(source => corpus.Sources[source])], message));

    private void Keep(FindingKind kind, Func<Finding> finding)
    {
        if (counts[Array.IndexOf(Kinds, kind)]++ < mostOfEach)
        {
            findings.Add(finding());
        }
    }

    private sealed record Position(int Claim, bool IsDenial);

    private sealed record Row(Position Position, int Source, int Root, AssertionStatus Status);
}
