using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>A <see cref="Ranking"/> of very many texts, which stay as they were interned until they are asked for.</summary>
/// <param name="Texts">The texts, ordinal ascending.</param>
/// <param name="Rank">Index into <paramref name="Texts"/> of each text as it was interned.</param>
internal sealed record TextRanking(TextColumn Texts, Column<int> Rank)
{
    /// <summary>Number of texts.</summary>
    public int Length => Texts.Length;

    /// <summary>Ranks all texts.</summary>
    /// <param name="interner">The texts.</param>
    /// <param name="store">Where the ranking lies.</param>
    public static TextRanking Of(Interner interner, ColumnStore store)
    {
        var (rank, end, bytes) = (store.New<int>(interner.Count), store.New<int>(interner.Count), store.New<byte>(interner.Bytes));
        var (order, next) = (OrdinalOrder.Of(interner, store), 0);
        for (var i = 0; i < order.Length; i++)
        {
            var text = interner.Utf8(order[i]);
            text.CopyTo(bytes.AsSpan(next));
            next += text.Length;
            (end[i], rank[order[i]]) = (next, i);
        }

        order.Release();
        return new TextRanking(new TextColumn(bytes, end), rank);
    }
}
