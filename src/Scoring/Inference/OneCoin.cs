using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>
/// The one-coin model: a source is right with one probability, its reliability, whatever the item, and a wrong source
/// picks any of the false alternatives.
/// </summary>
/// <remarks>
/// After ZenCrowd (Demartini, Difallah and Cudré-Mauroux 2012, doi:10.1145/2187836.2187900), with Beta priors shared
/// within a source type, discounted and rule-weighted votes, and an open world. Reliability is learnt as if one of the named
/// values were right, from items on which independent voices can be compared (<see cref="Teaching"/>): first with every voice
/// discounted for all others, which settles on no camp too soon; then with unrelated voices nearly in full and sources that
/// repeat one another (<see cref="SourceDependence"/>) as one. Claims are then scored with all discounts in the open world,
/// where none of the named values may be right.
/// </remarks>
internal sealed class OneCoin
{
    public const string ModelName = "one-coin";

    /// <summary>Correlation of unrelated voices while learning: a little, lest a large camp be sure of itself.</summary>
    private const double LearningCorrelation = 0.03;
    private const int CopyRounds = 3;

    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly InferenceOptions options;
    private OneCoinColumns columns;
    private readonly RelationMessages relations;
    private TypePriors types;
    private readonly double[] totalWeight;
    private readonly double[] teaching;
    private readonly double[] credibility;
    private readonly double[] unnamed;
    private readonly BetaDistribution[] reliability;
    private readonly ItemPass[] workers;

    private OneCoin(Evidence evidence, KnownTruths known, InferenceOptions options)
    {
        (this.evidence, this.known, this.options) = (evidence, known, options);
        var corpus = evidence.Corpus;
        columns = ColumnsOf(evidence);
        relations = new RelationMessages(evidence);
        types = new TypePriors(evidence);
        credibility = new double[corpus.ClaimCount];
        unnamed = new double[corpus.ItemCount];
        reliability = [.. Enumerable.Range(0, corpus.SourceCount).Select(types.Of)];
        workers = new ItemPass[Math.Clamp(options.Threads, 1, Math.Max(1, corpus.ItemCount / 256))];
        totalWeight = new double[corpus.SourceCount];
        teaching = [.. Enumerable.Range(0, corpus.ItemCount).Select(item => Teaching.Weight(evidence, known, item))];
    }

    /// <summary>Runs the model to its fixed point.</summary>
    public static Posterior Infer(Evidence evidence, KnownTruths known, InferenceOptions options) =>
        new OneCoin(evidence, known, options).Run();

    /// <summary>What scoring reads: every assertion with all its discounts.</summary>
    public static OneCoinColumns ColumnsOf(Evidence evidence)
    {
        var corpus = evidence.Corpus;
        return new OneCoinColumns
        {
            FirstClaim = corpus.FirstClaim,
            FirstAssertion = corpus.FirstAssertion,
            Speaker = evidence.Speaker,
            Weight = WeightColumn.Of(corpus, (_, first, weight) =>
            {
                for (var i = 0; i < weight.Length; i++)
                {
                    weight[i] = evidence.RuleWeight[first + i] * evidence.Share[first + i];
                }
            }),
            Denies = corpus.Details.Stance is { } stance ? Array.ConvertAll(stance, s => s == Stance.Denies) : [],
        };
    }

    private Posterior Run()
    {
        var scoring = columns;
        var (passes, isSettled) = Settle();
        var (repeated, pairs) = (Array.Empty<double>(), new List<CopyPair>());
        for (var round = 0; round < CopyRounds; round++)
        {
            (repeated, pairs) = evidence.Corpus.SharedLabels.Length > 0 ? ([], []) : SourceDependence.Find(evidence, credibility);
            columns = columns with { Weight = LearningWeight(repeated) };
            (var more, isSettled) = Settle();
            passes += more;
            if (repeated.Length == 0)
            {
                break;
            }
        }

        var copyShare = CopyShare(repeated);
        columns = copyShare.Length == 0 ? scoring : scoring with { Weight = [.. scoring.Weight.Zip(copyShare, (weight, share) => weight * share)] };
        var change = Pass(isOpenWorld: true);
        for (var pass = 0; relations.OfClaim.Length > 0 && pass < options.MostIterations && change > options.Tolerance; pass++)
        {
            relations.Update(credibility);
            change = Pass(isOpenWorld: true);
        }

        return new Posterior
        {
            Choice = evidence.Corpus.SharedLabels.Length > 0
                ? "one reliability a source"
                : "values are open-ended, denied or related: one reliability a source" + (pairs.Count > 0 ? ", sources that repeat one another discounted" : ""),
            Columns = columns,
            CopyShare = copyShare,
            Copying = pairs,
            Credibility = credibility,
            Unnamed = unnamed,
            Reliability = reliability,
            RecordWeight = totalWeight,
            Prior = [.. Enumerable.Range(0, evidence.Corpus.SourceCount).Select(types.Of)],
            Message = relations.OfClaim,
            RelationMessage = relations.OfRelation,
            Known = known,
            Iterations = passes,
            Converged = isSettled,
        };
    }

    /// <summary>Infers and learns in turn until nothing moves, from the priors on: what other weights taught would stick.</summary>
    private (int Passes, bool IsSettled) Settle()
    {
        types = new TypePriors(evidence);
        for (var source = 0; source < reliability.Length; source++)
        {
            reliability[source] = types.Of(source);
        }

        Array.Clear(totalWeight);
        for (var item = 0; item < teaching.Length; item++)
        {
            var rows = evidence.Corpus.AssertionsOfItem(item);
            for (var a = rows.Start.Value; a < rows.End.Value; a++)
            {
                totalWeight[columns.Speaker[a]] += columns.Weight[a] * teaching[item];
            }
        }

        var (passes, change) = (0, double.PositiveInfinity);
        for (; passes < options.MostIterations && change > options.Tolerance; passes++)
        {
            if (passes > 0)
            {
                relations.Update(credibility);
            }

            change = Pass(isOpenWorld: false);
            change = Math.Max(change, Learn());
            options.Progress?.Invoke(passes + 1, change);
        }

        return (passes, change <= options.Tolerance);
    }

    private WeightColumn LearningWeight(double[] repeated) => WeightColumn.Of(evidence.Corpus, (item, first, weight) =>
    {
        var others = Math.Max(0, evidence.IndependentVoices[item] - 1);
        for (var i = 0; i < weight.Length; i++)
        {
            var repeats = repeated.Length == 0 ? 0 : repeated[first + i];
            weight[i] = evidence.RuleWeight[first + i] * evidence.LinkedShare[first + i] / (1 + repeats + (others * LearningCorrelation));
        }
    });

    /// <summary>
    /// What is left of each assertion beyond the discount for unrelated voices: those that it repeats are no longer unrelated.
    /// </summary>
    private double[] CopyShare(double[] repeated)
    {
        var correlation = evidence.Rules.Independence.Unrelated.Correlation;
        var share = new double[repeated.Length];
        for (var item = 0; item < evidence.Corpus.ItemCount && share.Length > 0; item++)
        {
            var (others, rows) = (Math.Max(0, evidence.IndependentVoices[item] - 1), evidence.Corpus.AssertionsOfItem(item));
            for (var a = rows.Start.Value; a < rows.End.Value; a++)
            {
                share[a] = (1 + (others * correlation)) / (1 + repeated[a] + (Math.Max(0, others - repeated[a]) * correlation));
            }
        }

        return share;
    }

    /// <summary>One pass over all items, split among threads; hits are whole numbers, so that any split gives the same bits.</summary>
    private double Pass(bool isOpenWorld)
    {
        options.Cancellation.ThrowIfCancellationRequested();
        var discrimination = Array.ConvertAll(reliability, source => source.Discrimination);
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker =>
        {
            var pass = workers[worker] ??= new ItemPass(reliability.Length);
            pass.Clear();
            var end = (int)((long)evidence.Corpus.ItemCount * (worker + 1) / workers.Length);
            for (var item = (int)((long)evidence.Corpus.ItemCount * worker / workers.Length); item < end; item++)
            {
                PassItem(item, discrimination, isOpenWorld, pass);
            }
        });
        return workers.Max(worker => worker.Change);
    }

    private void PassItem(int item, double[] discrimination, bool isOpenWorld, ItemPass pass)
    {
        var first = columns.FirstClaim[item];
        var isOpen = evidence.Corpus.UnnamedHypotheses[item] == Corpus.Open;
        var (unnamedCount, alternatives) = isOpen && !isOpenWorld
            ? (0, Math.Max(1, evidence.Corpus.NamedCount(item) - 1))
            : (evidence.UnnamedAlternatives(item), evidence.FalseAlternatives(item));
        var probability = pass.Probabilities(evidence.Corpus.NamedCount(item));
        var weight = pass.Weights(columns.FirstAssertion[first], columns.FirstAssertion[columns.FirstClaim[item + 1]], columns.Weight);
        OneCoinPass.LogWeights(columns, item, weight, discrimination, relations.OfClaim, Math.Log(alternatives), probability);
        unnamed[item] = known.Clamp(item, first, probability, OneCoinPass.Softmax(probability, Math.Log(unnamedCount)));
        if (!isOpenWorld && teaching[item] > 0)
        {
            OneCoinPass.AddHits(columns, item, weight, probability, teaching[item], pass.Hits);
        }

        pass.Note(probability, credibility.AsSpan(first));
    }

    private double Learn()
    {
        types.Update(reliability, totalWeight);
        double change = 0;
        for (var source = 0; source < reliability.Length; source++)
        {
            long hits = 0;
            foreach (var worker in workers)
            {
                hits += worker.Hits[source];
            }

            var prior = types.Of(source);
            var right = Math.Min(totalWeight[source], hits / OneCoinPass.FixedPointScale);
            var next = new BetaDistribution(prior.A + right, prior.B + totalWeight[source] - right);
            change = Math.Max(change, Math.Abs(next.Mean - reliability[source].Mean));
            reliability[source] = next;
        }

        return change;
    }
}
