using System.Buffers.Binary;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Puts interned texts in ordinal order.</summary>
internal static class OrdinalOrder
{
    /// <summary>So many a thread takes at a time.</summary>
    public const int TextsPerRun = 1 << 14;

    private const int PrefixBytes = sizeof(ulong);

    /// <summary>Texts that are alike for longer are compared as a whole: rounds are nested.</summary>
    private const int MostAlikeBytes = 64 * (PrefixBytes - 1);

    /// <summary>Of so many a pivot is the median.</summary>
    private const int SampleLength = 255;

    /// <summary>Indices of the texts in ordinal order: by eight bytes at a time, behind what all have in common. On all threads.</summary>
    public static Column<int> Of(Interner interner, ColumnStore store)
    {
        var (count, limit, from) = (interner.Count, store.ThreadLimit, CommonPrefix(interner, store.ThreadLimit));
        var (order, keys) = (store.New<int>(count), store.New<ulong>(count));
        Runs.ForEach(count, TextsPerRun, limit, (first, last) =>
        {
            for (var i = first; i < last; i++)
            {
                (order[i], keys[i]) = (i, Key(interner.Utf8(i), from));
            }
        });
        Sort(keys, order, 0, count, limit.MaxDegreeOfParallelism, limit);
        var cuts = CutsBetween(keys.AsSpan());
        Parallel.For(1, cuts.Count, limit, cut => SortAlike(interner, keys[cuts[cut - 1]..cuts[cut]], order[cuts[cut - 1]..cuts[cut]], from, from + MostAlikeBytes));
        keys.Release();
        return order;
    }

    /// <summary>Length of what all texts begin with, in bytes.</summary>
    private static int CommonPrefix(Interner interner, ParallelOptions limit)
    {
        if (interner.Count == 0)
        {
            return 0;
        }

        var (common, gate) = (interner.Utf8(0).Length, new Lock());
        Runs.ForEach(interner.Count, TextsPerRun, limit, (first, last) =>
        {
            var own = interner.Utf8(0).Length;
            for (var i = first; i < last && own > 0; i++)
            {
                own = Math.Min(own, interner.Utf8(0).CommonPrefixLength(interner.Utf8(i)));
            }

            lock (gate)
            {
                common = Math.Min(common, own);
            }
        });
        return common;
    }

    /// <summary>Sorts by the keys alone: very many are parted at a pivot, and each part is sorted by half of the threads.</summary>
    private static void Sort(Column<ulong> keys, Column<int> order, int start, int end, int threads, ParallelOptions limit)
    {
        if (threads < 2 || end - start < TextsPerRun)
        {
            keys[start..end].Sort(order[start..end]);
            return;
        }

        var middle = start + Part(keys[start..end], order[start..end]);
        Parallel.Invoke(
            limit,
            () => Sort(keys, order, start, middle, threads / 2, limit),
            () => Sort(keys, order, middle, end, threads - (threads / 2), limit));
    }

    /// <summary>Puts smaller keys than the median of a sample before the others.</summary>
    /// <returns>How many are smaller.</returns>
    private static int Part(Span<ulong> keys, Span<int> order)
    {
        Span<ulong> sample = stackalloc ulong[SampleLength];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = keys[(int)((long)keys.Length * i / sample.Length)];
        }

        sample.Sort();
        var (pivot, smaller, end) = (sample[SampleLength / 2], 0, keys.Length);
        while (true)
        {
            while (smaller < end && keys[smaller] < pivot)
            {
                smaller++;
            }

            while (smaller < end && keys[end - 1] >= pivot)
            {
                end--;
            }

            if (smaller == end)
            {
                return smaller;
            }

            (keys[smaller], keys[end - 1]) = (keys[end - 1], keys[smaller]);
            (order[smaller], order[end - 1]) = (order[end - 1], order[smaller]);
        }
    }

    /// <summary>Cuts sorted keys into runs, never between equal ones.</summary>
    private static List<int> CutsBetween(ReadOnlySpan<ulong> keys)
    {
        List<int> cuts = [0];
        for (var end = TextsPerRun; cuts[^1] < keys.Length; end = cuts[^1] + TextsPerRun)
        {
            while (end < keys.Length && keys[end] == keys[end - 1])
            {
                end++;
            }

            cuts.Add(Math.Min(end, keys.Length));
        }

        return cuts;
    }

    /// <summary>Sorts those with equal keys by what follows: by their next bytes or, behind so many, by all.</summary>
    private static void SortAlike(Interner interner, Span<ulong> keys, Span<int> order, int from, int last)
    {
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && keys[end] == keys[start];)
            {
                end++;
            }

            if (end - start > 1 && from < last)
            {
                Sort(interner, keys[start..end], order[start..end], from + PrefixBytes - 1, last);
            }
            else if (end - start > 1)
            {
                order[start..end].Sort((one, other) => Compare(interner.Utf8(one)[from..], interner.Utf8(other)[from..]));
            }
        }
    }

    private static void Sort(Interner interner, Span<ulong> keys, Span<int> order, int from, int last)
    {
        for (var i = 0; i < order.Length; i++)
        {
            keys[i] = Key(interner.Utf8(order[i]), from);
        }

        keys.Sort(order);
        SortAlike(interner, keys, order, from, last);
    }

    private static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var alike = one.CommonPrefixLength(other);
        return Key(one, alike).CompareTo(Key(other, alike));
    }

    /// <summary>
    /// Seven bytes of a text and how many there were, as one number that orders like the text as UTF-16: the two lead bytes of
    /// the characters that UTF-16 puts behind its surrogates come last.
    /// </summary>
    private static ulong Key(ReadOnlySpan<byte> utf8, int from)
    {
        Span<byte> key = stackalloc byte[PrefixBytes];
        key.Clear();
        var part = from < utf8.Length ? utf8[from..Math.Min(utf8.Length, from + PrefixBytes - 1)] : default;
        for (var i = 0; i < part.Length; i++)
        {
            key[i] = part[i] is 0xEE or 0xEF ? (byte)(part[i] + 0x10) : part[i];
        }

        key[PrefixBytes - 1] = (byte)part.Length;
        return BinaryPrimitives.ReadUInt64BigEndian(key);
    }
}
