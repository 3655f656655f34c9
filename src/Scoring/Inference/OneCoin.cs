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
/// within a source type, discounted and rule-weighted votes, and an open world. Two phases. Reliability is learnt as if
/// one of the named values were right, from items on which at least two independent voices speak: from the rest nothing
/// can be learnt about who is right. Claims are then scored in the open world, where none of the named values may be.
/// </remarks>
internal sealed class OneCoin
{
    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly InferenceOptions options;
    private readonly OneCoinColumns columns;
    private readonly RelationMessages relations;
    private readonly TypePriors types;
    private readonly double[] totalWeight;
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
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            for (var a = corpus.AssertionsOfItem(item).Start.Value; Teaches(item) && a < corpus.AssertionsOfItem(item).End.Value; a++)
            {
                totalWeight[columns.Speaker[a]] += columns.Weight[a];
            }
        }
    }

    /// <summary>Runs the model to its fixed point.</summary>
    public static Posterior Infer(Evidence evidence, KnownTruths known, InferenceOptions options) =>
        new OneCoin(evidence, known, options).Run();

    private static OneCoinColumns ColumnsOf(Evidence evidence)
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

    private Posterior Run()
    {
        var (iterations, change) = (0, double.PositiveInfinity);
        for (; iterations < options.MostIterations && change > options.Tolerance; iterations++)
        {
            if (iterations > 0)
            {
                relations.Update(credibility);
            }

            change = Pass(isOpenWorld: false);
            change = Math.Max(change, Learn());
            options.Progress?.Invoke(iterations + 1, change);
        }

        change = Pass(isOpenWorld: true);
        for (var pass = 0; relations.OfClaim.Length > 0 && pass < options.MostIterations && change > options.Tolerance; pass++)
        {
            relations.Update(credibility);
            change = Pass(isOpenWorld: true);
        }

        return new Posterior
        {
            Columns = columns,
            Credibility = credibility,
            Unnamed = unnamed,
            Reliability = reliability,
            RecordWeight = totalWeight,
            Prior = [.. Enumerable.Range(0, evidence.Corpus.SourceCount).Select(types.Of)],
            Message = relations.OfClaim,
            RelationMessage = relations.OfRelation,
            Known = known,
            Iterations = iterations,
            Converged = iterations < options.MostIterations,
        };
    }

    /// <summary>Whether reliability can be learnt from an item: its truth is known, or independent voices can be compared.</summary>
    private bool Teaches(int item) => evidence.IndependentVoices[item] > 1 || known.Contains(item);

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
        OneCoinPass.LogWeights(columns, item, discrimination, relations.OfClaim, Math.Log(alternatives), probability);
        unnamed[item] = known.Clamp(item, first, probability, OneCoinPass.Softmax(probability, Math.Log(unnamedCount)));
        if (!isOpenWorld && Teaches(item))
        {
            OneCoinPass.AddHits(columns, item, probability, pass.Hits);
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
