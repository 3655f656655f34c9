using System.Runtime.InteropServices;

namespace Scoring.Reading;

/// <summary>A column that takes no memory until a row has something other than the default in it.</summary>
internal sealed class OptionalColumn<T>(T missing)
{
    private readonly List<T> values = [];

    public bool IsPresent => values.Count > 0;

    public T this[int row] => row < values.Count ? values[row] : missing;

    public void Set(int row, T value)
    {
        if (EqualityComparer<T>.Default.Equals(value, missing))
        {
            return;
        }

        var filled = values.Count;
        CollectionsMarshal.SetCount(values, row + 1);
        CollectionsMarshal.AsSpan(values)[filled..].Fill(missing);
        values[row] = value;
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
}
