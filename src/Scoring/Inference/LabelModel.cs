using System.Globalization;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// The model of corpora of which some or all items draw from small label sets: a <see cref="LabelPool"/> for each set, one coin for all other items.
/// </summary>
/// <remarks>
/// A source has one reliability, by all it says. Claims are scored with all discounts, with the correlation that sources of such reliabilities have
/// (<see cref="VoiceCorrelation"/>), and with what relations tell of them.
/// </remarks>
internal sealed class LabelModel
{
    private const int ItemsPerRun = 256;

    /// <summary>A denial of one of several labels teaches these models nothing; more than so many of the assertions on their items, and they know too little of the sources.</summary>
    private const double MostDenials = 0.1;

    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly InferenceOptions options;
    private readonly IReadOnlyList<LabelSet> sets;
    private readonly CoinRecord coin;
    private readonly Teaching teaching;

    private LabelModel(Evidence evidence, KnownTruths known, InferenceOptions options, IReadOnlyList<LabelSet> sets, CoinRecord coin)
    {
        (this.evidence, this.known, this.options, this.sets, this.coin) = (evidence, known, options, sets, coin);
        teaching = new Teaching(evidence, known);
    }

    /// <summary>The label sets of a corpus that can be learnt: little is denied unless there are two labels, where that is to name the other.</summary>
    public static LabelSet[] SetsOf(Evidence evidence)
    {
        var labels = evidence.Corpus.Labels;
        return [.. labels.Sets.Where((set, place) => set.Count == 2 || evidence.Corpus.Details.Denials == 0 || ShareOfDenials(evidence.Corpus, place) <= MostDenials)];
    }

    /// <summary>Those of them that agreement tells something of: not yes and no, where nearly all answers are the same.</summary>
    public static LabelSet[] TellingSetsOf(Evidence evidence)
    {
        var isOneSided = Teaching.IsOneSided(evidence);
        return [.. SetsOf(evidence).Where(set => !isOneSided || set.Count > 2 || YesNo.Word(evidence.Corpus.Values[set.Values[0]]) is null)];
    }

    /// <summary>The share of denials among the assertions on the items of a set.</summary>
    private static double ShareOfDenials(Corpus corpus, int set)
    {
        var (denials, all) = (0, 0);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var rows = corpus.Labels.PlaceOf(item) == set ? corpus.AssertionsOfItem(item) : default;
            for (var a = rows.Start.Value; a < rows.End.Value; a++)
            {
                (denials, all) = (denials + (corpus.Details.StanceOf(a) == Stance.Denies ? 1 : 0), all + 1);
            }
        }

        return (double)denials / Math.Max(1, all);
    }

    /// <summary>Whether all items draw from one set that can be learnt.</summary>
    public static bool FitsAll(Evidence evidence) => evidence.Corpus.Labels.All is { } all && SetsOf(evidence).Contains(all);

    /// <summary>Learns the models and scores by them.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="sets">The sets to learn, of <see cref="SetsOf"/>.</param>
    /// <param name="seen">Those of which it is looked at how far votes go together.</param>
    /// <param name="sample">Items on which it is.</param>
    /// <param name="only">Name of the one model to use; <see langword="null"/>: the pool.</param>
    /// <param name="coin">What one coin teaches, if that is known.</param>
    public static Posterior Infer(Evidence evidence, KnownTruths known, InferenceOptions options, IReadOnlyList<LabelSet> sets, IReadOnlyList<LabelSet> seen, ItemSample sample, string? only = null, CoinRecord? coin = null)
    {
        coin ??= OneCoin.Learn(evidence, known, options);
        return new LabelModel(coin.Evidence, known, options, sets, coin).Run(seen, sample, only);
    }

    private Posterior Run(IReadOnlyList<LabelSet> seen, ItemSample sample, string? only)
    {
        var cellOf = evidence.Corpus.Store.New<int>(evidence.Corpus.AssertionCount);
        var elsewhere = RecordElsewhere.Of(evidence, coin.Credibility, WeightsOf);
        LabelPool[] pools = [.. sets.Select(set => new LabelPool(evidence, set, known, options, coin, elsewhere, cellOf))];
        var families = Array.ConvertAll(pools, pool => pool.Learn(only));
        for (var i = 0; i < pools.Length; i++)
        {
            Learnt(new LabelEvidence(evidence, pools[i].Columns, families[i].Family, Discrimination: []), sets[i]);
            pools[i].Columns.ReleaseVotes();
        }

        var (records, types) = (Records(coin.Credibility), new TypePriors(evidence));
        types.Learn(records);
        var prior = types.OfSources();
        BetaDistribution[] reliability = [.. prior.Select((own, source) => records.Reliability(source, own))];
        var widened = Widened(coin.Credibility, reliability, records);
        var scored = VoiceCorrelation.Of(evidence, seen, sample, coin.Repeated, reliability, records) with
        {
            FalseValues = coin.FalseValues,
            Nearness = coin.Numbers?.NearnessOfAll ?? 0,
        };
        var copyShare = CopyDiscount.Shares(scored, coin.Repeated);
        coin.Repeated.Release();
        var weight = OneCoin.ColumnsOf(scored, copyShare);
        var discrimination = Array.ConvertAll(reliability, source => source.Discrimination);
        LabelEvidence[] labels = [.. pools.Select((pool, i) => new LabelEvidence(scored, pool.Columns, families[i].Family, discrimination))];
        var posterior = new Posterior
        {
            Choice = InWords(families) + coin.CopyingInWords,
            Evidence = scored,
            CopyShare = copyShare,
            Copying = coin.Pairs,
            LabelsOfSet = sets.Zip(labels).ToDictionary(),
            Columns = weight,
            Credibility = coin.Credibility,
            Unnamed = evidence.Corpus.Store.New<double>(evidence.Corpus.ItemCount),
            Reliability = reliability,
            Widened = widened,
            Records = records,
            Prior = prior,
            Offset = coin.Offsets.OfClaim,
            Popularity = coin.Popularity,
            Numbers = coin.Numbers,
            RelationMessage = coin.Relations.OfRelation,
            Known = known,
            Iterations = families.Max(family => family.Family.Passes),
            Converged = coin.HasSettled && families.All(family => family.Family.Converged),
        };
        return posterior with { Converged = Score(posterior) & posterior.Converged };
    }

    private string InWords((LabelFamily Family, string InWords)[] families)
    {
        if (evidence.Corpus.Labels.All is not null)
        {
            return families[0].Family.Name == LabelFamily.PoolName ? $"all items share one small label set: {families[0].InWords}" : families[0].InWords;
        }

        var kinds = sets.Select((set, i) => string.Create(CultureInfo.InvariantCulture, $"{evidence.Corpus.ItemsOf(set):#,0} items share {set.Count} labels, as '{Shortened.Text(evidence.Corpus.Values[set.Values[0]])}': {families[i].InWords}"));
        return $"{string.Join("; ", kinds)}; all other items: {coin.Numbers?.InWords() ?? "one reliability a source"}{teaching.InWords}{coin.Popularity.InWords}";
    }

    /// <summary>Scores all claims with all discounts.</summary>
    /// <returns>Whether what relations carry from claim to claim has settled.</returns>
    private bool Score(Posterior posterior)
    {
        var (columns, openWorld) = (posterior.Columns, new OpenWorld(posterior.Evidence, known, coin.Offsets, coin.Numbers));
        return new ScoringPasses(evidence.Corpus, options, coin.Relations, coin.Offsets, posterior.Credibility, posterior.Unnamed).Run((item, room, probability) =>
        {
            if (posterior.LabelsOf(item) is not { } labels)
            {
                return openWorld.Score(columns, item, posterior.Discrimination, room, probability);
            }

            var rows = evidence.Corpus.AssertionsOfItem(item);
            room.Fit(1, 0, rows.End.Value - rows.Start.Value);
            var weight = room.Weights[..(rows.End.Value - rows.Start.Value)];
            var state = room.States(labels.Family.States);
            columns.Weight.CopyTo(rows.Start.Value, weight);
            labels.LogWeights(item, weight, state);
            labels.AddOffsets(item, coin.Offsets.OfClaim, state);
            return Clamped(labels, item, state, probability);
        });
    }

    /// <summary>The claims of the items of a set as they were learnt, from full votes: the discounts of scoring would have every source less right than it is.</summary>
    private void Learnt(LabelEvidence labels, LabelSet set) => Runs.ForEach(evidence.Corpus.ItemCount, ItemsPerRun, Limit, () => new double[labels.Family.States], (first, last, state) =>
    {
        for (var item = first; item < last; item++)
        {
            if (evidence.Corpus.Labels.Of(item) == set)
            {
                labels.Family.LogWeights(labels.Columns, item, state);
                Clamped(labels, item, state, coin.Credibility.AsSpan(evidence.Corpus.FirstClaim[item], evidence.Corpus.NamedCount(item)));
            }
        }
    });

    private double Clamped(LabelEvidence labels, int item, Span<double> state, Span<double> probability) =>
        known.Clamp(item, evidence.Corpus.FirstClaim[item], probability, labels.Probabilities(item, state, probability));

    /// <summary>The reliabilities as far as they are known.</summary>
    private BetaDistribution[] Widened(Column<double> credibility, BetaDistribution[] reliability, SourceRecords records)
    {
        var missing = new MissingInformation(evidence.Corpus, evidence.Speaker, credibility, WeightsOf, Limit);
        return [.. reliability.Select((own, source) => missing.Widened(source, own, records))];
    }

    /// <summary>Each source's record: how often it names what the pool finds right, on items from which that can be learnt.</summary>
    private SourceRecords Records(Column<double> credibility)
    {
        var records = SourceRecords.Of(evidence.Corpus, evidence.Types, evidence.Speaker, Limit, WeightsOf);
        SourceRecords.ForEach(
            evidence, Enumerable.Range(0, evidence.Corpus.ItemCount), credibility, WeightsOf, (_, source, weight, right) => records.Hits[source] += weight * right);
        for (var source = 0; source < records.Hits.Length; source++)
        {
            records.Hits[source] = Math.Min(records.Hits[source], records.Weight[source]);
        }

        return records;
    }

    /// <summary>What each assertion of an item counts in the record of its source.</summary>
    private void WeightsOf(int item, Span<double> weight)
    {
        var (teaches, first) = (teaching.Weight(item), evidence.Corpus.AssertionsOfItem(item).Start.Value);
        for (var i = 0; i < weight.Length; i++)
        {
            weight[i] = teaches * CopyDiscount.LinkedWeight(evidence, coin.Repeated, first + i);
        }
    }

    private ParallelOptions Limit => new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation };
}
