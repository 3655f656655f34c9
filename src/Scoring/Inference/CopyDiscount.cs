using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What is left of voices that repeat others: together one voice, of which unrelated ones then take as of any other.</summary>
internal static class CopyDiscount
{
    /// <summary>Correlation of unrelated voices while learning: a little, since they err together.</summary>
    private const double LearningCorrelation = 0.1;

    /// <summary>So many others count in it: among more voices one learns whom to follow, which a full discount would hide.</summary>
    private const int MostOthers = 2;

    private const int ItemsPerRun = 256;

    /// <summary>Weight of each assertion while learning.</summary>
    /// <remarks>
    /// What two unrelated voices at most take is added to what copies take, which changes little: to be sure of copies while they are still being sought
    /// makes more of them.
    /// </remarks>
    /// <param name="evidence">The evidence.</param>
    /// <param name="repeated">For each assertion, how much of other assertions that say the same it repeats; empty if none does.</param>
    public static WeightColumn LearningWeights(Evidence evidence, Column<double> repeated) => WeightColumn.Of(evidence.Corpus, (item, first, weight) =>
    {
        var unrelated = Math.Min(MostOthers, OthersBeside(evidence, item)) * LearningCorrelation;
        evidence.RuleWeight.CopyTo(first, weight);
        evidence.LinkedShare.MultiplyInto(first, weight);
        for (var i = 0; i < weight.Length; i++)
        {
            weight[i] /= 1 + (repeated.Length == 0 ? 0 : repeated[first + i]) + unrelated;
        }
    });

    /// <summary>Weight of an assertion beside those of which something is known to link it: its rule factors, its share of its party, and what of others it repeats.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="repeated">As above.</param>
    /// <param name="assertion">The assertion.</param>
    public static double LinkedWeight(Evidence evidence, Column<double> repeated, int assertion) =>
        evidence.RuleWeight[assertion] * evidence.LinkedShare[assertion] / (1 + (repeated.Length == 0 ? 0 : repeated[assertion]));

    /// <summary>What copying leaves of each assertion beside its share by the rules.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="repeated">As above.</param>
    /// <returns>Factors above 0; above 1 where an assertion that repeats little stands beside many that do, since these are fewer voices than the rules took them for. Empty if nothing is repeated.</returns>
    public static Column<double> Shares(Evidence evidence, Column<double> repeated)
    {
        var share = evidence.Corpus.Store.New<double>(repeated.Length);
        if (share.Length > 0)
        {
            Runs.ForEach(evidence.Corpus.ItemCount, ItemsPerRun, evidence.Corpus.Store.ThreadLimit, () => new List<int>(), (first, last, voices) =>
            {
                for (var item = first; item < last; item++)
                {
                    SharesOf(evidence, repeated, item, voices, share);
                }
            });
        }

        return share;
    }

    /// <summary>
    /// The shares of one item. As by the rules (<see cref="IndependenceDiscount"/>) unrelated voices are discounted by layers of strength, here with the voices that are left of
    /// them: what that changes is the factor.
    /// </summary>
    private static void SharesOf(Evidence evidence, Column<double> repeated, int item, List<int> voices, Column<double> share)
    {
        var rows = evidence.Corpus.AssertionsOfItem(item);
        voices.Clear();
        for (var a = rows.Start.Value; a < rows.End.Value; a++)
        {
            share[a] = 1 / (1 + repeated[a]);
            if (evidence.RuleWeight[a] > 0)
            {
                voices.Add(a);
            }
        }

        voices.Sort((x, y) => (Strength(x), x).CompareTo((Strength(y), y)));
        var (all, left) = (0.0, 0.0);
        foreach (var a in voices)
        {
            (all, left) = (all + evidence.LinkedShare[a], left + (evidence.LinkedShare[a] * share[a]));
        }

        var (correlation, layeredAll, layeredLeft, below) = (evidence.UnrelatedCorrelation(item), 0.0, 0.0, 0.0);
        foreach (var a in voices)
        {
            var layer = Strength(a) - below;
            layeredAll += layer / (1 + (correlation * Math.Max(0, all - 1)));
            layeredLeft += layer / (1 + (correlation * Math.Max(0, left - 1)));
            (all, left, below) = (all - evidence.LinkedShare[a], left - (evidence.LinkedShare[a] * share[a]), Strength(a));

            // No voice counts for more than what is known to link it leaves of it.
            var fewer = layeredAll > 0 ? layeredLeft / layeredAll : 1;
            share[a] *= Math.Min(fewer, evidence.Share[a] > 0 ? evidence.LinkedShare[a] / evidence.Share[a] : 1);
        }

        double Strength(int a) => evidence.RuleWeight[a] * evidence.Voices.Strength[evidence.Speaker[a]];
    }

    /// <summary>Independent voices on an item beside one of them, by the rules.</summary>
    private static double OthersBeside(Evidence evidence, int item) => Math.Max(0, evidence.IndependentVoices[item] - 1);
}
