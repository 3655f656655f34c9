using System.Buffers;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What each source said that counts, how much of it was right, and how far that speaks for it.</summary>
/// <remarks>
/// No source vouches for itself: what it says on an item is weighed by its record on other items (the cavity of Opper and Winther 2000,
/// doi:10.1162/089976600300014881), taken as the mean over its items so that a source has one reliability. Who speaks on one item alone deserves what its type
/// does, and all such sources of a type on one item teach that type no more than one would: else any number of new accounts could make one another reliable.
/// </remarks>
internal sealed class SourceRecords
{
    private const double Units = 1L << 31;

    /// <param name="weight">As <see cref="Weight"/>; the rest likewise, each of length sources.</param>
    /// <param name="elsewhere">As <see cref="Elsewhere"/>.</param>
    /// <param name="ofType">As <see cref="OfType"/>.</param>
    public SourceRecords(double[] weight, double[] elsewhere, double[] ofType)
    {
        (Weight, Elsewhere, OfType) = (weight, elsewhere, ofType);
        Hits = new double[weight.Length];
    }

    /// <summary>Weight of what each source said in independent, rule-weighted assertions.</summary>
    public double[] Weight { get; }

    /// <summary>How much of it was right, to be filled in; at most the weight.</summary>
    public double[] Hits { get; }

    /// <summary>Share of each record that is left beside one of its items, in [0, 1]: 1 − Σ w² / (Σ w)² with w of all it says on an item, which is 0 for one item and (n − 1) / n for n alike.</summary>
    public double[] Elsewhere { get; }

    /// <summary>As how many sources each teaches its type, in (0, 1].</summary>
    public double[] OfType { get; }

    /// <summary>The records before it is known what was right.</summary>
    /// <param name="corpus">The assertions.</param>
    /// <param name="types">Types of the sources.</param>
    /// <param name="speaker">Source of each assertion.</param>
    /// <param name="limit">Most threads.</param>
    /// <param name="weightsOf">Weight of each assertion of an item in the records, in [0, 1].</param>
    /// <remarks>O(assertions).</remarks>
    public static SourceRecords Of(Corpus corpus, SourceTypes types, Column<int> speaker, ParallelOptions limit, SourceSums.Terms weightsOf)
    {
        var weight = Sums(corpus, speaker, limit, weightsOf);
        var elsewhere = ElsewhereOf(weight, Sums(corpus, speaker, limit, (item, terms) =>
        {
            weightsOf(item, terms);
            var own = Room(terms.Length);
            Together(speaker[corpus.AssertionsOfItem(item)], terms, own);
            for (var i = 0; i < terms.Length; i++)
            {
                terms[i] *= own[i];
            }

            ArrayPool<double>.Shared.Return(own);
        }));
        return new SourceRecords(weight, elsewhere, TeachersOf(corpus, types, speaker, limit, weightsOf, weight, elsewhere));
    }

    /// <summary>As <see cref="Elsewhere"/>.</summary>
    /// <param name="weight">Sum of the weights of each source.</param>
    /// <param name="squares">Sum over its items of the square of what it says on each.</param>
    public static double[] ElsewhereOf(double[] weight, double[] squares) =>
        [.. weight.Zip(squares, (sum, ofSquares) => sum > 0 ? Math.Clamp(1 - (ofSquares / (sum * sum)), 0, 1) : 1)];

    /// <summary>How much of a record counts beside one of its items.</summary>
    public double Counted(int source) => Elsewhere[source] * Weight[source];

    /// <summary>The reliability of a source as its items see it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="prior">Its prior.</param>
    public BetaDistribution Reliability(int source, BetaDistribution prior) =>
        new(prior.A + (Elsewhere[source] * Hits[source]), prior.B + (Elsewhere[source] * (Weight[source] - Hits[source])));

    /// <summary>Goes through all assertions in order, each with what it counts in the record of its source and how likely it is right.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="items">Items to go through.</param>
    /// <param name="credibility">Credibility of each claim.</param>
    /// <param name="weightsOf">What each assertion of an item counts.</param>
    /// <param name="act">Gets the item, the source, what the assertion counts, and how likely it is right.</param>
    /// <remarks>O(assertions).</remarks>
    public static void ForEach(Evidence evidence, IEnumerable<int> items, Column<double> credibility, SourceSums.Terms weightsOf, Action<int, int, double, double> act)
    {
        var (corpus, weights) = (evidence.Corpus, Array.Empty<double>());
        foreach (var item in items)
        {
            var rows = corpus.AssertionsOfItem(item);
            var (start, count) = (rows.Start.Value, rows.End.Value - rows.Start.Value);
            weights = weights.Length < count ? new double[count] : weights;
            weightsOf(item, weights.AsSpan(0, count));
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    act(item, evidence.Speaker[a], weights[a - start], corpus.Details.StanceOf(a) == Stance.Denies ? 1 - credibility[claim] : credibility[claim]);
                }
            }
        }
    }

    private static double[] TeachersOf(
        Corpus corpus, SourceTypes types, Column<int> speaker, ParallelOptions limit, SourceSums.Terms weightsOf, double[] weight, double[] elsewhere)
    {
        var shared = Sums(corpus, speaker, limit, (item, terms) =>
        {
            weightsOf(item, terms);
            var (ofType, own) = (Room(types.Rules.Length), Room(terms.Length));
            var speakers = speaker[corpus.AssertionsOfItem(item)];
            Array.Clear(ofType, 0, types.Rules.Length);
            Together(speakers, terms, own);
            for (var i = 0; i < terms.Length; i++)
            {
                // However often it speaks there.
                ofType[types.OfSource[speakers[i]]] += terms[i] > 0 ? (1 - elsewhere[speakers[i]]) * terms[i] / own[i] : 0;
            }

            for (var i = 0; i < terms.Length; i++)
            {
                var others = ofType[types.OfSource[speakers[i]]] - (1 - elsewhere[speakers[i]]);
                terms[i] /= 1 + Math.Max(0, others);
            }

            ArrayPool<double>.Shared.Return(ofType);
            ArrayPool<double>.Shared.Return(own);
        });
        return [.. elsewhere.Select((own, source) => weight[source] > 0 ? own + ((1 - own) * shared[source] / weight[source]) : 1)];
    }

    /// <summary>For each of some assertions, what all of its source weigh together.</summary>
    /// <param name="speakers">Source of each.</param>
    /// <param name="weight">Weight of each.</param>
    /// <param name="together">Receives the sums; may be longer.</param>
    public static void Together(ReadOnlySpan<int> speakers, ReadOnlySpan<double> weight, Span<double> together)
    {
        const int few = 64;
        if (speakers.Length <= few)
        {
            for (var i = 0; i < speakers.Length; i++)
            {
                double sum = 0;
                for (var j = 0; j < speakers.Length; j++)
                {
                    sum += speakers[j] == speakers[i] ? weight[j] : 0;
                }

                together[i] = sum;
            }

            return;
        }

        var sums = new Dictionary<int, double>(speakers.Length);
        for (var i = 0; i < speakers.Length; i++)
        {
            sums[speakers[i]] = sums.GetValueOrDefault(speakers[i]) + weight[i];
        }

        for (var i = 0; i < speakers.Length; i++)
        {
            together[i] = sums[speakers[i]];
        }
    }

    private static double[] Room(int length) => ArrayPool<double>.Shared.Rent(length);

    private static double[] Sums(Corpus corpus, Column<int> speaker, ParallelOptions limit, SourceSums.Terms terms) =>
        Array.ConvertAll(SourceSums.Of(corpus, speaker, limit, Units, terms), sum => sum / Units);
}
