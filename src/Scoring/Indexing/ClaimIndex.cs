using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>The claims that sorted rows and relations name, item by item.</summary>
/// <param name="FirstClaim">First claim of each item, then the number of claims.</param>
/// <param name="ItemOfClaim">Item of each claim.</param>
/// <param name="ValueOfClaim">Value of each claim; ascending within an item.</param>
/// <param name="FirstAssertion">First row of each claim, then the number of rows.</param>
internal sealed record ClaimIndex(Column<int> FirstClaim, Column<int> ItemOfClaim, Column<int> ValueOfClaim, Column<int> FirstAssertion)
{
    /// <summary>Walks through the rows twice: to count the claims, then to fill them in.</summary>
    /// <param name="firstRow">First row of each item, then the number of rows.</param>
    /// <param name="valueOf">Value of a row; ascending within an item.</param>
    /// <param name="named">Claims that must exist even if no row names them.</param>
    /// <param name="store">Where the index lies.</param>
    public static ClaimIndex Of(ReadOnlySpan<int> firstRow, Func<int, int> valueOf, IEnumerable<(int Item, int Value)> named, ColumnStore store)
    {
        var extra = named.Distinct().Order().ToArray();
        var index = new ClaimIndex(store.New<int>(firstRow.Length), [], [], []);
        var claims = index.Walk(firstRow, valueOf, extra);
        index = index with { ItemOfClaim = store.New<int>(claims), ValueOfClaim = store.New<int>(claims), FirstAssertion = store.New<int>(claims + 1) };
        index.Walk(firstRow, valueOf, extra);
        index.FirstAssertion[claims] = firstRow[^1];
        return index;
    }

    /// <summary>The claim of an item with a value that is known to be named.</summary>
    public int Find(int item, int value) => FirstClaim[item] + ValueOfClaim[FirstClaim[item]..FirstClaim[item + 1]].BinarySearch(value);

    private int Walk(ReadOnlySpan<int> firstRow, Func<int, int> valueOf, (int Item, int Value)[] extra)
    {
        var (claims, next) = (0, 0);
        for (var item = 0; item < firstRow.Length - 1; item++)
        {
            var (row, last) = (firstRow[item], firstRow[item + 1]);
            while (row < last || (next < extra.Length && extra[next].Item == item))
            {
                var isExtra = next < extra.Length && extra[next].Item == item && (row == last || extra[next].Value <= valueOf(row));
                var value = isExtra ? extra[next++].Value : valueOf(row);
                if (ItemOfClaim.Length > 0)
                {
                    (ItemOfClaim[claims], ValueOfClaim[claims], FirstAssertion[claims]) = (item, value, row);
                }

                claims++;
                while (row < last && valueOf(row) == value)
                {
                    row++;
                }
            }

            FirstClaim[item + 1] = claims;
        }

        return claims;
    }
}
