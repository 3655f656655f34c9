using System.Collections;
using System.Runtime.CompilerServices;

namespace Scoring.Storage;

/// <summary>Numbers of one kind, one behind the other: an array, or a temporary file mapped into memory.</summary>
/// <remarks>A span of it is valid until it is released.</remarks>
[CollectionBuilder(typeof(Column), nameof(Column.Of))]
internal sealed class Column<T> : IReadOnlyList<T>
    where T : unmanaged
{
    private readonly ColumnStore? store;
    private readonly MappedFile? file;
    private T[]? array;
    private bool isReleased;

    /// <param name="array">The numbers themselves: what is written to the column is written there.</param>
    /// <param name="store">The store that counts them.</param>
    public Column(T[] array, ColumnStore? store = null) => (this.array, this.store, Length) = (array, store, array.Length);

    /// <param name="file">Holds the numbers.</param>
    /// <param name="length">How many.</param>
    /// <param name="store">The store that keeps the file.</param>
    public Column(MappedFile file, int length, ColumnStore store) => (this.file, this.store, Length) = (file, store, length);

    public int Length { get; }

    int IReadOnlyCollection<T>.Count => Length;

    public ref T this[int index] => ref (array is { } held ? ref held[index] : ref AsSpan()[index]);

    T IReadOnlyList<T>.this[int index] => this[index];

    public Span<T> this[Range range] => AsSpan()[range];

    public static implicit operator Column<T>(T[] array) => new(array);

    public static implicit operator ReadOnlySpan<T>(Column<T> column) => column.AsSpan();

    public Span<T> AsSpan() => array is { } held ? held : file is null ? throw ColumnStore.Disposed() : file.AsSpan<T>(Length);

    public Span<T> AsSpan(int start) => AsSpan()[start..];

    public Span<T> AsSpan(int start, int length) => AsSpan().Slice(start, length);

    /// <summary>Gives its memory or its file back before the store goes: nobody may use it afterwards, whoever still holds it.</summary>
    public void Release()
    {
        if (store is not null && !isReleased)
        {
            store.Release((long)Length * Unsafe.SizeOf<T>(), file);
            (array, isReleased) = (null, true);
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Columns from collection expressions.</summary>
internal static class Column
{
    public static Column<T> Of<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged => new(numbers.ToArray());
}
