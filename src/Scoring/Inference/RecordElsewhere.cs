using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What is known of each source from the items that do not have the labels of a set.</summary>
/// <remarks>
/// What carries over is how often a source knows rather than guesses, as who guesses among two is right more often than among ten. It carries over in part, since who
/// knows one kind of question need not know another: a record counts as so many votes at most.
/// </remarks>
internal sealed class RecordElsewhere
{
    /// <summary>As many votes as the longest record elsewhere counts.</summary>
    private const double MostVotes = 20;

    private readonly int labels;
    private readonly double[] weight;
    private readonly double[] right;

    private RecordElsewhere(int labels, double[] weight, double[] right) => (this.labels, this.weight, this.right) = (labels, weight, right);

    /// <summary>Nothing.</summary>
    public static RecordElsewhere None { get; } = new(labels: 2, [], []);

    /// <summary>The record of each source.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="set">The labels.</param>
    /// <param name="credibility">Credibility of each claim, as learnt.</param>
    /// <param name="weightsOf">What each assertion of an item counts in the record of its source.</param>
    /// <remarks>O(assertions).</remarks>
    public static RecordElsewhere Of(Evidence evidence, LabelSet set, Column<double> credibility, SourceSums.Terms weightsOf)
    {
        var corpus = evidence.Corpus;
        if (corpus.Labels.All is not null)
        {
            return None;
        }

        var (weight, knows) = (new double[corpus.SourceCount], new double[corpus.SourceCount]);
        var room = Array.Empty<double>();
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            if (corpus.Labels.Of(item) == set)
            {
                continue;
            }

            var rows = corpus.AssertionsOfItem(item);
            var (start, count) = (rows.Start.Value, rows.End.Value - rows.Start.Value);
            room = room.Length < count ? new double[count] : room;
            weightsOf(item, room.AsSpan(0, count));
            var chance = corpus.IsOpen(item) ? 0 : 1.0 / (corpus.NamedCount(item) + corpus.UnnamedHypotheses[item]);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    var hit = corpus.Details.StanceOf(a) == Reading.Stance.Denies ? 1 - credibility[claim] : credibility[claim];
                    weight[evidence.Speaker[a]] += room[a - start];
                    knows[evidence.Speaker[a]] += room[a - start] * (hit - chance) / (1 - chance);
                }
            }
        }

        for (var source = 0; source < weight.Length; source++)
        {
            var share = weight[source] > 0 ? knows[source] / weight[source] : 0;
            knows[source] = Math.Clamp((1.0 / set.Count) + (share * (set.Count - 1) / set.Count), 0, 1);
            weight[source] = MostVotes * weight[source] / (MostVotes + weight[source]);
        }

        return new RecordElsewhere(set.Count, weight, knows);
    }

    /// <summary>As how many votes it counts.</summary>
    public double Weight(int source) => weight.Length > 0 ? weight[source] : 0;

    /// <summary>How likely the source names the true label, or any one of the others.</summary>
    public double Says(int source, bool isRight) => weight.Length == 0 ? 0 : isRight ? right[source] : (1 - right[source]) / (labels - 1);

    /// <summary>A prior with the record added.</summary>
    public BetaDistribution AddedTo(BetaDistribution prior, int source) =>
        weight.Length == 0 ? prior : new(prior.A + (weight[source] * right[source]), prior.B + (weight[source] * (1 - right[source])));
}
