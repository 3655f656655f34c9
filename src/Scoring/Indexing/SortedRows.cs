using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>The rows of a corpus in their order.</summary>
/// <param name="FirstRow">First row of each item, then the number of rows.</param>
/// <param name="Keys">Value and source of each row; ascending within an item.</param>
/// <param name="Order">Row of the table; empty where no optional column needs it.</param>
/// <param name="Table">Where the rows stand.</param>
/// <param name="Sources">Where the sources went.</param>
/// <param name="Words">Where the words went.</param>
internal sealed record SortedRows(Column<int> FirstRow, Column<long> Keys, Column<int> Order, AssertionTable Table, SourceIndex Sources, Ranking Words)
{
    /// <summary>Rows that one thread takes at a time.</summary>
    public const int RowsPerRun = 1 << 16;

    public int Count => FirstRow[^1];

    /// <summary>The value that a key begins with.</summary>
    public static int ValueOf(long key) => (int)(key >> 32);

    /// <summary>The source that a key ends with.</summary>
    public static int SourceOf(long key) => (int)key;

    /// <summary>A key that orders rows by value, then by source.</summary>
    public static long KeyOf(int value, int source) => ((long)value << 32) | (uint)source;

    /// <summary>The source of each row.</summary>
    public Column<int> SourceOfRows(ColumnStore store)
    {
        var sources = store.New<int>(Count);
        Runs.ForEach(Count, RowsPerRun, Table.Store.ThreadLimit, (first, last) =>
        {
            for (var row = first; row < last; row++)
            {
                sources[row] = SourceOf(Keys[row]);
            }
        });
        return sources;
    }

    /// <summary>Gives their memory back, when the rows are indexed.</summary>
    public void Release()
    {
        FirstRow.Release();
        Keys.Release();
        Order.Release();
    }

    /// <summary>The optional columns in the new order; those that no row uses are left out.</summary>
    public AssertionDetails Details() => new()
    {
        Words = Words.Texts,
        Stance = Column(Table.Stance),
        Origin = Column(Table.Origin, Sources.Rank),
        Via = Column(Table.Via, Words.Rank),
        SourceType = Column(Table.SourceType, Words.Rank),
        Directness = Column(Table.Directness),
        Hedge = Column(Table.Hedge, Words.Rank),
        Interest = Column(Table.Interest),
        Time = Column(Table.Time),
        Topic = Column(Table.Topic, Words.Rank),
        Tlp = Column(Table.Tlp, Words.Rank),
        Url = Column(Table.Url),
        Quote = Column(Table.Quote),
        Note = Column(Table.Note),
    };

    private Column<T>? Column<T>(OptionalColumn<T> column)
        where T : unmanaged => column.IsPresent ? Sorted(row => column[row]) : null;

    private Column<int>? Column(OptionalColumn<int> column, int[] rank) => column.IsPresent
        ? Sorted(row => column[row] == AssertionTable.None ? AssertionDetails.None : rank[column[row]])
        : null;

    private RowTexts? Column(OptionalTexts texts) => texts.IsPresent ? new RowTexts(Sorted(texts.AddressOf), texts.Pages) : null;

    private Column<T> Sorted<T>(Func<int, T> ofTableRow)
        where T : unmanaged
    {
        var sorted = Table.Store.New<T>(Count);
        Runs.ForEach(Count, RowsPerRun, Table.Store.ThreadLimit, (first, last) =>
        {
            for (var row = first; row < last; row++)
            {
                sorted[row] = ofTableRow(Order[row]);
            }
        });
        return sorted;
    }
}
