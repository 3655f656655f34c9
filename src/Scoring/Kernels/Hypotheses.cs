using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Scoring.Kernels;

/// <summary>The probabilities of what may be true of the items of a block: one of the named values, or none.</summary>
/// <remarks>Items are taken by their number of claims, those with equally many side by side in a vector; the probabilities of an item depend on that item alone.</remarks>
internal static class Hypotheses
{
    /// <summary>Items with at most so many claims are taken side by side; one with more is a vector's work by itself.</summary>
    public const int Few = 8;

    /// <summary>Computes the probabilities of the claims of a block, and what a full voice for each of them hits.</summary>
    /// <param name="firstClaim">First claim of each item of the block, then the end.</param>
    /// <param name="firstRow">First row of each claim of the block, then the end.</param>
    /// <param name="message">Weight that relations add to each claim of the block, or empty.</param>
    /// <param name="room">Holds the sums and what the items bring along; receives probabilities and hits.</param>
    /// <param name="ahead">What is asked for meanwhile.</param>
    public static void Weigh(ReadOnlySpan<int> firstClaim, ReadOnlySpan<int> firstRow, ReadOnlySpan<double> message, OneCoinRoom room, ref FetchAhead ahead)
    {
        Span<int> bucket = stackalloc int[Few + 3];
        SortByClaims(firstClaim, room.Order, bucket);
        for (var n = 1; n <= Few; n++)
        {
            FewClaims(n, room.Order[bucket[n]..bucket[n + 1]], firstClaim, firstRow, message, room, ref ahead);
        }

        foreach (var item in room.Order[bucket[Few + 1]..bucket[Few + 2]])
        {
            ManyClaims(item, firstClaim, firstRow, message, room);
        }
    }

    /// <summary>Sorts the items by their number of claims.</summary>
    /// <param name="firstClaim">First claim of each item of the block, then the end.</param>
    /// <param name="order">Receives the items.</param>
    /// <param name="bucket">Receives where those with 0, 1, … claims begin, then those with more than <see cref="Few"/>, then the end.</param>
    private static void SortByClaims(ReadOnlySpan<int> firstClaim, Span<int> order, Span<int> bucket)
    {
        Span<int> place = stackalloc int[Few + 3];
        place.Clear();
        for (var item = 0; item < firstClaim.Length - 1; item++)
        {
            place[Math.Min(firstClaim[item + 1] - firstClaim[item], Few + 1) + 1]++;
        }

        for (var n = 1; n < place.Length; n++)
        {
            place[n] += place[n - 1];
        }

        place.CopyTo(bucket);
        for (var item = 0; item < firstClaim.Length - 1; item++)
        {
            order[place[Math.Min(firstClaim[item + 1] - firstClaim[item], Few + 1)]++] = item;
        }
    }

    /// <summary>The probabilities of items with equally many claims, side by side.</summary>
    /// <param name="n">Number of claims of each, at least 1.</param>
    /// <param name="items">The items.</param>
    /// <param name="firstClaim">First claim of each item of the block, then the end.</param>
    /// <param name="firstRow">First row of each claim of the block, then the end.</param>
    /// <param name="message">Weight that relations add to each claim of the block, or empty.</param>
    /// <param name="room">Holds the sums; receives probabilities and hits.</param>
    /// <param name="ahead">What is asked for meanwhile.</param>
    private static void FewClaims(
        int n, ReadOnlySpan<int> items, ReadOnlySpan<int> firstClaim, ReadOnlySpan<int> firstRow, ReadOnlySpan<double> message, OneCoinRoom room, ref FetchAhead ahead)
    {
        if (items.IsEmpty)
        {
            return;
        }

        var lanes = (items.Length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        var hypotheses = room.Hypotheses[..((n + 1) * lanes)];
        ref var cells = ref MemoryMarshal.GetReference(hypotheses);
        ref var sums = ref MemoryMarshal.GetReference(room.Sums);
        var start = firstRow[0];
        for (var k = 0; k < items.Length; k++)
        {
            var rows = firstRow.Slice(firstClaim[items[k]] - firstClaim[0], n + 1);
            var before = Unsafe.Add(ref sums, rows[0] - start);
            ref var cell = ref Unsafe.Add(ref cells, k);
            for (var j = 1; j < rows.Length; j++)
            {
                var after = Unsafe.Add(ref sums, rows[j] - start);
                cell = (after - before) * (1 / OneCoinRoom.UnitsPerNat);
                before = after;
                cell = ref Unsafe.Add(ref cell, lanes);
            }

            cell = room.LogUnnamed[items[k]];
            ahead.Some(2 * n);
        }

        for (var k = 0; k < items.Length && !message.IsEmpty; k++)
        {
            for (var j = 0; j < n; j++)
            {
                hypotheses[(j * lanes) + k] += message[firstClaim[items[k]] - firstClaim[0] + j];
            }
        }

        for (var j = 0; j <= n; j++)
        {
            hypotheses.Slice((j * lanes) + items.Length, lanes - items.Length).Clear();
        }

        for (var k = 0; k < lanes; k += Vector<double>.Count)
        {
            Softmax(ref Unsafe.Add(ref cells, k), n, lanes);
        }

        ref var probabilities = ref MemoryMarshal.GetReference(room.Probabilities);
        ref var hits = ref MemoryMarshal.GetReference(room.Hits);
        for (var k = 0; k < items.Length; k++)
        {
            var claim = firstClaim[items[k]] - firstClaim[0];
            var teaching = room.Teaching[items[k]] * SourceCell.UnitsPerHit;
            ref var cell = ref Unsafe.Add(ref cells, k);
            for (var j = 0; j < n; j++)
            {
                Unsafe.Add(ref probabilities, claim + j) = cell;
                Unsafe.Add(ref hits, claim + j) = cell * teaching;
                cell = ref Unsafe.Add(ref cell, lanes);
            }

            ahead.Some(2 * n);
        }
    }

    /// <summary>Turns the log-weights of the hypotheses of some items into the probabilities of their claims.</summary>
    /// <param name="first">The log-weights of the first claims.</param>
    /// <param name="claims">Number of claims of each item, at least 1.</param>
    /// <param name="stride">How far on the next hypotheses are.</param>
    private static void Softmax(ref double first, int claims, int stride)
    {
        var largest = Vector.LoadUnsafe(ref first);
        for (var j = 1; j <= claims; j++)
        {
            largest = Vector.MaxNative(largest, Vector.LoadUnsafe(ref first, (nuint)(j * stride)));
        }

        var sum = Vector<double>.Zero;
        for (var j = 0; j <= claims; j++)
        {
            var part = Exponential.Of(Vector.LoadUnsafe(ref first, (nuint)(j * stride)) - largest);
            part.StoreUnsafe(ref first, (nuint)(j * stride));
            sum += part;
        }

        var share = Vector<double>.One / sum;
        for (var j = 0; j < claims; j++)
        {
            (Vector.LoadUnsafe(ref first, (nuint)(j * stride)) * share).StoreUnsafe(ref first, (nuint)(j * stride));
        }
    }

    /// <summary>The probabilities of one item with many claims.</summary>
    private static void ManyClaims(int item, ReadOnlySpan<int> firstClaim, ReadOnlySpan<int> firstRow, ReadOnlySpan<double> message, OneCoinRoom room)
    {
        var (first, count) = (firstClaim[item] - firstClaim[0], firstClaim[item + 1] - firstClaim[item]);
        var rows = firstRow.Slice(first, count + 1);
        ReadOnlySpan<long> sums = room.Sums;
        var hypotheses = room.Hypotheses[..(count + 1)];
        var largest = hypotheses[count] = room.LogUnnamed[item];
        for (var j = 0; j < count; j++)
        {
            hypotheses[j] = ((sums[rows[j + 1] - firstRow[0]] - sums[rows[j] - firstRow[0]]) * (1 / OneCoinRoom.UnitsPerNat)) + (message.IsEmpty ? 0 : message[first + j]);
            largest = Math.Max(largest, hypotheses[j]);
        }

        for (var j = 0; j <= count; j++)
        {
            hypotheses[j] -= largest;
        }

        Exponential.Of(room.Hypotheses, hypotheses.Length);
        var sum = 0.0;
        foreach (var part in hypotheses)
        {
            sum += part;
        }

        var (share, teaching) = (1 / sum, room.Teaching[item] * SourceCell.UnitsPerHit);
        for (var j = 0; j < count; j++)
        {
            var p = hypotheses[j] * share;
            room.Probabilities[first + j] = p;
            room.Hits[first + j] = p * teaching;
        }
    }
}
