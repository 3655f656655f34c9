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
/// within a source type, discounted and rule-weighted votes, and an open world. Sources that repeat one another
/// (<see cref="SourceDependence"/>) are looked for first by what the sources deserve before any record, since once records are
/// learnt a camp that repeats itself is sure to be right, then again by what is learnt. Reliability is learnt as if one of the
/// named values were right, from items on which independent voices can be compared (<see cref="Teaching"/>), unrelated voices
/// counting nearly in full. Claims are then scored with all discounts in the open world, where none of the named values may be right.
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
    private OneCoinColumns columns;
    private readonly RelationMessages relations;
    private readonly NumberScales? numbers;
    private TypePriors types;
    private readonly double[] totalWeight;
    private readonly double[] teaching;
    private readonly double[] credibility;
    private readonly double[] unnamed;
    private readonly BetaDistribution[] reliability;
    private readonly ItemPass[] workers;
    private double falseValues = 1;

    private OneCoin(Evidence evidence, KnownTruths known, InferenceOptions options)
    {
        (this.evidence, this.known, this.options) = (evidence, known, options);
        var corpus = evidence.Corpus;
        columns = ColumnsOf(evidence);
        relations = new RelationMessages(evidence);
        numbers = corpus.Numbers is null ? null : new NumberScales(evidence);
        types = new TypePriors(evidence);
        credibility = new double[corpus.ClaimCount];
        unnamed = new double[corpus.ItemCount];
        reliability = types.OfSources();
        workers = new ItemPass[Math.Clamp(options.Threads, 1, Math.Max(1, corpus.ItemCount / 256))];
        totalWeight = new double[corpus.SourceCount];
        teaching = [.. Enumerable.Range(0, corpus.ItemCount).Select(item => Teaching.Weight(evidence, known, item))];
    }

    /// <summary>Runs the model to its fixed point.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">How long and on how many threads.</param>
    /// <param name="choice">Why this model, in a sentence.</param>
    public static Posterior Infer(Evidence evidence, KnownTruths known, InferenceOptions options, string choice) =>
        new OneCoin(evidence, known, options).Run(choice);

    /// <summary>What scoring reads: every assertion with all its discounts.</summary>
    public static OneCoinColumns ColumnsOf(Evidence evidence)
    {
        var corpus = evidence.Corpus;
        var weight = new double[corpus.AssertionCount];
        for (var a = 0; a < weight.Length; a++)
        {
            weight[a] = evidence.RuleWeight[a] * evidence.Share[a];
        }

        return new OneCoinColumns
        {
            FirstClaim = corpus.FirstClaim,
            FirstAssertion = corpus.FirstAssertion,
            Speaker = evidence.Speaker,
            Weight = weight,
            Denies = corpus.Details.Stance is { } stance ? Array.ConvertAll(stance, s => s == Stance.Denies) : [],
        };
    }

    private Posterior Run(string choice)
    {
        var scoring = columns;
        var (repeated, pairs) = (Array.Empty<double>(), new List<CopyPair>());
        var (passes, isSettled, isLast) = (0, false, false);
        Pass(isOpenWorld: false);
        for (var round = 1; !isLast; round++)
        {
            if (evidence.Corpus.SharedLabels.Length == 0)
            {
                (repeated, pairs) = SourceDependence.Find(evidence, credibility);
            }

            columns = columns with { Weight = CopyDiscount.LearningWeights(evidence, repeated) };
            falseValues = FalseValues.Of(evidence.Corpus, columns, credibility);
            isLast = repeated.Length == 0 || round == CopyRounds;
            (var more, isSettled) = Settle(isLast ? options.Tolerance : RoughTolerance);
            passes += more;
        }

        var copyShare = CopyDiscount.Shares(evidence, repeated);
        columns = copyShare.Length == 0 ? scoring : scoring with { Weight = [.. scoring.Weight.Zip(copyShare, (weight, share) => weight * share)] };
        var change = Pass(isOpenWorld: true);
        for (var pass = 0; relations.OfClaim.Length > 0 && pass < options.MostIterations && change > options.Tolerance; pass++)
        {
            relations.Update(credibility);
            change = Pass(isOpenWorld: true);
        }

        return new Posterior
        {
            Evidence = evidence,
            Choice = (numbers?.InWords() ?? choice) + (pairs.Count > 0 ? ", sources that repeat one another discounted" : ""),
            Numbers = numbers,
            Columns = columns,
            CopyShare = copyShare,
            Copying = pairs,
            Credibility = credibility,
            Unnamed = unnamed,
            Reliability = reliability,
            RecordWeight = totalWeight,
            Prior = types.OfSources(),
            Message = relations.OfClaim,
            RelationMessage = relations.OfRelation,
            Known = known,
            Iterations = passes,
            Converged = isSettled,
        };
    }

    /// <summary>Infers and learns in turn until nothing moves, from the priors on: what other weights taught would stick.</summary>
    private (int Passes, bool IsSettled) Settle(double tolerance)
    {
        types = new TypePriors(evidence);
        numbers?.Reset();
        types.OfSources().CopyTo(reliability, 0);
        Array.Clear(totalWeight);
        Array.Clear(credibility);
        for (var a = 0; a < columns.Weight.Length; a++)
        {
            totalWeight[columns.Speaker[a]] += columns.Weight[a] * teaching[evidence.Corpus.ItemOfClaim[evidence.Corpus.ClaimOfAssertion[a]]];
        }

        var (passes, change) = (0, double.PositiveInfinity);
        for (; passes < options.MostIterations && change > tolerance; passes++)
        {
            if (passes > 0)
            {
                relations.Update(credibility);
            }

            change = Pass(isOpenWorld: false);
            change = Math.Max(change, Learn());
            options.Progress?.Invoke(passes + 1, change);
        }

        return (passes, change <= tolerance);
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
            pass.Numbers.ShareMeant = numbers?.ShareMeant ?? 0;
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
        var (first, near) = (columns.FirstClaim[item], numbers?.ColumnsOf(item));
        var isOpen = evidence.Corpus.UnnamedHypotheses[item] == Corpus.Open;
        var (unnamedCount, alternatives) = isOpen && !isOpenWorld
            ? (0, Math.Max(falseValues, evidence.Corpus.NamedCount(item) - 1))
            : (evidence.UnnamedAlternatives(item), evidence.FalseAlternatives(item));
        var probability = pass.Probabilities(evidence.Corpus.NamedCount(item));
        var logAlternatives = Math.Log(alternatives);
        if (near is { } measured)
        {
            NumberPass.LogWeights(columns, measured, item, discrimination, relations.OfClaim, logAlternatives, probability);
        }
        else
        {
            OneCoinPass.LogWeights(columns, item, discrimination, relations.OfClaim, logAlternatives, probability);
        }

        unnamed[item] = known.Clamp(item, first, probability, OneCoinPass.Softmax(probability, Math.Log(unnamedCount)));
        if (isOpenWorld || teaching[item] == 0)
        {
            pass.Note(probability, credibility.AsSpan(first));
            return;
        }

        if (near is { } learnt)
        {
            NumberPass.AddHits(columns, learnt, item, discrimination, logAlternatives, probability, teaching[item], pass.Hits, pass.Numbers);
        }
        else
        {
            OneCoinPass.AddHits(columns, item, probability, teaching[item], pass.Hits);
        }

        pass.Note(probability, credibility.AsSpan(first));
    }

    private double Learn()
    {
        types.Update(reliability, totalWeight);
        var change = numbers?.Learn(workers) ?? 0;
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
