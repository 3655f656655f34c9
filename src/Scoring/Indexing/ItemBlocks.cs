namespace Scoring.Indexing;

/// <summary>Cuts items into runs of about as many rows each: the tasks of parallel passes. The cuts depend on the corpus alone, not on the threads.</summary>
internal static class ItemBlocks
{
    private const int RowsPerBlock = 0x8000;

    /// <summary>The runs, in order; an item with very many rows is a run of its own.</summary>
    /// <param name="items">Number of items.</param>
    /// <param name="firstRow">First row of an item; of one past the last, the number of rows.</param>
    public static IEnumerable<ItemBlock> Of(int items, Func<int, int> firstRow)
    {
        for (int first = 0, last; first < items; first = last)
        {
            var start = firstRow(first);
            for (last = first + 1; last < items && firstRow(last + 1) - start <= RowsPerBlock && last - first < RowsPerBlock;)
            {
                last++;
            }

            yield return new ItemBlock(first, last);
        }
    }

    /// <summary>The runs of a corpus.</summary>
    public static ItemBlock[] Of(Corpus corpus) => [.. Of(corpus.ItemCount, item => corpus.FirstAssertion[corpus.FirstClaim[item]])];
}
