namespace Scoring.Indexing;

/// <summary>The claims that sorted rows and relations name, item by item.</summary>
/// <param name="FirstClaim">First claim of each item, then the number of claims.</param>
/// <param name="ItemOfClaim">Item of each claim.</param>
/// <param name="ValueOfClaim">Value of each claim; ascending within an item.</param>
/// <param name="FirstAssertion">First row of each claim, then the number of rows.</param>
internal sealed record ClaimIndex(int[] FirstClaim, int[] ItemOfClaim, int[] ValueOfClaim, int[] FirstAssertion)
{
    /// <summary>Walks through the rows twice: to count the claims, then to fill them in.</summary>
    /// <param name="firstRow">First row of each item, then the number of rows.</param>
    /// <param name="valueOf">Value of a row; ascending within an item.</param>
    /// <param name="named">Claims that must exist even if no row names them.</param>
    public static ClaimIndex Of(int[] firstRow, Func<int, int> valueOf, IEnumerable<(int Item, int Value)> named)
    {
        var extra = named.Distinct().Order().ToArray();
        var index = new ClaimIndex(new int[firstRow.Length], [], [], []);
        var claims = index.Walk(firstRow, valueOf, extra);
        index = index with { ItemOfClaim = new int[claims], ValueOfClaim = new int[claims], FirstAssertion = new int[claims + 1] };
        index.Walk(firstRow, valueOf, extra);
        index.FirstAssertion[^1] = firstRow[^1];
        return index;
    }

    /// <summary>The claim of an item with a value that is known to be named.</summary>
    public int Find(int item, int value) => Array.BinarySearch(ValueOfClaim, FirstClaim[item], FirstClaim[item + 1] - FirstClaim[item], value);

    private int Walk(int[] firstRow, Func<int, int> valueOf, (int Item, int Value)[] extra)
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
