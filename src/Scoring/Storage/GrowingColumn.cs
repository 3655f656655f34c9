using System.Collections;

namespace Scoring.Storage;

/// <summary>A column of which nobody knows how long it will be: in parts, so that growing copies next to nothing.</summary>
/// <param name="store">Where the parts lie.</param>
internal sealed class GrowingColumn<T>(ColumnStore store) : IReadOnlyList<T>
    where T : unmanaged
{
    private const int FirstLength = 256;

    /// <summary>A longer one grows to four times as much at once: in memory what nothing is written to takes none, and less is copied.</summary>
    private const int Short = 1 << 16;

    private const int PartBits = 22;
    private const int PartLength = 1 << PartBits;
    private const int MostNumbers = (int.MaxValue >> PartBits) << PartBits;

    private readonly List<Column<T>> full = [];
    private Column<T> last = [];
    private int used;

    public int Count => (full.Count << PartBits) + used;

    public T this[int index] => index >> PartBits < full.Count ? full[index >> PartBits][index & (PartLength - 1)] : last[index & (PartLength - 1)];

    public void Add(T number)
    {
        if (used == last.Length)
        {
            Grow();
        }

        last[used++] = number;
    }

    public void Add(ReadOnlySpan<T> numbers)
    {
        while (!numbers.IsEmpty)
        {
            var room = Room(numbers.Length);
            numbers[..room.Length].CopyTo(room);
            numbers = numbers[room.Length..];
        }
    }

    /// <summary>The parts, in order, each with how many of its numbers count: to go through many numbers at their own pace.</summary>
    public IEnumerable<(Column<T> Numbers, int Count)> Parts => full.Select(part => (part, part.Length)).Append((last, used));

    /// <summary>Room for further numbers, all of which count from now on.</summary>
    /// <param name="most">How many are to come, at least 1.</param>
    /// <returns>Room for at least one of them.</returns>
    public Span<T> Room(int most)
    {
        if (used == last.Length)
        {
            Grow();
        }

        var room = last.AsSpan(used, Math.Min(most, last.Length - used));
        used += room.Length;
        return room;
    }

    /// <summary>Gives all memory back; the column is empty then.</summary>
    public void Clear()
    {
        full.ForEach(part => part.Release());
        last.Release();
        full.Clear();
        (last, used) = ([], 0);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow()
    {
        if (last.Length == PartLength)
        {
            CorpusLimitException.ThrowIfOver(Count + 1L, MostNumbers, "rows");
            full.Add(last);
            (last, used) = (store.New<T>(PartLength), 0);
            return;
        }

        var longer = store.New<T>(Math.Max(FirstLength, Math.Min(PartLength, last.Length * (last.Length < Short ? 2 : 4))));
        last.AsSpan().CopyTo(longer.AsSpan());
        last.Release();
        last = longer;
    }
}
