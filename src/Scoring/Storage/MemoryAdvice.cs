using System.Runtime.InteropServices;

namespace Scoring.Storage;

/// <summary>Tells the system how memory will be used, where it can be told: madvise(2) of Linux. No result depends on it.</summary>
internal static unsafe partial class MemoryAdvice
{
    private const int DontNeed = 4;
    private const int HugePage = 14;
    private const nuint HugePageBytes = 2 << 20;

    /// <summary>The memory of a mapped file may be taken back: what was written stays in the file.</summary>
    public static void GiveBack(byte* start, long bytes)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Advise(start, (nuint)bytes, DontNeed);
        }
    }

    /// <summary>A fresh array will be read in no order: in large pages its addresses are found without looking them up in memory too.</summary>
    public static void ExpectRandomReads<T>(T[] array)
        where T : unmanaged
    {
        if (!OperatingSystem.IsLinux() || (nuint)array.Length * (nuint)sizeof(T) < 2 * HugePageBytes)
        {
            return;
        }

        fixed (T* start = array)
        {
            var first = ((nuint)start + HugePageBytes - 1) & ~(HugePageBytes - 1);
            var last = ((nuint)start + ((nuint)array.Length * (nuint)sizeof(T))) & ~(HugePageBytes - 1);
            _ = Advise((byte*)first, last - first, HugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(byte* address, nuint length, int advice);
}
