using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Scoring.Kernels;

/// <summary>The steps of the one-coin model: source weights in, claim posteriors and per-source hits out.</summary>
/// <remarks>
/// <see cref="Probabilities"/> and <see cref="AddHits"/> take a block of items at a time, small enough to stay in the cache between the
/// two; <see cref="LogWeights"/> and <see cref="Softmax"/> do the same for one item and are what the blocks are checked against.
/// </remarks>
internal static class OneCoinPass
{
    /// <summary>Hits are summed as whole multiples of 2⁻³², so that the sum does not depend on the order of the terms.</summary>
    public const double FixedPointScale = 4294967296.0;

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
        var start = corpus.FirstAssertion[first];
        for (var claim = first; claim < last; claim++)
        {
            var sum = message.IsEmpty ? 0 : message[claim];
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var d = discrimination[corpus.Speaker[a]];
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
        var exponent = room.Exponents;
        var weight = room.Weights;
        corpus.Weight.CopyTo(start, weight[..(end - start)]);
        terms.LogAlternatives.CopyTo(block.First, room.LogAlternatives[..(block.Last - block.First)]);
        terms.LogUnnamed.CopyTo(block.First, room.LogUnnamed[..(block.Last - block.First)]);
        var next = 0;
        for (var item = block.First; item < block.Last; item++)
        {
            var (first, logUnnamed) = (next, room.LogUnnamed[item - block.First]);
            var largest = logUnnamed;
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                var (from, to) = (corpus.FirstAssertion[claim], corpus.FirstAssertion[claim + 1]);
                var speakers = corpus.Speaker.AsSpan(from, to - from);
                var weights = weight.Slice(from - start, speakers.Length);
                var sum = Sum(speakers, weights, corpus.Denies.Length == 0 ? default : corpus.Denies.AsSpan(from, to - from), sources, room.LogAlternatives[item - block.First]);
                sum += message.IsEmpty ? 0 : message[claim];
                largest = Math.Max(largest, sum);
                exponent[next++] = sum;
            }

            exponent[next++] = logUnnamed;
            for (var i = first; i < next; i++)
            {
                exponent[i] -= largest;
            }
        }

        Exponential.Of(exponent, next);
        return Normalise(corpus, terms.IsSettled, block, exponent, credibility);
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
        var start = corpus.FirstAssertion[corpus.FirstClaim[block.First]];
        for (var item = block.First; item < block.Last; item++)
        {
            var teaching = terms.Teaching[item] * FixedPointScale;
            if (teaching == 0)
            {
                continue;
            }

            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                var (from, to) = (corpus.FirstAssertion[claim], corpus.FirstAssertion[claim + 1]);
                var speakers = corpus.Speaker.AsSpan(from, to - from);
                var weights = room.Weights.Slice(from - start, speakers.Length);
                var hit = credibility[claim] * teaching;
                for (var i = 0; i < speakers.Length; i++)
                {
                    var isDenial = corpus.Denies.Length > 0 && corpus.Denies[from + i];
                    Unsafe.Add(ref cells, speakers[i]).Hits += (long)(weights[i] * (isDenial ? teaching - hit : hit));
                }
            }
        }
    }

    private static double Sum(ReadOnlySpan<int> speakers, ReadOnlySpan<double> weights, ReadOnlySpan<bool> denies, ReadOnlySpan<SourceCell> sources, double logAlternatives)
    {
        ref var cells = ref MemoryMarshal.GetReference(sources);
        double sum = 0;
        if (denies.IsEmpty)
        {
            for (var i = 0; i < speakers.Length; i++)
            {
                sum += weights[i] * (Unsafe.Add(ref cells, speakers[i]).Discrimination + logAlternatives);
            }

            return sum;
        }

        for (var i = 0; i < speakers.Length; i++)
        {
            var d = Unsafe.Add(ref cells, speakers[i]).Discrimination;
            sum += weights[i] * (denies[i] ? -d : d + logAlternatives);
        }

        return sum;
    }

    /// <summary>Divides the exponentials of each item by their sum.</summary>
    private static double Normalise(in OneCoinColumns corpus, bool[] isSettled, (int First, int Last) block, ReadOnlySpan<double> exponential, Span<double> credibility)
    {
        var (next, change) = (0, 0.0);
        for (var item = block.First; item < block.Last; item++)
        {
            var claims = corpus.FirstClaim[item + 1] - corpus.FirstClaim[item];
            var ofItem = exponential.Slice(next, claims + 1);
            next += claims + 1;
            if (isSettled.Length > 0 && isSettled[item])
            {
                continue;
            }

            var sum = 0.0;
            foreach (var part in ofItem)
            {
                sum += part;
            }

            var probability = credibility.Slice(corpus.FirstClaim[item], claims);
            for (var i = 0; i < probability.Length; i++)
            {
                var p = ofItem[i] / sum;
                change = Math.Max(change, Math.Abs(p - probability[i]));
                probability[i] = p;
            }
        }

        return change;
    }
}
