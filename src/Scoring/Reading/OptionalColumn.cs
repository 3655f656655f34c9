using Scoring.Storage;

namespace Scoring.Reading;

/// <summary>A column that takes no memory until a row has something other than the default in it.</summary>
/// <param name="store">Where it lies.</param>
/// <param name="missing">The default.</param>
internal sealed class OptionalColumn<T>(ColumnStore store, T missing)
    where T : unmanaged
{
    private readonly GrowingColumn<T> values = new(store);

    public bool IsPresent => values.Count > 0;

    public T this[int row] => row < values.Count ? values[row] : missing;

    /// <summary>Sets a row behind those that were set before.</summary>
    public void Set(int row, T value)
    {
        if (EqualityComparer<T>.Default.Equals(value, missing))
        {
            return;
        }

        while (values.Count < row)
        {
            values.Room(row - values.Count).Fill(missing);
        }

        values.Add(value);
    }

    /// <summary>Adds the rows of another column behind the first rows of this one.</summary>
    /// <param name="rows">Rows before them.</param>
    /// <param name="other">The other column.</param>
    /// <param name="mapped">What a value of it is here.</param>
    public void Append(int rows, OptionalColumn<T> other, Func<T, T> mapped)
    {
        for (var row = 0; row < other.values.Count; row++)
        {
            Set(rows + row, EqualityComparer<T>.Default.Equals(other.values[row], missing) ? missing : mapped(other.values[row]));
        }
    }

    /// <summary>Gives all memory back; the column is empty then.</summary>
    public void Clear() => values.Clear();
}
