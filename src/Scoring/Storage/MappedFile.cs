using System.IO.MemoryMappedFiles;

namespace Scoring.Storage;

/// <summary>A temporary file mapped into memory, full of zeros at first; gone with the process, however that ends.</summary>
/// <remarks>While its memory is given back whoever comes for it waits: else it would fill up again as fast.</remarks>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly Lock gate;
    private byte* start;
    private byte* open;

    /// <param name="bytes">Its size, above 0.</param>
    /// <param name="gate">Held by whoever gives memory or files back.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    public MappedFile(long bytes, Lock gate)
    {
        (Bytes, this.gate) = (bytes, gate);
        var path = Path.Combine(Path.GetTempPath(), $"scoring-{Path.GetRandomFileName()}.columns");
        var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            PreallocationSize = bytes,
            BufferSize = 0,
        });
        if (!OperatingSystem.IsWindows())
        {
            // Open, it lives on without a name; so nothing is left of it even if the process is killed.
            File.Delete(path);
        }

        file = MemoryMappedFile.CreateFromFile(stream, mapName: null, bytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, bytes);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        open = start;
    }

    public long Bytes { get; }

    /// <summary>The file as numbers.</summary>
    /// <exception cref="ObjectDisposedException">It is gone.</exception>
    public Span<T> AsSpan<T>(int length)
        where T : unmanaged
    {
        var first = open;
        return new Span<T>(first is null ? Wait() : first, length);
    }

    /// <summary>Lets nobody come for it any more until it is opened again. The gate is held from here to there.</summary>
    public void Close() => open = null;

    /// <summary>Lets the system take back the memory that the file takes up; where it cannot be asked to, it does so by itself.</summary>
    public void GiveBack() => MemoryAdvice.GiveBack(start, Bytes);

    public void Open() => open = start;

    public void Dispose()
    {
        if (start is not null)
        {
            open = null;
            start = null;
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }

        view.Dispose();
        file.Dispose();
    }

    private byte* Wait()
    {
        lock (gate)
        {
            return start is null ? throw ColumnStore.Disposed() : start;
        }
    }
}
