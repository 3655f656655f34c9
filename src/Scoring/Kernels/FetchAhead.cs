using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scoring.Storage;

namespace Scoring.Kernels;

/// <summary>Asks for the cells of the sources of some assertions, a few at a time beside other work: where they are needed they would be waited for.</summary>
/// <param name="speaker">Source of each assertion whose cell will be needed.</param>
/// <param name="cells">The cells.</param>
internal ref struct FetchAhead(ReadOnlySpan<int> speaker, Span<SourceCell> cells)
{
    private readonly ref int speaker = ref MemoryMarshal.GetReference(speaker);
    private readonly ref SourceCell cells = ref MemoryMarshal.GetReference(cells);
    private readonly int count = speaker.Length;
    private int next;

    /// <summary>Asks for some more of them, if there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Some(int more)
    {
        if (!Prefetch.IsSupported)
        {
            return;
        }

        var stop = Math.Min(count, next + more);
        for (; next < stop; next++)
        {
            Prefetch.Of(ref Unsafe.Add(ref cells, Unsafe.Add(ref speaker, next)));
        }
    }
}
