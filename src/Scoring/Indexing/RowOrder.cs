using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>Puts the rows of a table into the order of their content and drops those that say the same in every column.</summary>
internal sealed class RowOrder(AssertionTable table, Ranking items, Ranking values, SourceIndex sources, Ranking words) : IComparer<int>
{
    /// <summary>The rows kept, in order.</summary>
    /// <returns>Row numbers of the table with the claim key of each.</returns>
    public SortedRows Sorted()
    {
        var keys = new long[table.Count];
        var order = new int[table.Count];
        for (var row = 0; row < order.Length; row++)
        {
            keys[row] = CorpusBuilder.Key(items.Rank[table.Item[row]], values.Rank[table.Value[row]]);
            order[row] = row;
        }

        Array.Sort(keys, order);
        var kept = 0;
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
            {
                end++;
            }

            Array.Sort(order, start, end - start, this);
            for (var i = start; i < end; i++)
            {
                if (i == start || Compare(order[kept - 1], order[i]) != 0)
                {
                    keys[kept] = keys[i];
                    order[kept++] = order[i];
                }
            }
        }

        return new SortedRows(keys[..kept], order[..kept], table, sources, words);
    }

    /// <summary>Orders two rows of one claim by every other column.</summary>
    public int Compare(int x, int y)
    {
        var order = sources.Rank[table.Source[x]].CompareTo(sources.Rank[table.Source[y]]);
        order = order != 0 ? order : table.Stance[x].CompareTo(table.Stance[y]);
        order = order != 0 ? order : table.Time[x].CompareTo(table.Time[y]);
        order = order != 0 ? order : Rank(sources.Rank, table.Origin[x]).CompareTo(Rank(sources.Rank, table.Origin[y]));
        order = order != 0 ? order : table.Directness[x].CompareTo(table.Directness[y]);
        order = order != 0 ? order : Rank(words.Rank, table.Hedge[x]).CompareTo(Rank(words.Rank, table.Hedge[y]));
        order = order != 0 ? order : table.Interest[x].CompareTo(table.Interest[y]);
        order = order != 0 ? order : Rank(words.Rank, table.SourceType[x]).CompareTo(Rank(words.Rank, table.SourceType[y]));
        order = order != 0 ? order : Rank(words.Rank, table.Via[x]).CompareTo(Rank(words.Rank, table.Via[y]));
        order = order != 0 ? order : Rank(words.Rank, table.Topic[x]).CompareTo(Rank(words.Rank, table.Topic[y]));
        order = order != 0 ? order : Rank(words.Rank, table.Tlp[x]).CompareTo(Rank(words.Rank, table.Tlp[y]));
        order = order != 0 ? order : string.CompareOrdinal(table.Url[x], table.Url[y]);
        order = order != 0 ? order : string.CompareOrdinal(table.Quote[x], table.Quote[y]);
        return order != 0 ? order : string.CompareOrdinal(table.Note[x], table.Note[y]);
    }

    private static int Rank(int[] rank, int index) => index == AssertionTable.None ? AssertionTable.None : rank[index];
}
