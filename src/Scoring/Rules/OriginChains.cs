using Scoring.Indexing;

namespace Scoring.Rules;

/// <summary>Follows who relays whom within one item after another. One for each thread.</summary>
internal sealed class OriginChains(Corpus corpus, Lineage lineage)
{
    private const int SpeaksItself = -1;

    private readonly Dictionary<int, int> relays = [];
    private readonly Dictionary<int, int[]> circles = [];
    private readonly List<int> path = [];

    /// <summary>Items on which sources relay one another in a circle, with those sources.</summary>
    public List<(int Item, int[] Sources)> Circles { get; } = [];

    /// <summary>Fills the root of an item's assertions.</summary>
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
            // A source that speaks for itself, or relays several, ends a chain.
            var (source, origin) = (corpus.SourceOfAssertion[a], OriginOf(a));
            relays[source] = !relays.TryGetValue(source, out var before) || before == origin ? origin : SpeaksItself;
        }

        circles.Clear();
        for (var a = start; a < end; a++)
        {
            var origin = OriginOf(a);
            lineage.Root[a] = origin == SpeaksItself ? corpus.SourceOfAssertion[a] : End(origin);
        }

        foreach (var circle in circles.OrderBy(circle => circle.Key))
        {
            Circles.Add((item, circle.Value));
        }
    }

    private int OriginOf(int assertion)
    {
        var origin = corpus.Details.OriginOf(assertion);
        return origin == AssertionDetails.None || origin == corpus.SourceOfAssertion[assertion] ? SpeaksItself : origin;
    }

    private int End(int source)
    {
        path.Clear();
        while (source != Lineage.UnknownRoot && relays.TryGetValue(source, out var next) && next != SpeaksItself)
        {
            var seen = path.IndexOf(source);
            if (seen >= 0)
            {
                var circle = path.Skip(seen).Order().ToArray();
                circles.TryAdd(circle[0], circle);
                return Lineage.UnknownRoot;
            }

            path.Add(source);
            source = next;
        }

        return source;
    }
}
