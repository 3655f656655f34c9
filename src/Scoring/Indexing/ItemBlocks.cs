namespace Scoring.Indexing;

/// <summary>Cuts items into runs of about as many rows each: the tasks of parallel passes. The cuts depend on the corpus alone, not on the threads.</summary>
internal static class ItemBlocks
{
    private const int RowsPerBlock = 0x8000;

    /// <summary>The runs, in order; an item with very many rows is a run of its own.</summary>
    /// <param name="items">Number of items.</param>
    /// <param name="firstRow">First row of an item; of one past the last, the number of rows.</param>
    /// <param name="most">Most rows of a run of several items, and most items.</param>
    public static IEnumerable<ItemBlock> Of(int items, Func<int, int> firstRow, int most = RowsPerBlock)
    {
        for (int first = 0, last; first < items; first = last)
        {
            var start = firstRow(first);
            for (last = first + 1; last < items && firstRow(last + 1) - start <= most && last - first < most;)
            {
                last++;
            }

            yield return new ItemBlock(first, last);
        }
    }

    /// <summary>The runs of a corpus.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="most">Most rows of a run of several items, and most items.</param>
    public static ItemBlock[] Of(Corpus corpus, int most = RowsPerBlock) => [.. Of(corpus.ItemCount, item => corpus.FirstAssertion[corpus.FirstClaim[item]], most)];
}
