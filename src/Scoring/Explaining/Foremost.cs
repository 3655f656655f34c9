namespace Scoring.Explaining;

/// <summary>The first so many of very many things in an order, which is never that of all of them.</summary>
/// <typeparam name="T">The things.</typeparam>
/// <typeparam name="TOrder">The order, in which no two things are equal.</typeparam>
/// <param name="most">How many are kept.</param>
/// <param name="leave">Told of each that is not among them.</param>
internal sealed class Foremost<T, TOrder>(int most, Action<T>? leave = null)
    where TOrder : struct, IComparer<T>
{
    private readonly List<T> kept = [];
    private bool isFull = most == 0;

    public void Add(T thing)
    {
        if (isFull && (most == 0 || default(TOrder).Compare(thing, kept[most - 1]) > 0))
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
        kept.Sort(default(TOrder));
        for (var i = most; i < kept.Count && leave is not null; i++)
        {
            leave(kept[i]);
        }

        kept.RemoveRange(Math.Min(most, kept.Count), Math.Max(0, kept.Count - most));
        isFull = kept.Count == most;
    }
}
