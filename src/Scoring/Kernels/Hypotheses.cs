using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Scoring.Kernels;

/// <summary>The probabilities of what may be true of the items of a block: one of the named values, or none.</summary>
/// <remarks>An item whose hypotheses fit takes <see cref="Lanes"/> lanes, however few they are, so that no loop ends where nobody can foresee; the probabilities of an item depend on that item alone.</remarks>
internal static class Hypotheses
{
    /// <summary>So many hypotheses are weighed at once, the unnamed one among them. What is written of an item is as long, and what lies beyond its claims is written over by the next.</summary>
    public const int Lanes = 8;

    /// <summary>So many items go through each step together: each waits for nothing but its own, and no step has to wait for all of another.</summary>
    private const int Together = 16;

    /// <summary>Selects lanes: what begins n before <see cref="Lanes"/> selects the first n.</summary>
    private static ReadOnlySpan<long> FirstLanes => [-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Computes the probabilities of the claims of a block, and what a full voice for each of them hits.</summary>
    /// <param name="firstClaim">First claim of each item of the block, then the end.</param>
    /// <param name="firstRow">First row of each claim of the block, then the end.</param>
    /// <param name="claimOffset">Weight added to each claim of the block beside what is said of it, or empty.</param>
    /// <param name="room">Holds the sums and what the items bring along; receives probabilities and hits.</param>
    /// <param name="ahead">What is asked for meanwhile.</param>
    public static void Weigh(ReadOnlySpan<int> firstClaim, ReadOnlySpan<int> firstRow, ReadOnlySpan<double> claimOffset, OneCoinRoom room, ref FetchAhead ahead)
    {
        LogWeights(firstRow, claimOffset, room);
        var items = firstClaim.Length - 1;
        var rowsPerItem = ((firstRow[^1] - firstRow[0]) / items) + 1;
        Span<Vector512<double>> parts = stackalloc Vector512<double>[Together];
        for (var item = 0; item < items; item += Together)
        {
            var few = firstClaim.Slice(item, Math.Min(Together, items - item) + 1);
            Shift(few, firstClaim[0], room.LogUnnamed[item..], room.Hypotheses, parts);
            ahead.Some(rowsPerItem * (few.Length - 1));
            Exponential.OfAll(parts[..(few.Length - 1)]);
            Share(few, firstClaim[0], room.LogUnnamed[item..], room.Teaching[item..], parts, room);
        }
    }

    /// <summary>Puts the log-weights of the hypotheses of some items into lanes, less the largest of the item.</summary>
    private static void Shift(ReadOnlySpan<int> firstClaim, int offset, ReadOnlySpan<double> unnamed, ReadOnlySpan<double> logWeights, Span<Vector512<double>> parts)
    {
        ref var from = ref MemoryMarshal.GetReference(logWeights);
        ref var lanes = ref MemoryMarshal.GetReference(FirstLanes);
        for (var item = 0; item < firstClaim.Length - 1; item++)
        {
            var (first, claims) = (firstClaim[item] - offset, Math.Min(firstClaim[item + 1] - firstClaim[item], Lanes - 1));
            ref var ofClaims = ref Unsafe.Add(ref lanes, Lanes - claims);
            var hypotheses = Select(ref ofClaims, Vector512.LoadUnsafe(ref from, (nuint)first), Vector512.Create(unnamed[item]));
            parts[item] = hypotheses - Vector512.Create(Largest(hypotheses));
        }
    }

    /// <summary>Turns the exponentials into the probabilities of the claims.</summary>
    private static void Share(ReadOnlySpan<int> firstClaim, int offset, ReadOnlySpan<double> unnamed, ReadOnlySpan<double> teaching, ReadOnlySpan<Vector512<double>> parts, OneCoinRoom room)
    {
        ref var probabilities = ref MemoryMarshal.GetReference(room.Probabilities);
        ref var hits = ref MemoryMarshal.GetReference(room.Hits);
        for (var item = 0; item < firstClaim.Length - 1; item++)
        {
            var (first, claims) = (firstClaim[item] - offset, firstClaim[item + 1] - firstClaim[item]);
            if (claims >= Lanes)
            {
                ManyClaims(first, claims, unnamed[item], teaching[item], room);
                continue;
            }

            var share = parts[item] * (1 / Sum(parts[item]));
            share.StoreUnsafe(ref probabilities, (nuint)first);
            (share * (teaching[item] * SourceCell.UnitsPerHit)).StoreUnsafe(ref hits, (nuint)first);
        }
    }

    /// <summary>The log-weights of all claims, from the sums of what the assertions gave.</summary>
    private static void LogWeights(ReadOnlySpan<int> firstRow, ReadOnlySpan<double> claimOffset, OneCoinRoom room)
    {
        ref var sums = ref MemoryMarshal.GetReference(room.Sums);
        var logWeights = room.Hypotheses[..(firstRow.Length - 1)];
        var start = firstRow[0];
        var before = Unsafe.Add(ref sums, 0);
        for (var claim = 0; claim < logWeights.Length; claim++)
        {
            var after = Unsafe.Add(ref sums, firstRow[claim + 1] - start);
            logWeights[claim] = (after - before) * (1 / OneCoinRoom.UnitsPerNat);
            before = after;
        }

        for (var claim = 0; claim < claimOffset.Length; claim++)
        {
            logWeights[claim] += claimOffset[claim];
        }
    }

    /// <summary>The log-weights of the claims of an item, then that of the unnamed hypothesis, then of nothing more.</summary>
    /// <param name="ofClaims">Selects the claims among the lanes, and one lane earlier the unnamed hypothesis too.</param>
    /// <param name="claims">The claims, and what happens to lie behind them.</param>
    /// <param name="unnamed">The unnamed hypothesis in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Select(ref long ofClaims, Vector512<double> claims, Vector512<double> unnamed)
    {
        var rest = Vector512.ConditionalSelect(Vector512.LoadUnsafe(ref Unsafe.Add(ref ofClaims, -1)).AsDouble(), unnamed, Vector512.Create(double.NegativeInfinity));
        return Vector512.ConditionalSelect(Vector512.LoadUnsafe(ref ofClaims).AsDouble(), claims, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Largest(Vector512<double> numbers)
    {
        var four = Vector256.MaxNative(numbers.GetLower(), numbers.GetUpper());
        var two = Vector128.MaxNative(four.GetLower(), four.GetUpper());
        return Vector128.MaxNative(two, Vector128.Shuffle(two, Vector128.Create(1L, 0))).ToScalar();
    }

    /// <summary>Selects the first lanes.</summary>
    /// <param name="count">How many, at least 1; all where that is more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> First(int count) =>
        Vector512.LoadUnsafe(ref Unsafe.Add(ref MemoryMarshal.GetReference(FirstLanes), Lanes - Math.Min(count, Lanes))).AsDouble();

    /// <summary>The sum, in an order that no machine changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> numbers)
    {
        var four = numbers.GetLower() + numbers.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }

    /// <summary>The probabilities of one item with many claims.</summary>
    private static void ManyClaims(int first, int claims, double unnamed, double teaching, OneCoinRoom room)
    {
        var largest = unnamed;
        foreach (var weight in room.Hypotheses.Slice(first, claims))
        {
            largest = Math.Max(largest, weight);
        }

        ref var from = ref MemoryMarshal.GetReference(room.Hypotheses);
        ref var to = ref MemoryMarshal.GetReference(room.Probabilities);
        for (var claim = first; claim < first + claims; claim += Lanes)
        {
            Exponential.Of(Vector512.LoadUnsafe(ref from, (nuint)claim) - Vector512.Create(largest)).StoreUnsafe(ref to, (nuint)claim);
        }

        var probabilities = room.Probabilities.Slice(first, claims);
        var sum = Exponential.Of(unnamed - largest);
        foreach (var part in probabilities)
        {
            sum += part;
        }

        var (hits, share, full) = (first, 1 / sum, teaching * SourceCell.UnitsPerHit);
        foreach (ref var probability in probabilities)
        {
            probability *= share;
            room.Hits[hits++] = probability * full;
        }
    }
}
