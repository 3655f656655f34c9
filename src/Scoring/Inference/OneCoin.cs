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
    private const int CopyRounds = 4;

    /// <summary>Pairs of wrong voices, all alike, from which the number of false values starts.</summary>
    private const double PriorPairs = 4;

    /// <summary>Where the answers only serve to look for copying.</summary>
    private const double RoughTolerance = 1e-3;

    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly InferenceOptions options;
    private OneCoinColumns columns;
    private readonly RelationMessages relations;
    private TypePriors types;
    private readonly double[] totalWeight;
    private readonly double[] teaching;
    private readonly int[] claimOf;
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
        types = new TypePriors(evidence);
        credibility = new double[corpus.ClaimCount];
        unnamed = new double[corpus.ItemCount];
        reliability = [.. Enumerable.Range(0, corpus.SourceCount).Select(types.Of)];
        workers = new ItemPass[Math.Clamp(options.Threads, 1, Math.Max(1, corpus.ItemCount / 256))];
        totalWeight = new double[corpus.SourceCount];
        claimOf = ClaimOf(corpus);
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
        var (passes, isSettled) = (0, false);
        Pass(isOpenWorld: false);
        for (var round = 1; !isSettled; round++)
        {
            // First by what the sources deserve before any record: once learnt, a camp that repeats itself is sure to be right.
            (repeated, pairs) = evidence.Corpus.SharedLabels.Length > 0 ? ([], []) : SourceDependence.Find(evidence, credibility);
            columns = columns with { Weight = LearningWeight(repeated) };
            falseValues = FalseValues();
            var isLast = repeated.Length == 0 || round == CopyRounds;
            (var more, isSettled) = Settle(isLast ? options.Tolerance : RoughTolerance);
            passes += more;
            if (isLast)
            {
                break;
            }

            isSettled = false;
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
            Evidence = evidence,
            Choice = choice + (pairs.Count > 0 ? ", sources that repeat one another discounted" : ""),
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
    private (int Passes, bool IsSettled) Settle(double tolerance)
    {
        types = new TypePriors(evidence);
        for (var source = 0; source < reliability.Length; source++)
        {
            reliability[source] = types.Of(source);
        }

        Array.Clear(totalWeight);
        Array.Clear(credibility);
        for (var a = 0; a < columns.Weight.Length; a++)
        {
            totalWeight[columns.Speaker[a]] += columns.Weight[a] * teaching[evidence.Corpus.ItemOfClaim[claimOf[a]]];
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

    /// <summary>
    /// How many false values an open item seems to have: the odds against two wrong voices on it naming the same one. The named
    /// values alone would say too few, since each is there because somebody named it.
    /// </summary>
    private double FalseValues()
    {
        var (wrong, alike) = (PriorPairs, PriorPairs);
        for (var item = 0; item < evidence.Corpus.ItemCount; item++)
        {
            if (evidence.Corpus.UnnamedHypotheses[item] != Corpus.Open || evidence.Corpus.NamedCount(item) < 2)
            {
                continue;
            }

            var (all, squares, pairsAlike) = (0.0, 0.0, 0.0);
            for (var claim = columns.FirstClaim[item]; claim < columns.FirstClaim[item + 1]; claim++)
            {
                var (votes, ofClaim) = VotesFor(claim);
                (all, squares, pairsAlike) = (all + votes, squares + ofClaim, pairsAlike + (votes * votes) - ofClaim);
            }

            for (var claim = columns.FirstClaim[item]; claim < columns.FirstClaim[item + 1]; claim++)
            {
                var (votes, ofClaim) = VotesFor(claim);
                wrong += credibility[claim] * (((all - votes) * (all - votes)) - (squares - ofClaim));
                alike += credibility[claim] * (pairsAlike - (votes * votes) + ofClaim);
            }
        }

        return wrong / alike;
    }

    /// <summary>The weight of the votes for a claim, and the sum of its squares.</summary>
    private (double Votes, double Squares) VotesFor(int claim)
    {
        var (votes, squares) = (0.0, 0.0);
        for (var a = columns.FirstAssertion[claim]; a < columns.FirstAssertion[claim + 1]; a++)
        {
            votes += columns.Weight[a];
            squares += columns.Weight[a] * columns.Weight[a];
        }

        return (votes, squares);
    }

    private double[] LearningWeight(double[] repeated)
    {
        var weight = new double[columns.Weight.Length];
        for (var a = 0; a < weight.Length; a++)
        {
            var others = Math.Max(0, evidence.IndependentVoices[evidence.Corpus.ItemOfClaim[claimOf[a]]] - 1);
            var repeats = repeated.Length == 0 ? 0 : repeated[a];
            weight[a] = evidence.RuleWeight[a] * evidence.LinkedShare[a] / (1 + repeats + (others * LearningCorrelation));
        }

        return weight;
    }

    /// <summary>
    /// What is left of each assertion beyond the discount for unrelated voices: those that it repeats are no longer unrelated.
    /// </summary>
    private double[] CopyShare(double[] repeated)
    {
        var correlation = evidence.Rules.Independence.Unrelated.Correlation;
        var share = new double[repeated.Length];
        for (var a = 0; a < share.Length; a++)
        {
            var others = Math.Max(0, evidence.IndependentVoices[evidence.Corpus.ItemOfClaim[claimOf[a]]] - 1);
            share[a] = (1 + (others * correlation)) / (1 + repeated[a] + (Math.Max(0, others - repeated[a]) * correlation));
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
            ? (0, Math.Max(falseValues, evidence.Corpus.NamedCount(item) - 1))
            : (evidence.UnnamedAlternatives(item), evidence.FalseAlternatives(item));
        var probability = pass.Probabilities(evidence.Corpus.NamedCount(item));
        OneCoinPass.LogWeights(columns, item, discrimination, relations.OfClaim, Math.Log(alternatives), probability);
        unnamed[item] = known.Clamp(item, first, probability, OneCoinPass.Softmax(probability, Math.Log(unnamedCount)));
        if (!isOpenWorld && teaching[item] > 0)
        {
            OneCoinPass.AddHits(columns, item, probability, teaching[item], pass.Hits);
        }

        pass.Note(probability, credibility.AsSpan(first));
    }

    private static int[] ClaimOf(Corpus corpus)
    {
        var claims = new int[corpus.AssertionCount];
        for (var claim = 0; claim < corpus.ClaimCount; claim++)
        {
            claims.AsSpan(corpus.FirstAssertion[claim], corpus.FirstAssertion[claim + 1] - corpus.FirstAssertion[claim]).Fill(claim);
        }

        return claims;
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
