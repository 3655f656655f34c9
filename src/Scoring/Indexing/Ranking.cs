using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Texts in ordinal order, and where each index of first sight went.</summary>
/// <param name="Texts">The texts, ordinal ascending.</param>
/// <param name="Rank">Index into <paramref name="Texts"/> of each text as it was interned.</param>
internal sealed record Ranking(string[] Texts, int[] Rank)
{
    /// <summary>Ranks all texts; those for which <paramref name="sameAs"/> gives the same word become one, under the ordinally first spelling.</summary>
    /// <param name="interner">The texts.</param>
    /// <param name="store">Where they are put in order, by as many threads as it lets.</param>
    /// <param name="sameAs">The word for which a text stands, if for one.</param>
    public static Ranking Of(Interner interner, ColumnStore store, Func<string, string?>? sameAs = null)
    {
        var rank = new int[interner.Count];
        var texts = new List<string>(interner.Count);
        var firstSpelling = new Dictionary<string, int>(StringComparer.Ordinal);
        var order = OrdinalOrder.Of(interner, store);
        foreach (var index in order)
        {
            var text = interner[index];
            if (sameAs?.Invoke(text) is { } word && !firstSpelling.TryAdd(word, texts.Count))
            {
                rank[index] = firstSpelling[word];
                continue;
            }

            rank[index] = texts.Count;
            texts.Add(text);
        }

        order.Release();
        return new Ranking([.. texts], rank);
    }
}
