using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Texts in ordinal order, and where each index of first sight went.</summary>
/// <param name="Texts">The texts, ordinal ascending.</param>
/// <param name="Rank">Index into <paramref name="Texts"/> of each text as it was interned.</param>
internal sealed record Ranking(string[] Texts, int[] Rank)
{
    /// <summary>Ranks all texts.</summary>
    /// <param name="interner">The texts.</param>
    /// <param name="store">Where they are put in order, by as many threads as it lets.</param>
    public static Ranking Of(Interner interner, ColumnStore store)
    {
        var (rank, texts) = (new int[interner.Count], new string[interner.Count]);
        var order = OrdinalOrder.Of(interner, store);
        for (var place = 0; place < order.Length; place++)
        {
            (rank[order[place]], texts[place]) = (place, interner[order[place]]);
        }

        order.Release();
        return new Ranking(texts, rank);
    }
}
