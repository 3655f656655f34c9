using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// The one-coin model: a source is right with one probability, its reliability, whatever the item, and a wrong source
/// picks any of the false alternatives.
/// </summary>
/// <remarks>
/// After ZenCrowd (Demartini, Difallah and Cudré-Mauroux 2012, doi:10.1145/2187836.2187900), with Beta priors shared
/// within a source type, discounted and rule-weighted votes, and an open world. Sources that repeat one another
/// (<see cref="SourceDependence"/>) are looked for first by what the sources deserve before any record, since once records are
/// learnt a camp that repeats itself is sure to be right, then again by what is learnt. Reliability is learnt as if one of the
/// named values were right, from items on which independent voices can be compared (<see cref="Teaching"/>), unrelated voices
/// counting for five sixths at least. Claims are then scored with all discounts in the open world, where none of the named values may be right.
/// </remarks>
internal sealed class OneCoin
{
    public const string ModelName = "one-coin";

    private const int CopyRounds = 4;

    /// <summary>Where the answers only serve to look for copying.</summary>
    private const double RoughTolerance = 1e-3;

    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly InferenceOptions options;
    private readonly RelationMessages relations;
    private readonly NumberScales? numbers;
    private readonly OneCoinLearner learner;

    private OneCoin(Evidence evidence, KnownTruths known, InferenceOptions options)
    {
        numbers = evidence.Corpus.Numbers is null ? null : new NumberScales(evidence);
        evidence = numbers is null ? evidence : evidence with { EqualByKnowledge = numbers.Ties.LogOddsOfEqual };
        (this.evidence, this.known, this.options) = (evidence, known, options);
        relations = new RelationMessages(evidence);
        learner = new OneCoinLearner(evidence, known, options, relations, numbers);
    }

    /// <summary>Runs the model to its fixed point.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">How long and on how many threads.</param>
    /// <param name="choice">Why this model, in a sentence.</param>
    /// <param name="sets">Label sets by which it is seen how far unrelated voices err together.</param>
    /// <param name="sample">Items on which that is looked at; may be left out where there are no sets.</param>
    public static Posterior Infer(Evidence evidence, KnownTruths known, InferenceOptions options, string choice, IReadOnlyList<LabelSet>? sets = null, ItemSample? sample = null) =>
        new OneCoin(evidence, known, options).Run(choice, sets ?? [], sample ?? ItemSample.None).Posterior;

    /// <summary>The same with what the model learns, for others to go on from. The credibilities of what is learnt are those of the posterior where no item keeps them.</summary>
    public static (Posterior Posterior, CoinRecord Learnt) InferAndKeep(Evidence evidence, KnownTruths known, InferenceOptions options, IReadOnlyList<LabelSet> sets, ItemSample sample) =>
        new OneCoin(evidence, known, options).Run("", sets, sample, keeps: true);

    /// <summary>What scoring reads: every assertion with all its discounts.</summary>
    public static OneCoinColumns ColumnsOf(Evidence evidence) => ColumnsOf(evidence, []);

    /// <summary>The same, where some assertions repeat others.</summary>
    public static OneCoinColumns ColumnsOf(Evidence evidence, Column<double> copyShare)
    {
        var corpus = evidence.Corpus;
        return new OneCoinColumns
        {
            FirstClaim = corpus.FirstClaim,
            FirstAssertion = corpus.FirstAssertion,
            Speaker = evidence.Speaker,
            Weight = WeightsOf(evidence, copyShare),
            Denies = DenialsOf(corpus),
        };
    }

    private static WeightColumn WeightsOf(Evidence evidence, Column<double> copyShare) => WeightColumn.Of(evidence.Corpus, (_, first, weight) =>
    {
        evidence.RuleWeight.CopyTo(first, weight);
        evidence.Share.MultiplyInto(first, weight);
        for (var i = 0; i < weight.Length && copyShare.Length > 0; i++)
        {
            weight[i] *= copyShare[first + i];
        }
    });

    private static Column<bool> DenialsOf(Corpus corpus)
    {
        if (corpus.Details.Stance is not { } stance)
        {
            return [];
        }

        var denies = corpus.Store.New<bool>(stance.Length);
        for (var a = 0; a < denies.Length; a++)
        {
            denies[a] = stance[a] == Stance.Denies;
        }

        return denies;
    }

    /// <summary>What the model learns, without its scores.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">How long and on how many threads.</param>
    public static CoinRecord Learn(Evidence evidence, KnownTruths known, InferenceOptions options)
    {
        var (coin, scoring) = (new OneCoin(evidence, known, options), ColumnsOf(evidence));
        var record = coin.Learn(scoring);
        coin.learner.Release();
        scoring.Release();
        return record;
    }

    private CoinRecord Learn(OneCoinColumns scoring)
    {
        Column<double> repeated = [];
        List<CopyPair> pairs = [];
        WeightColumn? weight = null;
        var (passes, hasSettled, isLast, falseValues) = (0, false, false, 0.0);
        var dependence = SourceDependence.IsSoughtIn(evidence.Corpus) ? new SourceDependence(evidence) : null;
        PassFromPriors(scoring, dependence);
        for (var round = 1; !isLast; round++)
        {
            isLast = dependence is null || round == CopyRounds;
            if (dependence is not null)
            {
                repeated.Release();
                (repeated, pairs, var isShown) = dependence.Find(learner.Credibility);
                isLast |= !isShown;
            }

            weight?.Release();
            weight = CopyDiscount.LearningWeights(evidence, repeated);
            var learning = scoring with { Weight = weight };
            falseValues = FalseValues.Of(evidence.Corpus, learning, learner.Credibility);
            (var more, hasSettled) = learner.Settle(learning, falseValues, isLast ? options.Tolerance : RoughTolerance);
            passes += more;
        }

        if (dependence is not null)
        {
            var shown = repeated;
            repeated = dependence.WithStrangers(shown);
            shown.Release();
            dependence.Release();
        }

        return new CoinRecord(repeated, pairs, learner.Types.OfSources(), falseValues, passes, hasSettled)
        {
            Evidence = evidence,
            Credibility = learner.Credibility,
            Relations = relations,
            Offsets = learner.Offsets,
            Popularity = learner.Popularity,
            Numbers = numbers,
        };
    }

    /// <summary>Credibilities by what the sources deserve before any record, weighed as they would be scored.</summary>
    private void PassFromPriors(OneCoinColumns scoring, SourceDependence? dependence)
    {
        var repeated = dependence?.BeforeErrors() ?? [];
        if (repeated.Length == 0)
        {
            learner.PassFromPriors(scoring);
            return;
        }

        var share = CopyDiscount.Shares(evidence, repeated);
        var weight = WeightsOf(evidence, share);
        learner.PassFromPriors(scoring with { Weight = weight });
        weight.Release();
        share.Release();
        repeated.Release();
    }

    private (Posterior Posterior, CoinRecord Learnt) Run(string choice, IReadOnlyList<LabelSet> sets, ItemSample sample, bool keeps = false)
    {
        var scoring = ColumnsOf(evidence);
        var learnt = Learn(scoring);
        var correlated = VoiceCorrelation.Of(evidence, sets, sample, learnt.Repeated, learner.Reliability, learner.Records);
        var scored = correlated with { FalseValues = learnt.FalseValues, Nearness = numbers?.NearnessOfAll ?? 0 };
        var copyShare = CopyDiscount.Shares(scored, learnt.Repeated);
        var widened = learner.Widened();
        learner.Release();
        if (!keeps)
        {
            learnt.Repeated.Release();
        }
        else if (evidence.Corpus.Labels.All is null)
        {
            learnt = learnt with { Credibility = Copied(learner.Credibility) };
        }

        if (copyShare.Length > 0 || !ReferenceEquals(correlated, evidence))
        {
            scoring.Weight.Release();
            scoring = scoring with { Weight = WeightsOf(scored, copyShare) };
        }

        var (openWorld, discrimination) = (new OpenWorld(scored, known, learner.Offsets, numbers), Array.ConvertAll(learner.Reliability, source => source.Discrimination));
        var unnamed = evidence.Corpus.Store.New<double>(evidence.Corpus.ItemCount);
        var isScored = new ScoringPasses(evidence.Corpus, options, relations, learner.Offsets, learner.Credibility, unnamed).Run(
            (item, room, probability) => openWorld.Score(scoring, item, discrimination, room, probability));
        var posterior = new Posterior
        {
            Evidence = scored,
            Choice = (numbers?.InWords() ?? choice) + new Teaching(evidence, known).InWords + learner.Popularity.InWords + learnt.CopyingInWords,
            Numbers = numbers,
            Columns = scoring,
            CopyShare = copyShare,
            Copying = learnt.Pairs,
            Credibility = learner.Credibility,
            Unnamed = unnamed,
            Reliability = learner.Reliability,
            Widened = widened,
            Records = learner.Records,
            Prior = learnt.Prior,
            Offset = learner.Offsets.OfClaim,
            Popularity = learner.Popularity,
            RelationMessage = relations.OfRelation,
            Known = known,
            Iterations = learnt.Passes,
            Converged = learnt.HasSettled && isScored,
        };
        return (posterior, learnt);
    }

    private Column<double> Copied(Column<double> credibility)
    {
        var copy = evidence.Corpus.Store.New<double>(credibility.Length);
        credibility.AsSpan().CopyTo(copy.AsSpan());
        return copy;
    }
}
