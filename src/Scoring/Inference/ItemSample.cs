using System.IO.Hashing;
using System.Runtime.InteropServices;
using Scoring.Indexing;

namespace Scoring.Inference;

/// <summary>Some of the items of a very large corpus, by a hash of their ids: the same for any order of the rows.</summary>
/// <param name="Items">The items, ascending.</param>
/// <param name="IsWhole">Whether these are all items.</param>
internal sealed record ItemSample(int[] Items, bool IsWhole)
{
    /// <summary>Corpora of up to so many assertions are looked at as a whole.</summary>
    public const int MostInFull = 1 << 18;

    private const int AssertionsOfSample = 1 << 17;

    public static ItemSample Of(Corpus corpus)
    {
        var one = corpus.AssertionCount <= MostInFull ? 1 : (ulong)(corpus.AssertionCount / AssertionsOfSample);
        return new ItemSample(
            [.. Enumerable.Range(0, corpus.ItemCount).Where(item => one == 1 || XxHash3.HashToUInt64(MemoryMarshal.AsBytes(corpus.Items[item].AsSpan())) % one == 0)],
            one == 1);
    }
}
