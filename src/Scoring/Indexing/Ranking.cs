using System.Buffers.Binary;
using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>Texts in ordinal order, and where each index of first sight went.</summary>
/// <param name="Texts">The texts, ordinal ascending.</param>
/// <param name="Rank">Index into <paramref name="Texts"/> of each text as it was interned.</param>
internal sealed record Ranking(string[] Texts, int[] Rank)
{
    private const int PrefixBytes = sizeof(ulong);

    /// <summary>Ranks all texts; those for which <paramref name="sameAs"/> gives the same word become one, under the ordinally first spelling.</summary>
    public static Ranking Of(Interner interner, Func<string, string?>? sameAs = null)
    {
        var rank = new int[interner.Count];
        var order = Order(interner);
        if (sameAs is null)
        {
            var all = new string[order.Length];
            for (var i = 0; i < order.Length; i++)
            {
                (all[i], rank[order[i]]) = (interner[order[i]], i);
            }

            return new Ranking(all, rank);
        }

        var texts = new List<string>(interner.Count);
        var firstSpelling = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var index in order)
        {
            var text = interner[index];
            if (sameAs(text) is { } word && !firstSpelling.TryAdd(word, texts.Count))
            {
                rank[index] = firstSpelling[word];
                continue;
            }

            rank[index] = texts.Count;
            texts.Add(text);
        }

        return new Ranking([.. texts], rank);
    }

    /// <summary>Indices of the texts in ordinal order: by eight bytes at a time, behind what all have in common.</summary>
    private static int[] Order(Interner interner)
    {
        var order = new int[interner.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Sort(interner, order, CommonPrefix(interner), new ulong[order.Length]);
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
