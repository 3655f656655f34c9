namespace Scoring.Explaining;

/// <summary>The first so many of very many things in an order, which is never that of all of them.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="order">The order; no two things are equal in it.</param>
/// <param name="leave">Told of each that is not among them.</param>
internal sealed class Foremost<T>(int most, Comparison<T> order, Action<T>? leave = null)
{
    private readonly List<T> kept = [];
    private bool isFull = most == 0;

    public void Add(T thing)
    {
        if (isFull && (most == 0 || order(thing, kept[most - 1]) > 0))
        {
            leave?.Invoke(thing);
            return;
        }

        kept.Add(thing);
        if (kept.Count >= 2 * most)
        {
            Cut();
        }
    }

    /// <summary>Those that are kept, in order.</summary>
    public List<T> InOrder()
    {
        Cut();
        return kept;
    }

    private void Cut()
    {
        kept.Sort(order);
        for (var i = most; i < kept.Count && leave is not null; i++)
        {
            leave(kept[i]);
        }

        kept.RemoveRange(Math.Min(most, kept.Count), Math.Max(0, kept.Count - most));
        isFull = kept.Count == most;
    }
}
