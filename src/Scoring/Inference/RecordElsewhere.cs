using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What is known of each source from the items that share no labels.</summary>
/// <remarks>
/// What carries over to those that do is how often a source knows rather than guesses, as who guesses among two is right more often than among ten. It carries over in part,
/// since who knows one kind of question need not know another: a record counts as so many votes at most. From one label set to another nothing does: habits would pass for knowledge.
/// </remarks>
internal sealed class RecordElsewhere
{
    /// <summary>As many votes as the longest record counts.</summary>
    private const double MostVotes = 20;

    private readonly double[] weight;
    private readonly double[] knows;

    private RecordElsewhere(double[] weight, double[] knows) => (this.weight, this.knows) = (weight, knows);

    /// <summary>Nothing.</summary>
    public static RecordElsewhere None { get; } = new([], []);

    /// <summary>The record of each source.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="credibility">Credibility of each claim, as learnt.</param>
    /// <param name="weightsOf">What each assertion of an item counts in the record of its source.</param>
    /// <remarks>O(assertions).</remarks>
    public static RecordElsewhere Of(Evidence evidence, Column<double> credibility, SourceSums.Terms weightsOf)
    {
        var corpus = evidence.Corpus;
        if (corpus.Labels.All is not null)
        {
            return None;
        }

        var (weight, knows) = (new double[corpus.SourceCount], new double[corpus.SourceCount]);
        var items = Enumerable.Range(0, corpus.ItemCount).Where(item => corpus.Labels.PlaceOf(item) < 0);
        SourceRecords.ForEach(evidence, items, credibility, weightsOf, (item, source, counts, right) =>
        {
            var chance = corpus.IsOpen(item) ? 0 : 1.0 / (corpus.NamedCount(item) + corpus.UnnamedHypotheses[item]);
            weight[source] += counts;
            knows[source] += counts * (right - chance) / (1 - chance);
        });
        for (var source = 0; source < weight.Length; source++)
        {
            knows[source] = weight[source] > 0 ? knows[source] / weight[source] : 0;
            weight[source] = MostVotes * weight[source] / (MostVotes + weight[source]);
        }

        return new RecordElsewhere(weight, knows);
    }

    /// <summary>As how many votes it counts.</summary>
    public double Weight(int source) => weight.Length > 0 ? weight[source] : 0;

    /// <summary>How likely the source names the true one of some labels, or any one of the others.</summary>
    public double Says(int source, bool isRight, int labels)
    {
        var right = weight.Length > 0 ? Math.Clamp((1 + (knows[source] * (labels - 1))) / labels, 0, 1) : 0;
        return isRight ? right : (1 - right) / (labels - 1);
    }

    /// <summary>A prior of being right among some labels, with the record added.</summary>
    public BetaDistribution AddedTo(BetaDistribution prior, int source, int labels)
    {
        var right = Says(source, isRight: true, labels);
        return new BetaDistribution(prior.A + (Weight(source) * right), prior.B + (Weight(source) * (1 - right)));
    }
}
