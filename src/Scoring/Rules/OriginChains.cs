using Scoring.Indexing;

namespace Scoring.Rules;

/// <summary>Follows who relays whom within one item after another. One for each thread.</summary>
internal sealed class OriginChains(Corpus corpus, Lineage lineage)
{
    /// <summary>In place of an origin.</summary>
    public const int SpeaksItself = -1;

    private readonly Dictionary<int, int> relays = [];
    private readonly Dictionary<int, int> roots = [];
    private readonly Dictionary<int, int> placeOnPath = [];
    private readonly List<int> path = [];

    /// <summary>Items on which sources relay one another in a circle, with those sources.</summary>
    public List<(int Item, int[] Sources)> Circles { get; } = [];

    /// <summary>Fills the root of an item's assertions.</summary>
    /// <remarks>O(assertions of the item): what a chain leads to is found once for all who are on it.</remarks>
    public void Resolve(int item, int start, int end)
    {
        if (corpus.Details.Origin is null)
        {
            corpus.SourceOfAssertion.AsSpan(start, end - start).CopyTo(lineage.Root.AsSpan(start));
            return;
        }

        relays.Clear();
        for (var a = start; a < end; a++)
        {
            // A source that speaks for itself, or relays several, ends a chain. To take something back is not to say something.
            var (source, origin) = (corpus.SourceOfAssertion[a], OriginOf(a));
            if (lineage.Status[a] == AssertionStatus.Retraction)
            {
                continue;
            }

            relays[source] = !relays.TryGetValue(source, out var before) || before == origin ? origin : SpeaksItself;
        }

        roots.Clear();
        List<int[]> circles = [];
        for (var a = start; a < end; a++)
        {
            var origin = OriginOf(a);
            lineage.Root[a] = origin == SpeaksItself ? corpus.SourceOfAssertion[a] : End(origin, circles);
        }

        Circles.AddRange(circles.OrderBy(circle => circle[0]).Select(circle => (item, circle)));
    }

    /// <summary>Whom a source relays on the item resolved last, if that is one; else a negative number.</summary>
    public int NextOf(int source) => relays.GetValueOrDefault(source, SpeaksItself);

    /// <summary>Whom an assertion relays: a source, <see cref="Lineage.UnknownRoot"/> or <see cref="SpeaksItself"/>.</summary>
    public int OriginOf(int assertion)
    {
        var origin = corpus.Details.OriginOf(assertion);
        return origin == AssertionDetails.None || origin == corpus.SourceOfAssertion[assertion] ? SpeaksItself : origin;
    }

    private int End(int source, List<int[]> circles)
    {
        path.Clear();
        placeOnPath.Clear();
        int root;
        while (!roots.TryGetValue(source, out root))
        {
            if (source == Lineage.UnknownRoot || !relays.TryGetValue(source, out var next) || next == SpeaksItself)
            {
                root = source;
                break;
            }

            if (!placeOnPath.TryAdd(source, path.Count))
            {
                circles.Add([.. path.Skip(placeOnPath[source]).Order()]);
                root = Lineage.UnknownRoot;
                break;
            }

            path.Add(source);
            source = next;
        }

        path.ForEach(onPath => roots[onPath] = root);
        return root;
    }
}
