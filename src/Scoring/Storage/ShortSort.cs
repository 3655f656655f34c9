using System.Numerics;

namespace Scoring.Storage;

/// <summary>Sorts in place what is mostly short, as the rows of an item are: short runs by insertion, where the library's sort takes a delegate made for each call and goes through it for each comparison.</summary>
internal static class ShortSort
{
    private const int Short = 32;

    /// <summary>Sorts numbers, the least first.</summary>
    public static void Sort<TKey>(Span<TKey> keys)
        where TKey : struct, IComparisonOperators<TKey, TKey, bool>
    {
        if (keys.Length > Short)
        {
            keys.Sort();
            return;
        }

        for (var next = 1; next < keys.Length; next++)
        {
            var (key, place) = (keys[next], next);
            for (; place > 0 && keys[place - 1] > key; place--)
            {
                keys[place] = keys[place - 1];
            }

            keys[place] = key;
        }
    }

    /// <summary>Sorts numbers and what goes with them; what goes with equal ones comes in any order.</summary>
    public static void Sort<TKey, TItem>(Span<TKey> keys, Span<TItem> items)
        where TKey : struct, IComparisonOperators<TKey, TKey, bool>
    {
        if (keys.Length > Short)
        {
            keys.Sort(items);
            return;
        }

        for (var next = 1; next < keys.Length; next++)
        {
            var (key, item, place) = (keys[next], items[next], next);
            for (; place > 0 && keys[place - 1] > key; place--)
            {
                (keys[place], items[place]) = (keys[place - 1], items[place - 1]);
            }

            (keys[place], items[place]) = (key, item);
        }
    }
}
