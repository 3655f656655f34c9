using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Variance of the log-odds of claims, from what is not known of the claims that relations tie them to.</summary>
internal sealed class RelationVariance
{
    private const int ItemsPerRun = 32;

    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly Lazy<double[]> ofMessage;

    /// <param name="evidence">The evidence.</param>
    /// <param name="posterior">What was concluded of it.</param>
    public RelationVariance(Evidence evidence, Posterior posterior)
    {
        (this.evidence, this.posterior) = (evidence, posterior);
        ofMessage = new(OfMessages);
    }

    /// <summary>What comes through each claim of an item that relations tell something.</summary>
    /// <param name="item">Item index.</param>
    /// <returns>The claims with the variance of what they are told, in nats².</returns>
    public (int Claim, double Variance)[] Through(int item) => evidence.Corpus.Relations.Length == 0
        ? []
        : [.. posterior.RelationsOfItem[item].GroupBy(told => told.Mine).Select(told => (told.Key, told.Sum(message => ofMessage.Value[message.Message])))];

    /// <summary>The squared slope of each message times the variance of the claim that it tells of: that of each item is made once.</summary>
    private double[] OfMessages()
    {
        var corpus = evidence.Corpus;
        var variance = new double[posterior.RelationMessage.Length];
        var told = corpus.Relations.Index()
            .SelectMany(relation => ((int Message, int Other)[])[(2 * relation.Index, relation.Item.OtherClaim), ((2 * relation.Index) + 1, relation.Item.Claim)])
            .GroupBy(message => corpus.ItemOfClaim[message.Other]).Where(item => !posterior.Known.Contains(item.Key)).ToArray();
        Runs.ForEach(told.Length, ItemsPerRun, corpus.Store.ThreadLimit, () => new ItemVariance(evidence, posterior), (first, last, ofItem) =>
        {
            foreach (var item in told.AsSpan(first..last))
            {
                ofItem.Fill(ItemMargins.Of(evidence, posterior, item.Key));
                foreach (var ofClaim in item.GroupBy(message => message.Other))
                {
                    var own = ofItem.Of(ofClaim.Key - corpus.FirstClaim[item.Key]);
                    foreach (var (message, other) in ofClaim)
                    {
                        var slope = RelationMessages.Slope(corpus.Relations[message / 2], message, posterior.RelationMessage, posterior.Credibility[other]);
                        variance[message] = slope * slope * own;
                    }
                }
            }
        });
        return variance;
    }
}
