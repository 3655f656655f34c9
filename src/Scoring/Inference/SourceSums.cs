using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Sums over what each source says, as whole numbers: neither threads nor the order of the terms matter.</summary>
/// <remarks>
/// The terms of many items are worked out first and added in one go: sources lie far apart, and so their sums are fetched from memory many at a time. O(assertions).
/// </remarks>
internal static class SourceSums
{
    /// <summary>Works out the term of each assertion of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="terms">Receives each of them.</param>
    public delegate void Terms(int item, Span<double> terms);

    /// <summary>The sum of each source, in units.</summary>
    /// <param name="corpus">The assertions.</param>
    /// <param name="speaker">Source of each.</param>
    /// <param name="limit">Most threads.</param>
    /// <param name="units">Units of one, to which each term is rounded; with 2³¹ and terms up to 1, as many as there may be do not overflow.</param>
    /// <param name="termsOf">The terms.</param>
    public static long[] Of(Corpus corpus, Column<int> speaker, ParallelOptions limit, double units, Terms termsOf)
    {
        var sums = new long[corpus.SourceCount];
        Parallel.ForEach(corpus.Blocks, limit, () => (Own: corpus.Store.New<long>(sums.Length), Terms: Array.Empty<double>()), (block, _, room) =>
        {
            var (start, end) = corpus.AssertionsOf(block);
            var terms = room.Terms.Length < end - start ? new double[end - start] : room.Terms;
            for (var item = block.First; item < block.Last; item++)
            {
                var rows = corpus.AssertionsOfItem(item);
                termsOf(item, terms.AsSpan((rows.Start.Value - start)..(rows.End.Value - start)));
            }

            Add(terms.AsSpan(0, end - start), units, speaker[start..end], room.Own.AsSpan());
            return (room.Own, terms);
        }, room =>
        {
            lock (sums)
            {
                var own = room.Own.AsSpan();
                for (var source = 0; source < sums.Length; source++)
                {
                    sums[source] += own[source];
                }
            }

            room.Own.Release();
        });
        return sums;
    }

    private static void Add(ReadOnlySpan<double> terms, double units, ReadOnlySpan<int> speaker, Span<long> sums)
    {
        ref var first = ref MemoryMarshal.GetReference(sums);
        for (var i = 0; i < terms.Length; i++)
        {
            Unsafe.Add(ref first, speaker[i]) += (long)((terms[i] * units) + 0.5);
        }
    }
}
