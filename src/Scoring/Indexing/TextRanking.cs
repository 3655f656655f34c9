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
    public static TextRanking Of(Interner interner, ColumnStore store) => Of(order => [], interner, store);

    /// <summary>The same, but texts for which <paramref name="sameAs"/> gives the same word become one, under the spelling that most rows use, of several the ordinally first.</summary>
    /// <param name="interner">The texts.</param>
    /// <param name="store">Where the ranking lies.</param>
    /// <param name="sameAs">The word for which a text stands, if for one: few do.</param>
    /// <param name="rows">The text of each row, as interned.</param>
    public static TextRanking Of(Interner interner, ColumnStore store, Func<string, string?> sameAs, GrowingColumn<int> rows) =>
        Of(order => OtherSpellings(interner, order, store.ThreadLimit, sameAs, rows), interner, store);

    /// <param name="otherSpellings">Places in an order of texts that are no texts of their own, ascending, with the rank of what each is another spelling of.</param>
    /// <param name="interner">As above.</param>
    /// <param name="store">As above.</param>
    private static TextRanking Of(Func<Column<int>, (int Place, int Rank)[]> otherSpellings, Interner interner, ColumnStore store)
    {
        var order = OrdinalOrder.Of(interner, store);
        var spellings = otherSpellings(order);
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

    /// <summary>Places in ordinal order of the spellings of a word but the usual one, with the rank of that.</summary>
    private static (int Place, int Rank)[] OtherSpellings(Interner interner, Column<int> order, ParallelOptions limit, Func<string, string?> sameAs, GrowingColumn<int> rows)
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
        int[][] spelled = [.. words.GroupBy(word => word.Word, word => word.Place, StringComparer.Ordinal).Select(places => places.Order().ToArray()).Where(places => places.Length > 1)];
        if (spelled.Length == 0)
        {
            return [];
        }

        var uses = Uses([.. spelled.SelectMany(places => places).Select(place => order[place])], rows, limit);
        var others = spelled.SelectMany(places => places.Select(place => (Place: place, Usual: places.MaxBy(place => uses[order[place]])))).Where(spelling => spelling.Place != spelling.Usual).Order().ToArray();
        return Array.ConvertAll(others, spelling => (spelling.Place, spelling.Usual - others.Count(other => other.Place < spelling.Usual)));
    }

    /// <summary>How many rows use each of a few texts.</summary>
    private static Dictionary<int, long> Uses(int[] texts, GrowingColumn<int> rows, ParallelOptions limit)
    {
        var uses = texts.ToDictionary(text => text, _ => 0L);
        Parallel.ForEach(rows.Parts, limit, part =>
        {
            var ofPart = texts.ToDictionary(text => text, _ => 0L);
            foreach (var text in part.Numbers[..part.Count])
            {
                if (ofPart.TryGetValue(text, out var before))
                {
                    ofPart[text] = before + 1;
                }
            }

            lock (uses)
            {
                foreach (var (text, count) in ofPart)
                {
                    uses[text] += count;
                }
            }
        });
        return uses;
    }
}
