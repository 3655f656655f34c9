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

    /// <summary>Ranks all texts, on all threads; those for which <paramref name="sameAs"/> gives the same word become one, under the ordinally first spelling.</summary>
    /// <param name="interner">The texts.</param>
    /// <param name="store">Where the ranking lies.</param>
    /// <param name="sameAs">The word for which a text stands, if for one: few do.</param>
    public static TextRanking Of(Interner interner, ColumnStore store, Func<string, string?>? sameAs = null)
    {
        var order = OrdinalOrder.Of(interner, store);
        var spellings = sameAs is null ? [] : OtherSpellings(interner, order, store.ThreadLimit, sameAs);
        var (rank, end) = (store.New<int>(order.Length), store.New<int>(order.Length - spellings.Length));
        ForEach((place, before, of) =>
        {
            rank[order[place]] = of ?? place - before;
            if (of is null)
            {
                end[place - before] = interner.Utf8(order[place]).Length;
            }
        });
        for (var i = 1; i < end.Length; i++)
        {
            end[i] += end[i - 1];
        }

        var bytes = store.New<byte>(end.Length == 0 ? 0 : end[^1]);
        ForEach((place, before, of) =>
        {
            if (of is null)
            {
                var text = interner.Utf8(order[place]);
                text.CopyTo(bytes.AsSpan(end[place - before] - text.Length));
            }
        });
        order.Release();
        return new TextRanking(new TextColumn(bytes, end), rank);

        // Each place with the number of other spellings before it, and the rank of what it is another spelling of.
        void ForEach(Action<int, int, int?> act) => Runs.ForEach(order.Length, OrdinalOrder.TextsPerRun, store.ThreadLimit, (first, last) =>
        {
            var before = spellings.AsSpan().BinarySearch((first, -1));
            before = before < 0 ? ~before : before;
            for (var place = first; place < last; place++)
            {
                if (before < spellings.Length && spellings[before].Place == place)
                {
                    act(place, before, spellings[before].Rank);
                    before++;
                }
                else
                {
                    act(place, before, null);
                }
            }
        });
    }

    /// <summary>Places in ordinal order of the spellings of a word but the first, with the rank of that.</summary>
    private static (int Place, int Rank)[] OtherSpellings(Interner interner, Column<int> order, ParallelOptions limit, Func<string, string?> sameAs)
    {
        var words = new List<(int Place, string Word)>();
        Runs.ForEach(order.Length, OrdinalOrder.TextsPerRun, limit, (first, last) =>
        {
            for (var place = first; place < last; place++)
            {
                if (sameAs(interner[order[place]]) is { } word)
                {
                    lock (words)
                    {
                        words.Add((place, word));
                    }
                }
            }
        });
        var (others, rankOf) = (new List<(int Place, int Rank)>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (place, word) in words.OrderBy(word => word.Place))
        {
            if (!rankOf.TryAdd(word, place - others.Count))
            {
                others.Add((place, rankOf[word]));
            }
        }

        return [.. others];
    }
}
