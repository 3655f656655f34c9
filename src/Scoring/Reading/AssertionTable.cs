using Scoring.Storage;

namespace Scoring.Reading;

/// <summary>The rows of one or more claims inputs, column by column, in the order read.</summary>
/// <param name="store">Where the columns lie.</param>
/// <param name="asOf">Later rows are left out.</param>
internal sealed class AssertionTable(ColumnStore store, DateTimeOffset? asOf = null)
{
    public const int None = -1;

    private readonly long latest = asOf?.UtcTicks ?? long.MaxValue;
    private int? takenRows;

    public ColumnStore Store => store;

    public Interner Items { get; } = new(store);

    public Interner Sources { get; } = new(store);

    public Interner Values { get; } = new(store);

    /// <summary>Texts of the columns that few rows differ in: types, hedges, places.</summary>
    public Interner Words { get; } = new(store);

    public GrowingColumn<int> Item { get; } = new(store);

    public GrowingColumn<int> Source { get; } = new(store);

    public GrowingColumn<int> Value { get; } = new(store);

    public OptionalColumn<Stance> Stance { get; } = new(store, Reading.Stance.Supports);

    /// <summary>Index into <see cref="Sources"/> of whom the row relays, or <see cref="None"/>.</summary>
    public OptionalColumn<int> Origin { get; } = new(store, None);

    public OptionalColumn<int> Via { get; } = new(store, None);

    public OptionalColumn<int> SourceType { get; } = new(store, None);

    public OptionalColumn<Directness> Directness { get; } = new(store, Reading.Directness.Unstated);

    public OptionalColumn<int> Hedge { get; } = new(store, None);

    public OptionalColumn<sbyte> Interest { get; } = new(store, 0);

    /// <summary>Ticks of universal time, or <see cref="long.MinValue"/>.</summary>
    public OptionalColumn<long> Time { get; } = new(store, long.MinValue);

    public OptionalColumn<int> Topic { get; } = new(store, None);

    /// <summary>Index into <see cref="Words"/> of a marking of the Traffic Light Protocol, or <see cref="None"/>.</summary>
    public OptionalColumn<int> Tlp { get; } = new(store, None);

    public OptionalTexts Url { get; } = new(store);

    public OptionalTexts Quote { get; } = new(store);

    public OptionalTexts Note { get; } = new(store);

    public int Count => takenRows ?? Item.Count;

    /// <summary>How many rows were left out, since they are later than the date.</summary>
    public int LaterRows { get; private set; }

    /// <summary>Whether any optional column is present.</summary>
    public bool HasDetails => Stance.IsPresent || Origin.IsPresent || Via.IsPresent || SourceType.IsPresent || Directness.IsPresent || Hedge.IsPresent
        || Interest.IsPresent || Time.IsPresent || Topic.IsPresent || Tlp.IsPresent || Url.IsPresent || Quote.IsPresent || Note.IsPresent;

    /// <summary>Whether a row of this time is later than the date; counts it if so.</summary>
    /// <param name="time">Ticks of universal time, or <see cref="long.MinValue"/>.</param>
    public bool LeavesOut(long time)
    {
        if (time <= latest)
        {
            return false;
        }

        LaterRows++;
        return true;
    }

    /// <summary>Adds a row, unless it is later than the date.</summary>
    /// <param name="assertion">One that <see cref="AssertionCheck"/> lets pass.</param>
    public void Add(Assertion assertion)
    {
        if (LeavesOut(assertion.Time?.UtcTicks ?? long.MinValue))
        {
            return;
        }

        var row = Count;
        Item.Add(Items.Add(assertion.Item));
        Source.Add(Sources.Add(assertion.Source));
        Value.Add(Values.Add(assertion.Value));
        Stance.Set(row, assertion.Stance);
        Origin.Set(row, Word(Sources, assertion.Origin));
        Via.Set(row, Word(Words, assertion.Via));
        SourceType.Set(row, Word(Words, assertion.SourceType));
        Directness.Set(row, assertion.Directness);
        Hedge.Set(row, Word(Words, assertion.Hedge));
        Interest.Set(row, (sbyte)assertion.Interest);
        Time.Set(row, assertion.Time?.UtcTicks ?? long.MinValue);
        Topic.Set(row, Word(Words, assertion.Topic));
        Tlp.Set(row, Word(Words, assertion.Tlp is null ? null : FieldParser.TlpMarking(assertion.Tlp)));
        Url.Set(row, assertion.Url);
        Quote.Set(row, assertion.Quote);
        Note.Set(row, assertion.Note);
    }

    /// <summary>All rows of some tables, which are used up.</summary>
    public static AssertionTable Joined(ColumnStore store, IReadOnlyList<AssertionTable> tables)
    {
        var joined = tables.Count == 0 ? new AssertionTable(store) : tables[0];
        foreach (var table in tables.Skip(1))
        {
            joined.Append(table);
            table.Release();
        }

        return joined;
    }

    /// <summary>Lets go of items, sources and values, which are copied elsewhere: in large corpora their room is needed.</summary>
    public void TakeKeys()
    {
        takenRows ??= Count;
        Item.Clear();
        Source.Clear();
        Value.Clear();
    }

    /// <summary>Lets go of all keys and texts, when nobody needs the table any more.</summary>
    public void Release()
    {
        TakeKeys();
        foreach (var column in (OptionalColumn<int>[])[Origin, Via, SourceType, Hedge, Topic, Tlp])
        {
            column.Clear();
        }

        Stance.Clear();
        Directness.Clear();
        Interest.Clear();
        Time.Clear();
        Url.Clear();
        Quote.Clear();
        Note.Clear();
        foreach (var interner in (Interner[])[Items, Sources, Values, Words])
        {
            interner.Release();
        }
    }

    /// <summary>Adds the rows of another table behind those of this one.</summary>
    private void Append(AssertionTable other)
    {
        var rows = Count;
        LaterRows += other.LaterRows;
        Column<int> items = [], sources = [], values = [], words = [];
        Parallel.Invoke(
            store.ThreadLimit,
            () => Append(Item, other.Item, items = Items.AddAll(other.Items)),
            () => Append(Source, other.Source, sources = Sources.AddAll(other.Sources)),
            () =>
            {
                Append(Value, other.Value, values = Values.AddAll(other.Values));
                words = Words.AddAll(other.Words);
            });
        Stance.Append(rows, other.Stance, stance => stance);
        Origin.Append(rows, other.Origin, origin => sources[origin]);
        Via.Append(rows, other.Via, word => words[word]);
        SourceType.Append(rows, other.SourceType, word => words[word]);
        Directness.Append(rows, other.Directness, directness => directness);
        Hedge.Append(rows, other.Hedge, word => words[word]);
        Interest.Append(rows, other.Interest, interest => interest);
        Time.Append(rows, other.Time, time => time);
        Topic.Append(rows, other.Topic, word => words[word]);
        Tlp.Append(rows, other.Tlp, word => words[word]);
        Url.Append(rows, other.Url);
        Quote.Append(rows, other.Quote);
        Note.Append(rows, other.Note);
        foreach (var indices in (Column<int>[])[items, sources, values, words])
        {
            indices.Release();
        }
    }

    private static void Append(GrowingColumn<int> column, GrowingColumn<int> other, Column<int> indices)
    {
        foreach (var (numbers, count) in other.Parts)
        {
            for (var done = 0; done < count;)
            {
                ReadOnlySpan<int> from = numbers, map = indices;
                foreach (ref var index in column.Room(count - done))
                {
                    index = map[from[done++]];
                }
            }
        }
    }

    private static int Word(Interner words, string? text) => string.IsNullOrWhiteSpace(text) ? None : words.Add(text);
}
