using System.IO.MemoryMappedFiles;

namespace Scoring.Storage;

/// <summary>A temporary file mapped into memory, full of zeros at first; gone with the process, however that ends.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private byte* start;

    /// <param name="bytes">Its size, above 0.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    public MappedFile(long bytes)
    {
        Bytes = bytes;
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
    }

    public long Bytes { get; }

    /// <summary>The file as numbers.</summary>
    /// <exception cref="ObjectDisposedException">It is gone.</exception>
    public Span<T> AsSpan<T>(int length)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(start is null, this);
        return new Span<T>(start, length);
    }

    /// <summary>Lets the system take back the memory that the file takes up; where it cannot be asked to, it does so by itself.</summary>
    public void Trim()
    {
        if (start is not null)
        {
            MemoryAdvice.IsNotNeeded(start, Bytes);
        }
    }

    public void Dispose()
    {
        if (start is not null)
        {
            start = null;
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }

        view.Dispose();
        file.Dispose();
    }
}
