using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Scoring.Kernels;

/// <summary>
/// A pass of the one-coin model over a block of items: source weights in, probabilities of the claims and hits of the sources out, as
/// <see cref="OneCoinPass"/> does for one item.
/// </summary>
/// <remarks>
/// No loop of it ends where nobody can foresee, which else took half of the time. What the assertions give is summed over the whole
/// block as whole numbers, so that each claim's share is an exact difference of two sums. Each item takes
/// a whole vector, however few claims it has. What a claim hits is spread to its assertions some at a time. And the sources of
/// the next block are asked for meanwhile. The probabilities of an item depend on that item alone, and hits are whole numbers: any cut
/// into blocks gives the same bits.
/// </remarks>
internal static class OneCoinBlock
{
    /// <summary>Assertions of a block, about: few enough for what is known of them to stay in the cache.</summary>
    public const int Rows = 1024;

    /// <summary>So many assertions get what their claim has for them at once.</summary>
    public const int SpreadAtOnce = 8;

    /// <summary>Passes over a block.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="terms">What the items bring along.</param>
    /// <param name="block">First item of the block, and the first after it.</param>
    /// <param name="claimOffset">Weight added to each claim beside what is said of it; length claims, or empty.</param>
    /// <param name="sources">What each source gives; receives the hits.</param>
    /// <param name="room">Room to work in.</param>
    /// <param name="credibility">The last probability of each claim of the corpus; receives those of the block.</param>
    /// <returns>The largest change of a probability.</returns>
    /// <remarks>O(assertions of the block). No allocation once the room is large enough.</remarks>
    public static double Pass(
        in OneCoinColumns corpus, in OneCoinTerms terms, (int First, int Last) block, ReadOnlySpan<double> claimOffset, SourceTable sources, OneCoinRoom room,
        Span<double> credibility)
    {
        var items = block.Last - block.First;
        ReadOnlySpan<int> firstClaim = corpus.FirstClaim.AsSpan(block.First, items + 1);
        var (offset, claims) = (firstClaim[0], firstClaim[^1] - firstClaim[0]);
        ReadOnlySpan<int> firstRow = corpus.FirstAssertion.AsSpan(offset, claims + 1);
        var (start, count) = (firstRow[0], firstRow[^1] - firstRow[0]);
        ReadOnlySpan<int> speaker = corpus.Speaker.AsSpan(start);
        var denies = corpus.Denies.Length == 0 ? default : (ReadOnlySpan<bool>)corpus.Denies.AsSpan(start, count);
        room.Fit(items, claims, count);
        corpus.Weight.CopyTo(start, room.Weights[..count]);
        terms.LogAlternatives.CopyTo(block.First, room.LogAlternatives[..items]);
        terms.LogUnnamed.CopyTo(block.First, room.LogUnnamed[..items]);
        terms.Teaching.CopyTo(block.First, room.Teaching[..items]);
        claimOffset = claimOffset.IsEmpty ? claimOffset : claimOffset.Slice(offset, claims);
        credibility = credibility.Slice(offset, claims);

        SpreadByItem(room.LogAlternatives[..items], OneCoinRoom.UnitsPerNat, firstClaim, firstRow, room.Rows);
        Give(speaker[..count], denies, sources.Cells, room);
        var ahead = new FetchAhead(speaker[count..(int)Math.Min(speaker.Length, 2L * count)], sources.Cells);
        Hypotheses.Weigh(firstClaim, firstRow, claimOffset, room, ref ahead);
        ahead.Some(count);
        Keep(terms, block.First, firstClaim, credibility, room);
        var change = Move(room.Probabilities[..claims], credibility);
        Spread(room.Hits[..claims], firstRow, room.Rows);
        if (denies.Length > 0)
        {
            room.FitDenials(count);
            SpreadByItem(room.Teaching[..items], SourceCell.UnitsPerHit, firstClaim, firstRow, room.TeachingOfRows);
            TurnDenials(denies, room);
        }

        AddHits(speaker[..count], room, sources);
        return change;
    }

    /// <summary>Gives each of some rows what belongs to the run of rows it lies in.</summary>
    /// <param name="numbers">One a run.</param>
    /// <param name="firstRow">First row of each run, then the end.</param>
    /// <param name="rows">Receives them, from the first row of the first run on, and what is left over of the last <see cref="SpreadAtOnce"/> behind.</param>
    internal static void Spread(ReadOnlySpan<double> numbers, ReadOnlySpan<int> firstRow, Span<double> rows)
    {
        ref var to = ref MemoryMarshal.GetReference(rows);
        var start = firstRow[0];
        for (var run = 0; run < numbers.Length; run++)
        {
            var (row, end) = (firstRow[run] - start, firstRow[run + 1] - start);
            var number = Vector512.Create(numbers[run]);
            do
            {
                number.StoreUnsafe(ref to, (nuint)row);
                row += SpreadAtOnce;
            }
            while (row < end);
        }
    }

    /// <summary>Gives each row what belongs to its item, in some unit.</summary>
    private static void SpreadByItem(ReadOnlySpan<double> numbers, double units, ReadOnlySpan<int> firstClaim, ReadOnlySpan<int> firstRow, Span<double> rows)
    {
        if (numbers.IndexOfAnyExcept(numbers[0]) < 0)
        {
            rows[..(firstRow[^1] - firstRow[0])].Fill(numbers[0] * units);
            return;
        }

        for (var item = 0; item < numbers.Length; item++)
        {
            var (first, end) = (firstRow[firstClaim[item] - firstClaim[0]], firstRow[firstClaim[item + 1] - firstClaim[0]]);
            rows[(first - firstRow[0])..(end - firstRow[0])].Fill(numbers[item] * units);
        }
    }

    /// <summary>Sums what the assertions give their claims; the logarithms of the alternatives lie in the room's rows, in units.</summary>
    private static void Give(ReadOnlySpan<int> speaker, ReadOnlySpan<bool> denies, Span<SourceCell> sources, OneCoinRoom room)
    {
        const double units = OneCoinRoom.UnitsPerNat / SourceCell.UnitsPerNat;
        ref var cells = ref MemoryMarshal.GetReference(sources);
        ReadOnlySpan<double> weight = room.Weights[..speaker.Length];
        ReadOnlySpan<double> alternatives = room.Rows[..speaker.Length];
        var after = room.Sums.Slice(1, speaker.Length);
        long sum = room.Sums[0] = 0;
        if (denies.Length == 0)
        {
            for (var i = 0; i < speaker.Length; i++)
            {
                sum += double.ConvertToIntegerNative<long>(weight[i] * ((Unsafe.Add(ref cells, speaker[i]).Discrimination * units) + alternatives[i]));
                after[i] = sum;
            }

            return;
        }

        for (var i = 0; i < speaker.Length; i++)
        {
            var discrimination = Unsafe.Add(ref cells, speaker[i]).Discrimination * units;
            sum += double.ConvertToIntegerNative<long>(weight[i] * (denies[i] ? -discrimination : discrimination + alternatives[i]));
            after[i] = sum;
        }
    }

    /// <summary>Some items keep their probabilities: those that are settled, and hit by them, and numbers, which hit nothing here.</summary>
    private static void Keep(in OneCoinTerms terms, int firstItem, ReadOnlySpan<int> firstClaim, ReadOnlySpan<double> credibility, OneCoinRoom room)
    {
        if (terms.IsSettled.Length == 0 && terms.IsNumber.Length == 0)
        {
            return;
        }

        for (var item = 0; item < firstClaim.Length - 1; item++)
        {
            var isNumber = terms.IsNumber.Length > 0 && terms.IsNumber[firstItem + item];
            if (!isNumber && !(terms.IsSettled.Length > 0 && terms.IsSettled[firstItem + item]))
            {
                continue;
            }

            // What teaches nothing here hits nothing, nor do its denials.
            room.Teaching[item] = isNumber ? 0 : room.Teaching[item];
            var teaching = room.Teaching[item] * SourceCell.UnitsPerHit;
            for (var claim = firstClaim[item] - firstClaim[0]; claim < firstClaim[item + 1] - firstClaim[0]; claim++)
            {
                room.Probabilities[claim] = credibility[claim];
                room.Hits[claim] = credibility[claim] * teaching;
            }
        }
    }

    /// <summary>Puts the new probabilities in the place of the old.</summary>
    /// <returns>The largest change.</returns>
    private static double Move(ReadOnlySpan<double> probabilities, Span<double> credibility)
    {
        var (changes, change, claim) = (Vector<double>.Zero, 0.0, 0);
        for (; claim <= probabilities.Length - Vector<double>.Count; claim += Vector<double>.Count)
        {
            var p = new Vector<double>(probabilities[claim..]);
            changes = Vector.MaxNative(changes, Vector.Abs(p - new Vector<double>(credibility[claim..])));
            p.CopyTo(credibility[claim..]);
        }

        for (; claim < probabilities.Length; claim++)
        {
            change = Math.Max(change, Math.Abs(probabilities[claim] - credibility[claim]));
            credibility[claim] = probabilities[claim];
        }

        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            change = Math.Max(change, changes[lane]);
        }

        return change;
    }

    /// <summary>A denial hits where its claim is wrong.</summary>
    private static void TurnDenials(ReadOnlySpan<bool> denies, OneCoinRoom room)
    {
        var hit = room.Rows[..denies.Length];
        var teaching = room.TeachingOfRows[..denies.Length];
        for (var i = 0; i < denies.Length; i++)
        {
            hit[i] = denies[i] ? teaching[i] - hit[i] : hit[i];
        }
    }

    private static void AddHits(ReadOnlySpan<int> speaker, OneCoinRoom room, SourceTable sources)
    {
        ref var cells = ref MemoryMarshal.GetReference(sources.Cells);
        ReadOnlySpan<double> weight = room.Weights[..speaker.Length];
        ReadOnlySpan<double> hit = room.Rows[..speaker.Length];
        for (var i = 0; i < speaker.Length; i++)
        {
            sources.Add(ref Unsafe.Add(ref cells, speaker[i]), speaker[i], (ulong)double.ConvertToIntegerNative<long>(weight[i] * hit[i]));
        }
    }
}
