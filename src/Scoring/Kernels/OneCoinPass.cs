using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Scoring.Kernels;

/// <summary>The steps of the one-coin model: source weights in, claim posteriors and per-source hits out.</summary>
/// <remarks>
/// <see cref="Probabilities"/> and <see cref="AddHits"/> take a block of items at a time, small enough to stay in the cache between the
/// two; <see cref="LogWeights(in OneCoinColumns, int, ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, double, Span{double})"/> and <see cref="Softmax"/> do the same for one item and are what the blocks are checked against.
/// </remarks>
internal static class OneCoinPass
{
    /// <summary>Hits are summed as whole multiples of 2⁻³², so that the sum does not depend on the order of the terms.</summary>
    public const double FixedPointScale = 4294967296.0;

    /// <summary>Assertions of a block, about; so far ahead their sources are asked for.</summary>
    public const int RowsPerBlock = 1024;

    /// <summary>Computes the log-weight of each claim of an item, up to a constant of the item.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item.</param>
    /// <param name="discrimination">ln A − ln(1 − A) of each source as its record has it; length sources.</param>
    /// <param name="message">Weight that relations add to each claim; length claims, or empty.</param>
    /// <param name="logAlternatives">Natural logarithm of the number of false alternatives.</param>
    /// <param name="logWeight">Receives one entry a claim of the item.</param>
    /// <remarks>O(assertions of the item). No allocation.</remarks>
    public static void LogWeights(
        in OneCoinColumns corpus, int item, ReadOnlySpan<double> weight, ReadOnlySpan<double> discrimination, ReadOnlySpan<double> message, double logAlternatives,
        Span<double> logWeight)
    {
        var (first, last) = (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]);
        ReadOnlySpan<int> firstAssertion = corpus.FirstAssertion, speaker = corpus.Speaker;
        var start = firstAssertion[first];
        for (var claim = first; claim < last; claim++)
        {
            var sum = message.IsEmpty ? 0 : message[claim];
            for (var a = firstAssertion[claim]; a < firstAssertion[claim + 1]; a++)
            {
                var d = discrimination[speaker[a]];
                sum += weight[a - start] * (corpus.Denies.Length > 0 && corpus.Denies[a] ? -d : d + logAlternatives);
            }

            logWeight[claim - first] = sum;
        }
    }

    /// <summary>Turns log-weights into probabilities beside the hypothesis that no named value is right.</summary>
    /// <param name="logWeight">Log-weights of the named hypotheses; receives their probabilities.</param>
    /// <param name="logUnnamed">Log-weight of the unnamed hypothesis; −∞ where there is none.</param>
    /// <returns>Probability of the unnamed hypothesis.</returns>
    public static double Softmax(Span<double> logWeight, double logUnnamed)
    {
        var largest = logUnnamed;
        foreach (var weight in logWeight)
        {
            largest = Math.Max(largest, weight);
        }

        var unnamed = Math.Exp(logUnnamed - largest);
        var sum = unnamed;
        for (var i = 0; i < logWeight.Length; i++)
        {
            sum += logWeight[i] = Math.Exp(logWeight[i] - largest);
        }

        for (var i = 0; i < logWeight.Length; i++)
        {
            logWeight[i] /= sum;
        }

        return unnamed / sum;
    }

    /// <summary>Computes the probabilities of the claims of a block of items.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="terms">What the items bring along.</param>
    /// <param name="block">First item of the block, and the first after it.</param>
    /// <param name="message">Weight that relations add to each claim; length claims, or empty.</param>
    /// <param name="sources">What each source gives; length sources.</param>
    /// <param name="room">Room to work in; keeps the weights for <see cref="AddHits"/>.</param>
    /// <param name="credibility">The last probability of each claim of the corpus; receives those of the block.</param>
    /// <returns>The largest change of a probability.</returns>
    /// <remarks>O(assertions of the block). No allocation once the room is large enough.</remarks>
    public static double Probabilities(
        in OneCoinColumns corpus, in OneCoinTerms terms, (int First, int Last) block, ReadOnlySpan<double> message, ReadOnlySpan<SourceCell> sources,
        OneCoinRoom room, Span<double> credibility)
    {
        var (firstClaim, lastClaim) = (corpus.FirstClaim[block.First], corpus.FirstClaim[block.Last]);
        var (start, end) = (corpus.FirstAssertion[firstClaim], corpus.FirstAssertion[lastClaim]);
        room.Fit(block.Last - block.First, lastClaim - firstClaim, end - start);
        var (count, items) = (end - start, block.Last - block.First);
        corpus.Weight.CopyTo(start, room.Weights[..count]);
        terms.LogAlternatives.CopyTo(block.First, room.LogAlternatives[..items]);
        terms.LogUnnamed.CopyTo(block.First, room.LogUnnamed[..items]);
        Give(corpus, block, sources, room);
        var entries = LogWeights(corpus, block, message, room);
        Exponential.Of(room.Exponents, entries);
        return Normalise(corpus, terms.IsSettled, block, room.Exponents, credibility);
    }

    /// <summary>Adds the expected hits of the assertions of a block to their sources.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="terms">What the items bring along.</param>
    /// <param name="block">First item of the block, and the first after it.</param>
    /// <param name="credibility">Probability of each claim of the corpus.</param>
    /// <param name="room">Where <see cref="Probabilities"/> left the weights of the same block.</param>
    /// <param name="sources">Receives the hits, in units of 1 / <see cref="FixedPointScale"/>; length sources.</param>
    public static void AddHits(
        in OneCoinColumns corpus, in OneCoinTerms terms, (int First, int Last) block, ReadOnlySpan<double> credibility, OneCoinRoom room, Span<SourceCell> sources)
    {
        ref var cells = ref MemoryMarshal.GetReference(sources);
        ReadOnlySpan<int> firstClaim = corpus.FirstClaim, firstAssertion = corpus.FirstAssertion, speaker = corpus.Speaker;
        var denies = corpus.Denies;
        var start = firstAssertion[firstClaim[block.First]];
        var weight = room.Weights;
        for (var item = block.First; item < block.Last; item++)
        {
            var teaching = terms.Teaching[item] * FixedPointScale;
            for (var claim = firstClaim[item]; teaching > 0 && claim < firstClaim[item + 1]; claim++)
            {
                var (hit, from, to) = (credibility[claim] * teaching, firstAssertion[claim], firstAssertion[claim + 1]);
                if (denies.Length == 0)
                {
                    for (var a = from; a < to; a++)
                    {
                        FetchAhead(ref cells, speaker, a + RowsPerBlock);
                        Unsafe.Add(ref cells, speaker[a]).Hits += double.ConvertToIntegerNative<long>(weight[a - start] * hit);
                    }

                    continue;
                }

                for (var a = from; a < to; a++)
                {
                    Unsafe.Add(ref cells, speaker[a]).Hits += double.ConvertToIntegerNative<long>(weight[a - start] * (denies[a] ? teaching - hit : hit));
                }
            }
        }
    }

    /// <summary>Asks for the cell of an assertion of the next block while this one is computed: there it would be waited for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void FetchAhead(ref SourceCell cells, ReadOnlySpan<int> speaker, int assertion)
    {
        if (Sse.IsSupported && assertion < speaker.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref cells, speaker[assertion])));
        }
    }

    /// <summary>What each assertion of a block gives its claim: a loop of its own, since its loads wait for memory and for nothing else.</summary>
    private static void Give(in OneCoinColumns corpus, (int First, int Last) block, ReadOnlySpan<SourceCell> sources, OneCoinRoom room)
    {
        ref var cells = ref MemoryMarshal.GetReference(sources);
        ReadOnlySpan<int> firstClaim = corpus.FirstClaim, firstAssertion = corpus.FirstAssertion, speaker = corpus.Speaker;
        var denies = corpus.Denies;
        var weight = room.Weights;
        var gift = room.Gifts;
        var i = 0;
        for (var item = block.First; item < block.Last; item++)
        {
            var logAlternatives = room.LogAlternatives[item - block.First];
            var (from, to) = (firstAssertion[firstClaim[item]], firstAssertion[firstClaim[item + 1]]);
            if (denies.Length == 0)
            {
                for (var a = from; a < to; a++, i++)
                {
                    gift[i] = weight[i] * (Unsafe.Add(ref cells, speaker[a]).Discrimination + logAlternatives);
                }

                continue;
            }

            for (var a = from; a < to; a++, i++)
            {
                var d = Unsafe.Add(ref cells, speaker[a]).Discrimination;
                gift[i] = weight[i] * (denies[a] ? -d : d + logAlternatives);
            }
        }
    }

    /// <summary>The log-weights of a block beside the largest of each item: those of its claims, then that of its unnamed truth.</summary>
    /// <returns>Number of entries.</returns>
    private static int LogWeights(in OneCoinColumns corpus, (int First, int Last) block, ReadOnlySpan<double> message, OneCoinRoom room)
    {
        ReadOnlySpan<int> firstClaim = corpus.FirstClaim, firstAssertion = corpus.FirstAssertion;
        var gift = room.Gifts;
        var exponent = room.Exponents;
        var (i, next) = (0, 0);
        for (var item = block.First; item < block.Last; item++)
        {
            var (first, largest) = (next, room.LogUnnamed[item - block.First]);
            for (var claim = firstClaim[item]; claim < firstClaim[item + 1]; claim++)
            {
                var sum = message.IsEmpty ? 0 : message[claim];
                for (var votes = firstAssertion[claim + 1] - firstAssertion[claim]; votes > 0; votes--)
                {
                    sum += gift[i++];
                }

                largest = sum > largest ? sum : largest;
                exponent[next++] = sum;
            }

            exponent[next++] = room.LogUnnamed[item - block.First];
            for (var entry = first; entry < next; entry++)
            {
                exponent[entry] -= largest;
            }
        }

        return next;
    }

    /// <summary>Divides the exponentials of each item by their sum.</summary>
    private static double Normalise(in OneCoinColumns corpus, bool[] isSettled, (int First, int Last) block, ReadOnlySpan<double> exponential, Span<double> credibility)
    {
        ReadOnlySpan<int> firstClaim = corpus.FirstClaim;
        var (next, change) = (0, 0.0);
        for (var item = block.First; item < block.Last; item++)
        {
            var (first, last) = (firstClaim[item], firstClaim[item + 1]);
            var ofItem = exponential.Slice(next, last - first + 1);
            next += ofItem.Length;
            if (isSettled.Length > 0 && isSettled[item])
            {
                continue;
            }

            var sum = 0.0;
            foreach (var part in ofItem)
            {
                sum += part;
            }

            var share = 1 / sum;
            for (var claim = first; claim < last; claim++)
            {
                var p = ofItem[claim - first] * share;
                var moved = Math.Abs(p - credibility[claim]);
                change = moved > change ? moved : change;
                credibility[claim] = p;
            }
        }

        return change;
    }
}
