using Scoring.Indexing;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>Who relays whom on one item, laid out from left to right: column by distance from the origin, row by row.</summary>
internal sealed class LineageTree
{
    private readonly SortedDictionary<int, SortedSet<int>> relays = [];
    private readonly Dictionary<int, (int Column, int Row)> place = [];
    private int rows;

    private LineageTree(Evidence evidence, int item)
    {
        var corpus = evidence.Corpus;
        var range = corpus.AssertionsOfItem(item);
        for (var a = range.Start.Value; a < range.End.Value; a++)
        {
            var (source, origin) = (corpus.SourceOfAssertion[a], corpus.Details.OriginOf(a));
            Speaking.Add(source);
            if (origin != AssertionDetails.None && origin != source)
            {
                Add(origin).Add(source);
                Add(source);
            }
            else
            {
                Own.Add(source);
                Add(source);
            }
        }
    }

    /// <summary>Sources that say something on the item, for themselves or for others.</summary>
    public SortedSet<int> Speaking { get; } = [];

    /// <summary>Sources that speak for themselves.</summary>
    public SortedSet<int> Own { get; } = [];

    /// <summary>Column and row of each source; <see cref="SourceIndex.UnknownOrigin"/> is one too.</summary>
    public IReadOnlyDictionary<int, (int Column, int Row)> Place => place;

    /// <summary>From whom to whom.</summary>
    public IEnumerable<(int Origin, int Relay)> Edges => relays.SelectMany(relay => relay.Value.Select(to => (relay.Key, to)));

    /// <summary>The tree of an item; <see langword="null"/> where nobody relays anybody or where it would be too large to read.</summary>
    public static LineageTree? Of(Evidence evidence, int item, int most)
    {
        if (evidence.Corpus.Details.Origin is null)
        {
            return null;
        }

        var tree = new LineageTree(evidence, item);
        if (!tree.Edges.Any() || tree.relays.Count > most)
        {
            return null;
        }

        var relayed = tree.Edges.Select(edge => edge.Relay).ToHashSet();
        foreach (var source in tree.relays.Keys.OrderBy(source => relayed.Contains(source) && !tree.Own.Contains(source)).ThenBy(source => source))
        {
            if (!tree.place.ContainsKey(source))
            {
                tree.Lay(source, column: 0);
                tree.rows++;
            }
        }

        return tree;
    }

    private void Lay(int source, int column)
    {
        place[source] = (column, rows);
        var isFirst = true;
        foreach (var relay in relays[source].Where(relay => !place.ContainsKey(relay) && !Own.Contains(relay)).ToArray())
        {
            if (!place.ContainsKey(relay))
            {
                rows += isFirst ? 0 : 1;
                isFirst = false;
                Lay(relay, column + 1);
            }
        }
    }

    private SortedSet<int> Add(int source) => relays.TryGetValue(source, out var set) ? set : relays[source] = [];
}
