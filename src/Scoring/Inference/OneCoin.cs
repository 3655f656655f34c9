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
    private const int RowsPerBlock = 4096;
    private const int SourcesPerTask = 4096;
    private const int LeastItemsPerThread = 256;

    /// <summary>Where the answers only serve to look for copying.</summary>
    private const double RoughTolerance = 1e-3;

    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly InferenceOptions options;
    private readonly RelationMessages relations;
    private readonly NumberScales? numbers;
    private readonly double[] totalWeight;
    private readonly WeightColumn teaching;
    private readonly bool[] isSettled;
    private readonly double[] credibility;
    private readonly double[] unnamed;
    private readonly BetaDistribution[] reliability;
    private readonly Worker[] workers;
    private OneCoinColumns columns;
    private OneCoinTerms terms;
    private TypePriors types;
    private double[] discrimination = [];

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
        workers = [.. Enumerable.Range(0, Math.Clamp(options.Threads, 1, Math.Max(1, corpus.ItemCount / LeastItemsPerThread))).Select(_ => new Worker(corpus.SourceCount, hasNumbers: numbers is not null))];
        totalWeight = new double[corpus.SourceCount];
        teaching = WeightColumn.OfItems(corpus, item => Teaching.Weight(evidence, known, item));
        isSettled = known.IsEmpty ? [] : [.. Enumerable.Range(0, corpus.ItemCount).Select(known.Contains)];
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

    private Posterior Run(string choice)
    {
        var scoring = columns;
        var (repeated, pairs) = (Array.Empty<double>(), new List<CopyPair>());
        var (passes, hasSettled, isLast) = (0, false, false);
        terms = TermsOf(falseValues: 1);
        Start();
        Pass();
        for (var round = 1; !isLast; round++)
        {
            if (evidence.Corpus.SharedLabels.Length == 0)
            {
                (repeated, pairs) = SourceDependence.Find(evidence, credibility);
            }

            columns = columns with { Weight = CopyDiscount.LearningWeights(evidence, repeated) };
            terms = TermsOf(FalseValues.Of(evidence.Corpus, columns, credibility));
            isLast = repeated.Length == 0 || round == CopyRounds;
            (var more, hasSettled) = Settle(isLast ? options.Tolerance : RoughTolerance);
            passes += more;
        }

        var copyShare = CopyDiscount.Shares(evidence, repeated);
        columns = copyShare.Length == 0 ? scoring : scoring with { Weight = [.. scoring.Weight.Zip(copyShare, (weight, share) => weight * share)] };
        Score();
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
            Converged = hasSettled,
        };
    }

    /// <summary>What items bring along while one of the named values is taken to be right.</summary>
    private OneCoinTerms TermsOf(double falseValues)
    {
        var corpus = evidence.Corpus;
        return new OneCoinTerms
        {
            LogAlternatives = WeightColumn.OfItems(corpus, item => Math.Log(
                IsOpen(item) ? Math.Max(falseValues, corpus.NamedCount(item) - 1) : evidence.FalseAlternatives(item))),
            LogUnnamed = WeightColumn.OfItems(corpus, item => Math.Log(IsOpen(item) ? 0 : evidence.UnnamedAlternatives(item))),
            Teaching = teaching,
            IsSettled = isSettled,
        };

        bool IsOpen(int item) => corpus.UnnamedHypotheses[item] == Corpus.Open;
    }

    /// <summary>Back to the priors: what other weights taught would stick.</summary>
    private void Start()
    {
        types = new TypePriors(evidence);
        numbers?.Reset();
        types.OfSources().CopyTo(reliability, 0);
        Array.Clear(credibility);
        for (var item = 0; item < isSettled.Length; item++)
        {
            if (isSettled[item])
            {
                var first = columns.FirstClaim[item];
                known.Clamp(item, first, credibility.AsSpan(first, evidence.Corpus.NamedCount(item)), 0);
            }
        }

        Array.Clear(totalWeight);
        for (var item = 0; item < evidence.Corpus.ItemCount; item++)
        {
            var rows = evidence.Corpus.AssertionsOfItem(item);
            for (var a = rows.Start.Value; a < rows.End.Value; a++)
            {
                totalWeight[columns.Speaker[a]] += columns.Weight[a] * teaching[item];
            }
        }
    }

    /// <summary>Infers and learns in turn until nothing moves.</summary>
    /// <remarks>
    /// Of every three passes two go on by themselves; the third starts from where their steps point to (SQUAREM, scheme S3 of
    /// Varadhan and Roland 2008, doi:10.1111/j.1467-9469.2007.00585.x) and is dropped where it moves further than they did.
    /// </remarks>
    private (int Passes, bool HasSettled) Settle(double tolerance)
    {
        Start();
        var squarem = new Squarem(totalWeight.Length + types.ParameterCount);
        var (from, once, twice) = (squarem.From, squarem.Once, squarem.Twice);
        Pass();
        Gather(from);
        var (passes, change) = (1, double.PositiveInfinity);
        while (passes < options.MostIterations && change > tolerance)
        {
            change = Step(from, once);
            passes++;
            if (change > tolerance && passes < options.MostIterations)
            {
                change = Step(once, twice);
                passes++;
            }
            else
            {
                break;
            }

            if (numbers is not null)
            {
                // Spreads are learnt beside and have a pace of their own.
                twice.CopyTo(from, 0);
            }
            else if (change > tolerance && passes < options.MostIterations)
            {
                squarem.Extrapolate(Project);
                Step(squarem.Ahead, squarem.AfterAhead);
                passes++;
                squarem.Choose();
            }
        }

        return (passes, change <= tolerance);

        double Step(double[] before, double[] after)
        {
            var moved = Math.Max(Learn(before), numbers?.Learn([.. workers.Select(worker => worker.Numbers!)]) ?? 0);
            relations.Update(credibility);
            moved = Math.Max(moved, Pass());
            Gather(after);
            options.Progress?.Invoke(passes + 1, moved);
            return moved;
        }
    }

    /// <summary>One pass over all items, split among threads; hits are whole numbers, so that any split gives the same bits.</summary>
    private double Pass()
    {
        options.Cancellation.ThrowIfCancellationRequested();
        discrimination = Array.ConvertAll(reliability, source => source.Discrimination);
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker =>
        {
            var items = evidence.Corpus.ItemCount;
            workers[worker].Pass(this, (int)((long)items * worker / workers.Length), (int)((long)items * (worker + 1) / workers.Length));
        });
        return workers.Max(worker => worker.Change);
    }

    /// <summary>Goes through the sources on all threads, a run of them at a time.</summary>
    private void ForSources(Action<int, int, int> run) => Parallel.For(
        0, (totalWeight.Length / SourcesPerTask) + 1, new ParallelOptions { MaxDegreeOfParallelism = options.Threads },
        task => run(task, task * SourcesPerTask, Math.Min(totalWeight.Length, (task + 1) * SourcesPerTask)));

    /// <summary>The state after a pass: the right assertions of each source, and the logarithms of the types' priors.</summary>
    private void Gather(double[] state)
    {
        ForSources((_, first, last) =>
        {
            for (var source = first; source < last; source++)
            {
                long hits = 0;
                foreach (var worker in workers)
                {
                    hits += worker.Sources[source].Hits;
                }

                state[source] = Math.Min(totalWeight[source], hits / OneCoinPass.FixedPointScale);
            }
        });
        types.CopyTo(state.AsSpan(totalWeight.Length));
    }

    /// <summary>Keeps an extrapolated state within what is possible.</summary>
    private void Project(double[] state)
    {
        for (var source = 0; source < totalWeight.Length; source++)
        {
            state[source] = Math.Clamp(state[source], 0, totalWeight[source]);
        }

        TypePriors.Project(state.AsSpan(totalWeight.Length));
    }

    /// <summary>Re-estimates the types' priors and the sources' reliabilities from a state.</summary>
    /// <returns>The largest change of a reliability.</returns>
    private double Learn(double[] state)
    {
        types.Set(state.AsSpan(totalWeight.Length));
        var start = types.OfTypes();
        types.Update(source => Posterior(start, source), totalWeight);
        var learnt = types.OfTypes();
        var changes = new double[(totalWeight.Length / SourcesPerTask) + 1];
        ForSources((task, first, last) =>
        {
            for (var source = first; source < last; source++)
            {
                var next = Posterior(learnt, source);
                changes[task] = Math.Max(changes[task], Math.Abs(next.Mean - reliability[source].Mean));
                reliability[source] = next;
            }
        });
        return changes.Max();

        BetaDistribution Posterior(BetaDistribution[] ofTypes, int source)
        {
            var prior = types.Of(source, ofTypes);
            return new BetaDistribution(prior.A + state[source], prior.B + totalWeight[source] - state[source]);
        }
    }

    /// <summary>Scores all claims in the open world, where none of the named values may be right, with all discounts.</summary>
    private void Score()
    {
        discrimination = Array.ConvertAll(reliability, source => source.Discrimination);
        for (var (pass, change) = (0, double.PositiveInfinity); pass <= options.MostIterations && change > options.Tolerance; pass++)
        {
            if (pass > 0)
            {
                relations.Update(credibility);
            }

            options.Cancellation.ThrowIfCancellationRequested();
            Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, index =>
            {
                var items = evidence.Corpus.ItemCount;
                var worker = workers[index];
                worker.Change = 0;
                for (var item = (int)((long)items * index / workers.Length); item < (int)((long)items * (index + 1) / workers.Length); item++)
                {
                    ScoreItem(item, worker);
                }
            });
            change = relations.OfClaim.Length == 0 ? 0 : workers.Max(worker => worker.Change);
        }
    }

    private void ScoreItem(int item, Worker worker)
    {
        var first = columns.FirstClaim[item];
        var rows = evidence.Corpus.AssertionsOfItem(item);
        worker.Room.Fit(1, evidence.Corpus.NamedCount(item), rows.End.Value - rows.Start.Value);
        var weight = worker.Room.Weights[..(rows.End.Value - rows.Start.Value)];
        var probability = worker.Room.Exponents[..evidence.Corpus.NamedCount(item)];
        columns.Weight.CopyTo(rows.Start.Value, weight);
        var logAlternatives = Math.Log(evidence.FalseAlternatives(item));
        if (numbers?.ColumnsOf(item) is { } near)
        {
            NumberPass.LogWeights(columns, weight, near, item, discrimination, relations.OfClaim, logAlternatives, probability);
        }
        else
        {
            OneCoinPass.LogWeights(columns, item, weight, discrimination, relations.OfClaim, logAlternatives, probability);
        }

        unnamed[item] = known.Clamp(item, first, probability, OneCoinPass.Softmax(probability, Math.Log(evidence.UnnamedAlternatives(item))));
        for (var i = 0; i < probability.Length; i++)
        {
            worker.Change = Math.Max(worker.Change, Math.Abs(probability[i] - credibility[first + i]));
            credibility[first + i] = probability[i];
        }
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Worker(int sources, bool hasNumbers)
    {
        public SourceCell[] Sources { get; } = new SourceCell[sources];

        public OneCoinRoom Room { get; } = new();

        /// <summary>What inexact numbers tell; <see langword="null"/> where no values are numbers.</summary>
        public NumberTally? Numbers { get; } = hasNumbers ? new NumberTally(sources) : null;

        /// <summary>Largest move of a credibility.</summary>
        public double Change { get; set; }

        /// <summary>Passes over a run of items, block by block.</summary>
        public void Pass(OneCoin model, int first, int last)
        {
            for (var source = 0; source < Sources.Length; source++)
            {
                Sources[source] = new SourceCell { Discrimination = model.discrimination[source] };
            }

            Change = 0;
            Numbers?.Clear();
            for (int start = first, end; start < last; start = end)
            {
                if (model.numbers?.ColumnsOf(start) is { } near)
                {
                    PassNumbers(model, start, near);
                    end = start + 1;
                    continue;
                }

                var row = model.columns.FirstAssertion[model.columns.FirstClaim[start]];
                for (end = start + 1; end < last && model.numbers is null && model.columns.FirstAssertion[model.columns.FirstClaim[end + 1]] - row <= RowsPerBlock;)
                {
                    end++;
                }

                var moved = OneCoinPass.Probabilities(model.columns, model.terms, (start, end), model.relations.OfClaim, Sources, Room, model.credibility);
                OneCoinPass.AddHits(model.columns, model.terms, (start, end), model.credibility, Room, Sources);
                Change = Math.Max(Change, moved);
            }
        }

        /// <summary>Passes over an item of numbers.</summary>
        private void PassNumbers(OneCoin model, int item, NumberColumns near)
        {
            var (columns, terms) = (model.columns, model.terms);
            var (firstClaim, claims) = (columns.FirstClaim[item], columns.FirstClaim[item + 1] - columns.FirstClaim[item]);
            var (start, end) = (columns.FirstAssertion[firstClaim], columns.FirstAssertion[firstClaim + claims]);
            Room.Fit(1, claims, end - start);
            var weight = Room.Weights[..(end - start)];
            var probability = Room.Exponents[..claims];
            columns.Weight.CopyTo(start, weight);
            var credibility = model.credibility.AsSpan(firstClaim, claims);
            if (terms.IsSettled.Length > 0 && terms.IsSettled[item])
            {
                credibility.CopyTo(probability);
            }
            else
            {
                NumberPass.LogWeights(columns, weight, near, item, model.discrimination, model.relations.OfClaim, terms.LogAlternatives[item], probability);
                OneCoinPass.Softmax(probability, terms.LogUnnamed[item]);
            }

            for (var claim = 0; claim < claims; claim++)
            {
                Change = Math.Max(Change, Math.Abs(probability[claim] - credibility[claim]));
                credibility[claim] = probability[claim];
            }

            if (terms.Teaching[item] > 0)
            {
                Numbers!.ShareMeant = model.numbers!.ShareMeant;
                NumberPass.AddHits(columns, weight, near, item, terms.LogAlternatives[item], probability, terms.Teaching[item], Sources, Numbers);
            }
        }
    }
}
