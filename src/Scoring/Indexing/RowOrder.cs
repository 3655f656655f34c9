using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Puts the rows of a table into the order of their content and drops those that say the same in every column.</summary>
/// <remarks>Counted into items, then sorted within each: O(rows), and items share the threads.</remarks>
internal sealed class RowOrder(AssertionTable table, TextRanking items, TextRanking values, SourceIndex sources, Ranking words) : IComparer<int>
{
    private readonly bool hasDetails = table.HasDetails;
    private readonly Column<int> firstRow = table.Store.New<int>(items.Length + 1);
    private readonly Column<long> keys = table.Store.New<long>(table.Count);
    private readonly Column<int> order = table.Store.New<int>(table.HasDetails ? table.Count : 0);

    /// <summary>Values of items that are another value of the item, with that.</summary>
    public IReadOnlyDictionary<(int Item, int Value), int> Merged { get; init; } = new Dictionary<(int, int), int>();

    /// <summary>Whether the table is needed again.</summary>
    public bool KeepsTable { get; init; }

    /// <summary>The rows kept, in order.</summary>
    public SortedRows Sorted()
    {
        CountIntoItems();
        if (!KeepsTable)
        {
            table.TakeKeys();
        }

        var kept = table.Store.New<int>(items.Length);
        Parallel.ForEach(ItemBlocks.Of(items.Length, item => firstRow[item]), table.Store.ThreadLimit, block =>
        {
            for (var item = block.First; item < block.Last; item++)
            {
                kept[item] = SortItem(firstRow[item], firstRow[item + 1]);
            }
        });
        Compact(kept);
        kept.Release();
        return new SortedRows(firstRow, keys, order, table, sources, words);
    }

    /// <summary>Orders two rows of one claim and source by every other column.</summary>
    public int Compare(int x, int y)
    {
        var by = table.Stance[x].CompareTo(table.Stance[y]);
        by = by != 0 ? by : table.Time[x].CompareTo(table.Time[y]);
        by = by != 0 ? by : Rank(sources.Rank, table.Origin[x]).CompareTo(Rank(sources.Rank, table.Origin[y]));
        by = by != 0 ? by : table.Directness[x].CompareTo(table.Directness[y]);
        by = by != 0 ? by : Rank(words.Rank, table.Hedge[x]).CompareTo(Rank(words.Rank, table.Hedge[y]));
        by = by != 0 ? by : table.Interest[x].CompareTo(table.Interest[y]);
        by = by != 0 ? by : Rank(words.Rank, table.SourceType[x]).CompareTo(Rank(words.Rank, table.SourceType[y]));
        by = by != 0 ? by : Rank(words.Rank, table.Via[x]).CompareTo(Rank(words.Rank, table.Via[y]));
        by = by != 0 ? by : Rank(words.Rank, table.Topic[x]).CompareTo(Rank(words.Rank, table.Topic[y]));
        by = by != 0 ? by : Rank(words.Rank, table.Tlp[x]).CompareTo(Rank(words.Rank, table.Tlp[y]));
        by = by != 0 ? by : string.CompareOrdinal(table.Url[x], table.Url[y]);
        by = by != 0 ? by : string.CompareOrdinal(table.Quote[x], table.Quote[y]);
        return by != 0 ? by : string.CompareOrdinal(table.Note[x], table.Note[y]);
    }

    private static int Rank(int[] rank, int index) => index == AssertionTable.None ? AssertionTable.None : rank[index];

    /// <summary>Puts the rows of each item together, in any order: they are sorted afterwards.</summary>
    private void CountIntoItems()
    {
        Runs.ForEach(table.Count, SortedRows.RowsPerRun, table.Store.ThreadLimit, (first, last) =>
        {
            for (int row = first, end; row < last; row = end)
            {
                (var item, end) = (items.Rank[table.Item[row]], EndOfItem(row, last));
                Interlocked.Add(ref firstRow[item + 1], end - row);
            }
        });
        for (var item = 0; item < items.Length; item++)
        {
            firstRow[item + 1] += firstRow[item];
        }

        var next = table.Store.New<int>(items.Length);
        firstRow[..^1].CopyTo(next.AsSpan());
        Runs.ForEach(table.Count, SortedRows.RowsPerRun, table.Store.ThreadLimit, (first, last) =>
        {
            for (int row = first, end; row < last; row = end)
            {
                (var item, end) = (items.Rank[table.Item[row]], EndOfItem(row, last));
                var place = Interlocked.Add(ref next[item], end - row) - (end - row);
                for (var same = row; same < end; same++, place++)
                {
                    var value = values.Rank[table.Value[same]];
                    value = Merged.Count == 0 ? value : Merged.GetValueOrDefault((item, value), value);
                    keys[place] = SortedRows.KeyOf(value, sources.Rank[table.Source[same]]);
                    if (hasDetails)
                    {
                        order[place] = same;
                    }
                }
            }
        });
        next.Release();
    }

    /// <summary>The first row after one that is not about the same item: rows of an item mostly stand together.</summary>
    private int EndOfItem(int row, int last)
    {
        var item = table.Item[row];
        for (row++; row < last && table.Item[row] == item;)
        {
            row++;
        }

        return row;
    }

    /// <summary>Sorts the rows of an item and moves those that are kept to its start.</summary>
    /// <returns>Number of rows kept.</returns>
    private int SortItem(int start, int end)
    {
        var count = end - start;
        if (count == 0)
        {
            return 0;
        }

        if (!hasDetails)
        {
            ShortSort.Sort(keys.AsSpan(start, count));
            var distinct = start + 1;
            for (var row = start + 1; row < end; row++)
            {
                if (keys[row] != keys[row - 1])
                {
                    keys[distinct++] = keys[row];
                }
            }

            return distinct - start;
        }

        ShortSort.Sort(keys.AsSpan(start, count), order.AsSpan(start, count));
        var kept = start;
        for (int first = start, last; first < end; first = last)
        {
            for (last = first + 1; last < end && keys[last] == keys[first];)
            {
                last++;
            }

            order.AsSpan(first, last - first).Sort(this);
            for (var i = first; i < last; i++)
            {
                if (i == first || Compare(order[kept - 1], order[i]) != 0)
                {
                    (keys[kept], order[kept]) = (keys[i], order[i]);
                    kept++;
                }
            }
        }

        return kept - start;
    }

    private void Compact(Column<int> kept)
    {
        var rows = 0;
        for (var item = 0; item < kept.Length; item++)
        {
            var (from, count) = (firstRow[item], kept[item]);
            if (from != rows)
            {
                keys.AsSpan(from, count).CopyTo(keys.AsSpan(rows));
                if (hasDetails)
                {
                    order.AsSpan(from, count).CopyTo(order.AsSpan(rows));
                }
            }

            firstRow[item] = rows;
            rows += count;
        }

        firstRow[^1] = rows;
    }
}
