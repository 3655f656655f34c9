using System.Runtime.CompilerServices;

namespace Scoring.Storage;

/// <summary>
/// Makes the columns of a corpus: in memory as long as they need no more than their share of the limit, beyond it in temporary files
/// mapped into memory, of which the system keeps in memory what it has room for. Where a column lies changes no result.
/// </summary>
/// <remarks>Columns take up to a fifth of the limit; sources, reports and what is being written need the rest.</remarks>
internal sealed class ColumnStore : IDisposable
{
    private const double ShareOfColumns = 0.2;

    /// <summary>A smaller column stays in memory whatever the limit: a file of its own would cost more.</summary>
    private const int LeastMappedBytes = 1 << 20;

    /// <summary>To ask the system how much memory the process takes is as long as to score an item.</summary>
    private const int CallsBetween = 16;

    private readonly Lock gate = new();
    private readonly long most;
    private readonly int leastMapped;
    private readonly int mostThreads;
    private readonly List<MappedFile> files = [];
    private readonly ResidentLimit resident;
    private long held;
    private bool hasFiles;
    private int calls;
    private bool isDisposed;

    /// <param name="limit">Most bytes of memory the process is to take, columns and all else.</param>
    /// <param name="leastMapped">Bytes of the smallest column worth a file.</param>
    /// <param name="threads">Most threads, at least 1; <see langword="null"/>: one for each processor.</param>
    public ColumnStore(long limit, int leastMapped = LeastMappedBytes, int? threads = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        (most, this.leastMapped) = ((long)(limit * ShareOfColumns), leastMapped);
        resident = new ResidentLimit(limit, Trim);
        mostThreads = threads ?? Environment.ProcessorCount;
    }

    /// <summary>Most threads for what fills or reads the columns, and who may stop it.</summary>
    internal ParallelOptions ThreadLimit => new() { MaxDegreeOfParallelism = mostThreads, CancellationToken = Stopping.Token };

    /// <summary>A store that keeps everything in memory.</summary>
    public static ColumnStore InMemory { get; } = new(long.MaxValue);

    /// <summary>Bytes of the columns that lie in files.</summary>
    public long MappedBytes
    {
        get
        {
            lock (gate)
            {
                return files.Sum(file => file.Bytes);
            }
        }
    }

    /// <summary>A new column of zeros.</summary>
    /// <param name="length">Number of entries, at least 0.</param>
    /// <exception cref="IOException">There is no room for a temporary file.</exception>
    /// <exception cref="ObjectDisposedException">Files were given back.</exception>
    public Column<T> New<T>(int length)
        where T : unmanaged
    {
        var bytes = (long)length * Unsafe.SizeOf<T>();
        if (TryHold(bytes))
        {
            return new Column<T>(NewArray<T>(length), this);
        }

        var file = new MappedFile(bytes, gate);
        lock (gate)
        {
            if (isDisposed)
            {
                file.Dispose();
                throw Disposed();
            }

            files.Add(file);
            Volatile.Write(ref hasFiles, true);
            resident.Watch();
        }

        return new Column<T>(file, length, this);
    }

    /// <summary>Tells whoever is about to go through columns on all threads that they are gone.</summary>
    /// <exception cref="ObjectDisposedException">They are.</exception>
    public void ThrowIfDisposed()
    {
        if (Volatile.Read(ref isDisposed))
        {
            throw Disposed();
        }
    }

    /// <summary>
    /// Keeps the process within its limit every few calls, not every few milliseconds: who reads here and there in many columns, as one item after another does, has a run of pages of
    /// each put into memory, a megabyte an item, faster than anybody looks. Costs nothing while no column lies in a file.
    /// </summary>
    public void KeepWithinLimit()
    {
        if (Volatile.Read(ref hasFiles) && Interlocked.Increment(ref calls) % CallsBetween == 0)
        {
            resident.GiveBackIfOver();
        }
    }

    /// <summary>What whoever asks for columns that are gone is told: by then nobody but a result is asked.</summary>
    internal static ObjectDisposedException Disposed() => new(nameof(ScoringResult));

    private bool TryHold(long bytes)
    {
        lock (gate)
        {
            if (isDisposed)
            {
                throw Disposed();
            }

            var fits = bytes < leastMapped || held + bytes <= most;
            held += fits ? bytes : 0;
            return fits;
        }
    }

    private static T[] NewArray<T>(int length)
        where T : unmanaged
    {
        var array = new T[length];
        MemoryAdvice.ExpectRandomReads(array);
        return array;
    }

    /// <summary>Takes back what a column took.</summary>
    public void Release(long bytes, MappedFile? file)
    {
        lock (gate)
        {
            if (file is null)
            {
                held -= bytes;
            }
            else if (files.Remove(file))
            {
                file.Dispose();
            }
        }
    }

    /// <summary>Gives all files back: what lies in them is gone, and no further columns are made. Without files all goes on as before.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed |= files.Count > 0;
            files.ForEach(file => file.Dispose());
            files.Clear();
        }
    }

    /// <summary>Lets the system take back the memory of what lies in files; it is read again where it is needed.</summary>
    internal void Trim()
    {
        lock (gate)
        {
            files.ForEach(file => file.Close());
            files.ForEach(file => file.GiveBack());
            files.ForEach(file => file.Open());
        }
    }
}
