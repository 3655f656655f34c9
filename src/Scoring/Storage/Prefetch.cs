using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Scoring.Storage;

/// <summary>Asks for memory that will be needed a little later, where the processor can be asked.</summary>
internal static class Prefetch
{
    /// <summary>Whether it can: else what it would take to know what to ask for is in vain.</summary>
    public static bool IsSupported => Sse.IsSupported;

    /// <summary>Asks for the line that holds a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Of<T>(ref T value)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref value));
        }
    }
}
