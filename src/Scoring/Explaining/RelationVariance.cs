using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Variance of the log-odds of claims, from what is not known of the claims that relations tie them to.</summary>
/// <remarks>
/// What a relation tells is as uncertain as the claim it tells of: by the voices on its item, and by what other relations tell that, of items up to
/// eight relations away. An item on which nobody speaks adds nothing of its own; how far what it tells settles another is how far it is settled itself.
/// </remarks>
internal sealed class RelationVariance
{
    private const int ItemsPerRun = 32;
    private const int FurthestRelations = 8;

    /// <summary>Of an item of which relations tell more claims than this, only what each is told itself is passed on.</summary>
    private const int MostRivals = 32;

    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly Lazy<(double Variance, double Settled)[]> messages;

    /// <param name="evidence">The evidence.</param>
    /// <param name="posterior">What was concluded of it.</param>
    public RelationVariance(Evidence evidence, Posterior posterior)
    {
        (this.evidence, this.posterior) = (evidence, posterior);
        messages = new(OfMessages);
    }

    /// <summary>What comes through each claim of an item that relations tell something.</summary>
    /// <param name="item">Item index.</param>
    /// <returns>The claims, each with the variance of what it is told, in nats², and how far that does not settle it, from 0 to 1.</returns>
    public (int Claim, double Variance, double Unsettled)[] Through(int item)
    {
        if (evidence.Corpus.Relations.Length == 0)
        {
            return [];
        }

        return
        [
            .. posterior.RelationsOfItem[item].GroupBy(told => told.Mine).Select(told => (
                told.Key,
                told.Sum(message => messages.Value[message.Message].Variance),
                told.Aggregate(1.0, (unsettled, message) => unsettled * (1 - messages.Value[message.Message].Settled)))),
        ];
    }

    private (double Variance, double Settled)[] OfMessages()
    {
        var (corpus, threads) = (evidence.Corpus, evidence.Corpus.Store.ThreadLimit);
        var items = corpus.Relations.Index()
            .SelectMany(relation => ((int Message, int Of)[])[(2 * relation.Index, relation.Item.OtherClaim), ((2 * relation.Index) + 1, relation.Item.Claim)])
            .GroupBy(message => corpus.ItemOfClaim[message.Of]).Where(item => !posterior.Known.Contains(item.Key)).Select(item => new Teller(item.Key, [.. item])).ToArray();
        var squaredSlope = new double[posterior.RelationMessage.Length];
        Runs.ForEach(items.Length, ItemsPerRun, threads, () => new ItemVariance(evidence, posterior), (first, last, ofItem) =>
        {
            foreach (var item in items.AsSpan(first..last))
            {
                item.Read(ItemMargins.Of(evidence, posterior, item.Item), ofItem);
                foreach (var (message, claim) in item.Messages)
                {
                    var slope = RelationMessages.Slope(corpus.Relations[message / 2], message, posterior.RelationMessage, posterior.Credibility[claim]);
                    squaredSlope[message] = Math.Min(1, slope * slope);
                }
            }
        });

        var (now, before) = (new (double Variance, double Settled)[squaredSlope.Length], new (double Variance, double Settled)[squaredSlope.Length]);
        for (var relations = 0; relations < FurthestRelations; relations++)
        {
            (now, before) = (before, now);
            Runs.ForEach(items.Length, ItemsPerRun, threads, item => items[item].Tell(before, squaredSlope, now));
        }

        return now;
    }

    /// <summary>An item of whose claims relations tell others.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="messages">The messages, each with the claim it tells of; its reverse tells that claim something.</param>
    private sealed class Teller(int item, (int Message, int Claim)[] messages)
    {
        private readonly int[] claims = [.. messages.Select(message => message.Claim).Distinct().Order()];
        private bool hasVoices;
        private double[] own = [];
        private double[] squaredShare = [];

        public int Item => item;

        public (int Message, int Claim)[] Messages => messages;

        private bool HasRivals => claims.Length is > 1 and <= MostRivals;

        /// <summary>Takes what does not change while the messages do.</summary>
        public void Read(ItemMargins margins, ItemVariance ofItem)
        {
            ofItem.Fill(margins);
            hasVoices = ofItem.Speakers.Count > 0;
            own = Array.ConvertAll(claims, claim => ofItem.Of(claim - margins.First));
            squaredShare = !HasRivals ? [] : [.. claims.SelectMany(claim => claims.Select(rival => rival == claim ? 1 : Math.Pow(ofItem.Rivals.Share(claim - margins.First, rival - margins.First), 2)))];
        }

        /// <summary>Works out the messages from those told the item, each without its reverse.</summary>
        public void Tell((double Variance, double Settled)[] before, double[] squaredSlope, (double Variance, double Settled)[] now)
        {
            var (told, logUnsettled) = (new double[claims.Length], new double[claims.Length]);
            foreach (var (message, claim) in messages)
            {
                var place = Array.BinarySearch(claims, claim);
                told[place] += before[message ^ 1].Variance;
                logUnsettled[place] += LogUnsettled(message);
            }

            var all = HasRivals
                ? [.. claims.Select((_, claim) => told.Select((ofRival, rival) => squaredShare[(claim * claims.Length) + rival] * ofRival).Sum())]
                : told;
            foreach (var (message, claim) in messages)
            {
                var place = Array.BinarySearch(claims, claim);
                now[message] = (
                    squaredSlope[message] * (own[place] + Math.Max(0, all[place] - before[message ^ 1].Variance)),
                    squaredSlope[message] * (hasVoices ? 1 : 1 - Math.Exp(Math.Min(0, logUnsettled[place] - LogUnsettled(message)))));
            }

            double LogUnsettled(int message) => Math.Log(Math.Max(double.Epsilon, 1 - before[message ^ 1].Settled));
        }
    }
}
