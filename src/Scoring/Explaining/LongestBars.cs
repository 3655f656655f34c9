namespace Scoring.Explaining;

/// <summary>The longest of many bars, and what the others come to.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class LongestBars(int most)
{
    private readonly PriorityQueue<Bar, Bar> kept = new(Bar.ShortestFirst);

    /// <summary>Bars that are not kept.</summary>
    public int Others { get; private set; }

    /// <summary>Sum of those, in the order in which they left.</summary>
    public double OthersNats { get; private set; }

    public void Add(Bar bar)
    {
        if (kept.Count < most)
        {
            kept.Enqueue(bar, bar);
            return;
        }

        Leave(kept.EnqueueDequeue(bar, bar));
    }

    /// <summary>Keeps one less.</summary>
    public void DropShortest() => Leave(kept.Dequeue());

    /// <summary>Those that are kept, the longest first.</summary>
    public Bar[] InOrder()
    {
        Bar[] bars = [.. kept.UnorderedItems.Select(bar => bar.Element)];
        Array.Sort(bars, Bar.LongestFirst);
        return bars;
    }

    private void Leave(Bar bar)
    {
        Others++;
        OthersNats += bar.Nats;
    }
}
