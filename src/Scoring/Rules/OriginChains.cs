using Scoring.Indexing;

namespace Scoring.Rules;

/// <summary>Follows who relays whom within one item.</summary>
internal readonly struct OriginChains(Corpus corpus, Lineage lineage, int item)
{
    private const int SpeaksItself = -1;

    /// <summary>Fills the root of the item's assertions.</summary>
    public void Resolve(int start, int end)
    {
        if (corpus.Details.Origin is null)
        {
            corpus.SourceOfAssertion.AsSpan(start, end - start).CopyTo(lineage.Root.AsSpan(start));
            return;
        }

        var relays = new Dictionary<int, int>();
        for (var a = start; a < end; a++)
        {
            if (lineage.Status[a] == AssertionStatus.AfterAsOf)
            {
                continue;
            }

            // A source that speaks for itself, or relays several, ends a chain.
            var (source, origin) = (corpus.SourceOfAssertion[a], OriginOf(a));
            relays[source] = !relays.TryGetValue(source, out var before) || before == origin ? origin : SpeaksItself;
        }

        var circles = new Dictionary<int, int[]>();
        for (var a = start; a < end; a++)
        {
            var origin = OriginOf(a);
            lineage.Root[a] = origin == SpeaksItself ? corpus.SourceOfAssertion[a] : End(origin, relays, circles);
        }

        foreach (var circle in circles.OrderBy(circle => circle.Key))
        {
            lineage.Circles.Add((item, circle.Value));
        }
    }

    private int OriginOf(int assertion)
    {
        var origin = corpus.Details.OriginOf(assertion);
        return origin == AssertionDetails.None || origin == corpus.SourceOfAssertion[assertion] ? SpeaksItself : origin;
    }

    private static int End(int source, Dictionary<int, int> relays, Dictionary<int, int[]> circles)
    {
        var path = new List<int>();
        while (source != Lineage.UnknownRoot && relays.TryGetValue(source, out var next) && next != SpeaksItself)
        {
            var seen = path.IndexOf(source);
            if (seen >= 0)
            {
                var circle = path[seen..].Order().ToArray();
                circles.TryAdd(circle[0], circle);
                return circle[0];
            }

            path.Add(source);
            source = next;
        }

        return source;
    }
}
