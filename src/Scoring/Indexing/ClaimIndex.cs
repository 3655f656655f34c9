using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>The claims that sorted rows and relations name, item by item.</summary>
/// <param name="FirstClaim">First claim of each item, then the number of claims.</param>
/// <param name="ItemOfClaim">Item of each claim.</param>
/// <param name="ValueOfClaim">Value of each claim; ascending within an item.</param>
/// <param name="FirstAssertion">First row of each claim, then the number of rows.</param>
internal sealed record ClaimIndex(Column<int> FirstClaim, Column<int> ItemOfClaim, Column<int> ValueOfClaim, Column<int> FirstAssertion)
{
    /// <summary>Walks through the rows twice, block by block: to count the claims, then to fill them in.</summary>
    /// <param name="firstRow">First row of each item, then the number of rows.</param>
    /// <param name="keys">Key of each row, which begins with its value; ascending within an item.</param>
    /// <param name="named">Claims that must exist even if no row names them.</param>
    /// <param name="store">Where the index lies.</param>
    public static ClaimIndex Of(Column<int> firstRow, Column<long> keys, IEnumerable<(int Item, int Value)> named, ColumnStore store)
    {
        var extra = named.Distinct().Order().ToArray();
        ItemBlock[] blocks = [.. ItemBlocks.Of(firstRow.Length - 1, item => firstRow[item])];
        var first = new int[blocks.Length + 1];
        Parallel.For(0, blocks.Length, store.ThreadLimit, block => first[block + 1] = Walk(firstRow, keys, extra, blocks[block], into: null, first: 0));
        for (var block = 0; block < blocks.Length; block++)
        {
            first[block + 1] += first[block];
        }

        var claims = first[^1];
        var index = new ClaimIndex(store.New<int>(firstRow.Length), store.New<int>(claims), store.New<int>(claims), store.New<int>(claims + 1));
        Parallel.For(0, blocks.Length, store.ThreadLimit, block => Walk(firstRow, keys, extra, blocks[block], index, first[block]));
        index.FirstAssertion[claims] = firstRow[^1];
        return index;
    }

    /// <summary>The claim of an item with a value that is known to be named.</summary>
    public int Find(int item, int value) => FirstClaim[item] + ValueOfClaim[FirstClaim[item]..FirstClaim[item + 1]].BinarySearch(value);

    /// <returns>Number of claims of the block.</returns>
    private static int Walk(
        ReadOnlySpan<int> firstRow, ReadOnlySpan<long> keys, (int Item, int Value)[] extra, ItemBlock block, ClaimIndex? into, int first)
    {
        var (claims, next) = (first, ~Array.BinarySearch(extra, (block.First, -1)));
        for (var item = block.First; item < block.Last; item++)
        {
            var (row, last) = (firstRow[item], firstRow[item + 1]);
            while (row < last || (next < extra.Length && extra[next].Item == item))
            {
                var isExtra = next < extra.Length && extra[next].Item == item && (row == last || extra[next].Value <= SortedRows.ValueOf(keys[row]));
                var value = isExtra ? extra[next++].Value : SortedRows.ValueOf(keys[row]);
                if (into is not null)
                {
                    (into.ItemOfClaim[claims], into.ValueOfClaim[claims], into.FirstAssertion[claims]) = (item, value, row);
                }

                claims++;
                while (row < last && SortedRows.ValueOf(keys[row]) == value)
                {
                    row++;
                }
            }

            if (into is not null)
            {
                into.FirstClaim[item + 1] = claims;
            }
        }

        return claims - first;
    }
}
