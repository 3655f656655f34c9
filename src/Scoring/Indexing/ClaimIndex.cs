namespace Scoring.Indexing;

/// <summary>The claims that sorted rows and relations name.</summary>
/// <param name="Keys">Item and value of each claim, ascending.</param>
/// <param name="FirstAssertion">First row of each claim, then the number of rows.</param>
internal sealed record ClaimIndex(long[] Keys, int[] FirstAssertion)
{
    /// <param name="rowKeys">Item and value of each row, ascending.</param>
    /// <param name="named">Claims that must exist even if no row names them.</param>
    public static ClaimIndex Of(long[] rowKeys, long[] named)
    {
        var keys = new List<long>();
        var first = new List<int>();
        var extra = named.Distinct().Order().ToArray();
        for (int row = 0, next = 0; row < rowKeys.Length || next < extra.Length;)
        {
            var key = next == extra.Length || (row < rowKeys.Length && rowKeys[row] <= extra[next]) ? rowKeys[row] : extra[next];
            keys.Add(key);
            first.Add(row);
            while (row < rowKeys.Length && rowKeys[row] == key)
            {
                row++;
            }

            if (next < extra.Length && extra[next] == key)
            {
                next++;
            }
        }

        first.Add(rowKeys.Length);
        return new ClaimIndex([.. keys], [.. first]);
    }

    public int Find(long key) => Array.BinarySearch(Keys, key);
}
