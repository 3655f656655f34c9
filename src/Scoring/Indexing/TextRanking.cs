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

    /// <summary>Ranks all texts, on all threads.</summary>
    /// <param name="interner">The texts.</param>
    /// <param name="store">Where the ranking lies.</param>
    public static TextRanking Of(Interner interner, ColumnStore store)
    {
        var (rank, end, bytes) = (store.New<int>(interner.Count), store.New<int>(interner.Count), store.New<byte>(interner.Bytes));
        var order = OrdinalOrder.Of(interner, store);
        Runs.ForEach(order.Length, OrdinalOrder.TextsPerRun, store.ThreadLimit, (first, last) =>
        {
            for (var i = first; i < last; i++)
            {
                (end[i], rank[order[i]]) = (interner.Utf8(order[i]).Length, i);
            }
        });
        for (var i = 1; i < end.Length; i++)
        {
            end[i] += end[i - 1];
        }

        Runs.ForEach(order.Length, OrdinalOrder.TextsPerRun, store.ThreadLimit, (first, last) =>
        {
            for (var i = first; i < last; i++)
            {
                var text = interner.Utf8(order[i]);
                text.CopyTo(bytes.AsSpan(end[i] - text.Length));
            }
        });
        order.Release();
        return new TextRanking(new TextColumn(bytes, end), rank);
    }
}
