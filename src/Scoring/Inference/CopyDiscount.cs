using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What is left of voices that repeat others, beside what unrelated voices take from one another.</summary>
internal static class CopyDiscount
{
    /// <summary>Correlation of unrelated voices while learning: a little, lest a large camp be sure of itself.</summary>
    private const double LearningCorrelation = 0.03;

    /// <summary>Weight of each assertion while learning.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="repeated">For each assertion, how much of other assertions that say the same it repeats; empty if none does.</param>
    public static WeightColumn LearningWeights(Evidence evidence, Column<double> repeated) => WeightColumn.Of(evidence.Corpus, (item, first, weight) =>
    {
        var others = OthersBeside(evidence, item);
        for (var i = 0; i < weight.Length; i++)
        {
            weight[i] = LinkedWeight(evidence, repeated, first + i, others * LearningCorrelation);
        }
    });

    /// <summary>Weight of an assertion beside those of which something is known to link it: its rule factors, its share of its party, and what of others it repeats.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="repeated">As above.</param>
    /// <param name="assertion">The assertion.</param>
    /// <param name="unrelated">What it takes of unrelated voices, as a part of a voice.</param>
    public static double LinkedWeight(Evidence evidence, Column<double> repeated, int assertion, double unrelated = 0) =>
        evidence.RuleWeight[assertion] * evidence.LinkedShare[assertion] / (1 + (repeated.Length == 0 ? 0 : repeated[assertion]) + unrelated);

    /// <summary>What is left of each assertion beyond the discount for unrelated voices: those that it repeats are no longer unrelated.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="repeated">As above.</param>
    /// <returns>Shares in (0, 1]; empty if nothing is repeated.</returns>
    public static Column<double> Shares(Evidence evidence, Column<double> repeated)
    {
        var correlation = evidence.Rules.Independence.Unrelated.Correlation;
        var share = evidence.Corpus.Store.New<double>(repeated.Length);
        for (var item = 0; item < evidence.Corpus.ItemCount && share.Length > 0; item++)
        {
            var (others, rows) = (OthersBeside(evidence, item), evidence.Corpus.AssertionsOfItem(item));
            for (var a = rows.Start.Value; a < rows.End.Value; a++)
            {
                share[a] = (1 + (others * correlation)) / (1 + repeated[a] + (Math.Max(0, others - repeated[a]) * correlation));
            }
        }

        return share;
    }

    /// <summary>Independent voices on an item beside one of them.</summary>
    private static int OthersBeside(Evidence evidence, int item) => Math.Max(0, evidence.IndependentVoices[item] - 1);
}
