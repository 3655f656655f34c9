using System.Buffers.Binary;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Puts interned texts in ordinal order.</summary>
internal static class OrdinalOrder
{
    private const int PrefixBytes = sizeof(ulong);

    /// <summary>Indices of the texts in ordinal order: by eight bytes at a time, behind what all have in common.</summary>
    public static Column<int> Of(Interner interner, ColumnStore store)
    {
        var order = store.New<int>(interner.Count);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var keys = store.New<ulong>(order.Length);
        Sort(interner, order.AsSpan(), CommonPrefix(interner), keys.AsSpan());
        keys.Release();
        return order;
    }

    private static int CommonPrefix(Interner interner)
    {
        var common = interner.Count == 0 ? 0 : interner.Utf8(0).Length;
        for (var i = 1; i < interner.Count && common > 0; i++)
        {
            common = Math.Min(common, interner.Utf8(0).CommonPrefixLength(interner.Utf8(i)));
        }

        return common;
    }

    private static void Sort(Interner interner, Span<int> order, int from, Span<ulong> keys)
    {
        var longest = 0;
        for (var i = 0; i < order.Length; i++)
        {
            keys[i] = Key(interner.Utf8(order[i]), from);
            longest = Math.Max(longest, interner.Utf8(order[i]).Length);
        }

        keys.Sort(order);
        for (int start = 0, end; start < order.Length && longest > from; start = end)
        {
            for (end = start + 1; end < order.Length && keys[end] == keys[start];)
            {
                end++;
            }

            if (end - start > 1)
            {
                Sort(interner, order[start..end], from + PrefixBytes - 1, keys[start..end]);
            }
        }
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
