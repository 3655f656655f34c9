using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// Learns the reliabilities of the one-coin model: as if one of the named values were right, from items on which independent
/// voices can be compared (<see cref="Teaching"/>).
/// </summary>
internal sealed class OneCoinLearner
{
    private const int SourcesPerRun = 4096;
    private const int LeastItemsPerThread = 256;

    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly InferenceOptions options;
    private readonly RelationMessages relations;
    private readonly OpenWorld openWorld;
    private readonly NumberScales? numbers;
    private readonly WeightColumn teaching;
    private readonly bool[] isSettled;
    private readonly double[] related;
    private readonly OneCoinRoom room = new();
    private readonly OneCoinWorkers workers;
    private OneCoinColumns columns;
    private OneCoinTerms terms;
    private SourceRecords? records;

    /// <param name="evidence">The evidence.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">How long and on how many threads.</param>
    /// <param name="relations">What relations between claims add, updated pass by pass.</param>
    /// <param name="numbers">Spreads of the sources, learnt too; <see langword="null"/> where no values are numbers.</param>
    public OneCoinLearner(Evidence evidence, KnownTruths known, InferenceOptions options, RelationMessages relations, NumberScales? numbers)
    {
        (this.evidence, this.known, this.options, this.relations, this.numbers) = (evidence, known, options, relations, numbers);
        var corpus = evidence.Corpus;
        Types = new TypePriors(evidence);
        (Credibility, Reliability) = (corpus.Store.New<double>(corpus.ClaimCount), Types.OfSources());
        var lessons = new Teaching(evidence, known);
        teaching = WeightColumn.OfItems(corpus, lessons.Weight);
        Popularity = new ValuePopularity(evidence, teaching);
        Offsets = new ClaimOffsets(corpus, relations, Popularity);
        openWorld = new OpenWorld(evidence, known, Offsets, numbers);
        isSettled = known.IsEmpty ? [] : [.. Enumerable.Range(0, corpus.ItemCount).Select(known.Contains)];
        related = new double[relations.OfClaim.Length];
        var threads = Math.Clamp(options.Threads, 1, Math.Max(1, corpus.ItemCount / LeastItemsPerThread));
        workers = new OneCoinWorkers(threads, corpus.SourceCount, numbers, corpus.Store);
    }

    /// <summary>What is learnt of popular values.</summary>
    public ValuePopularity Popularity { get; }

    /// <summary>What claims weigh beside what is said of them.</summary>
    public ClaimOffsets Offsets { get; }

    /// <summary>Credibility of each claim in the last pass.</summary>
    public Column<double> Credibility { get; }

    /// <summary>Reliability of each source.</summary>
    public BetaDistribution[] Reliability { get; }

    /// <summary>What each source said, and how much of it is right.</summary>
    public SourceRecords Records => records ?? throw new InvalidOperationException("Nothing is learnt yet.");

    public TypePriors Types { get; private set; }

    /// <summary>Credibilities by what the sources deserve before any record.</summary>
    /// <param name="weighed">The corpus, weighed.</param>
    public void PassFromPriors(OneCoinColumns weighed)
    {
        Start(weighed, falseValues: 1);
        Pass();
    }

    /// <summary>Infers and learns in turn until nothing moves, from the priors on: what other weights taught would stick.</summary>
    /// <param name="weighed">The corpus, weighed.</param>
    /// <param name="falseValues">Number of false values of an open item, where it has not more.</param>
    /// <param name="tolerance">Stops when no credibility, reliability or spread moved further.</param>
    /// <remarks>
    /// Of every three passes two go on by themselves; the third starts from where their steps point to (<see cref="Squarem"/>) and is
    /// dropped where it moves further than they did. Spreads have a pace of their own: as long as they are learnt all passes go on by themselves.
    /// </remarks>
    public (int Passes, bool HasSettled) Settle(OneCoinColumns weighed, double falseValues, double tolerance)
    {
        Start(weighed, falseValues);
        records = SourceRecords.Of(evidence.Corpus, evidence.Types, columns.Speaker, Threads, WeightsOf);
        var squarem = new Squarem(Reliability.Length + 1);
        Pass();
        Popularity.Judge(Credibility);
        Offsets.Update();
        Gather(squarem.From);
        var passes = 1;
        while (passes < options.MostIterations)
        {
            if (Step(squarem.From, squarem.Once) || (passes < options.MostIterations && Step(squarem.Once, squarem.Twice)))
            {
                return (passes, true);
            }

            if (numbers is { IsLearning: true })
            {
                squarem.GoOn();
            }
            else if (passes < options.MostIterations)
            {
                squarem.Extrapolate(Project);
                Step(squarem.Ahead, squarem.AfterAhead);
                squarem.Choose();
            }
        }

        return (passes, false);

        // Learns from a state and passes on to the next; whether nothing moved.
        bool Step(double[] before, double[] after)
        {
            var change = Math.Max(Learn(before), numbers?.Learn(workers.Numbers) ?? 0);
            Relate();
            change = Math.Max(change, Pass());
            Gather(after);
            options.Progress?.Invoke(++passes, change);
            return change <= tolerance;
        }
    }

    /// <summary>
    /// Tells relations how their claims stand in the open world: in learning one of the named values is right, and the only value
    /// that is named of an item would be certain.
    /// </summary>
    private void Relate()
    {
        var discrimination = relations.Items.Length == 0 ? [] : Array.ConvertAll(Reliability, source => source.Discrimination);
        foreach (var item in relations.Items)
        {
            openWorld.Score(columns, item, discrimination, room, related.AsSpan(columns.FirstClaim[item], evidence.Corpus.NamedCount(item)));
        }

        relations.Update(related);
        Offsets.Update();
    }

    private void Start(OneCoinColumns weighed, double falseValues)
    {
        var corpus = evidence.Corpus;
        (columns, Types) = (weighed, new TypePriors(evidence));
        ReleaseTerms();
        terms = new OneCoinTerms
        {
            LogAlternatives = WeightColumn.OfItems(corpus, item => Math.Log(
                !corpus.IsOpen(item) ? evidence.FalseAlternatives(item) : Math.Max(Math.Max(falseValues, corpus.NamedCount(item) - 1), numbers?.IsNumber[item] == true ? evidence.FalseAlternatives(item) : 0))),
            LogUnnamed = WeightColumn.OfItems(corpus, item => Math.Log(corpus.IsOpen(item) ? 0 : evidence.UnnamedAlternatives(item))),
            Teaching = teaching,
            IsSettled = isSettled,
            IsNumber = numbers?.IsNumber ?? [],
        };
        numbers?.Reset();
        Popularity.Set(0);
        Offsets.Update();
        Types.OfSources().CopyTo(Reliability, 0);
        Credibility.AsSpan().Clear();
        for (var item = 0; item < isSettled.Length; item++)
        {
            if (isSettled[item])
            {
                known.Clamp(item, corpus.FirstClaim[item], Credibility.AsSpan(corpus.FirstClaim[item], corpus.NamedCount(item)), 0);
            }
        }
    }

    /// <summary>What each assertion of an item counts in the record of its source.</summary>
    private void WeightsOf(int item, Span<double> weight)
    {
        columns.Weight.CopyTo(evidence.Corpus.AssertionsOfItem(item).Start.Value, weight);
        var teaches = teaching[item];
        foreach (ref var own in weight)
        {
            own *= teaches;
        }
    }

    /// <summary>One pass over all items.</summary>
    private double Pass()
    {
        options.Cancellation.ThrowIfCancellationRequested();
        var discrimination = Array.ConvertAll(Reliability, source => source.Discrimination);
        return workers.Pass(columns, terms, Offsets.OfClaim, discrimination, Credibility);
    }

    /// <summary>The state after a pass: the right assertions of each source, then the power of popularity.</summary>
    private void Gather(double[] state)
    {
        state[^1] = Popularity.Next(Credibility);
        ForSources((first, last) =>
        {
            for (var source = first; source < last; source++)
            {
                state[source] = Math.Min(Records.Weight[source], workers.Hits(source));
            }
        });
    }

    /// <summary>Keeps an extrapolated state within what is possible.</summary>
    private void Project(double[] state)
    {
        for (var source = 0; source < Reliability.Length; source++)
        {
            state[source] = Math.Clamp(state[source], 0, Records.Weight[source]);
        }

        state[^1] = ValuePopularity.Bounded(state[^1]);
    }

    /// <summary>Re-estimates the types' priors and the sources' reliabilities from a state.</summary>
    /// <returns>The largest change of a reliability or of the power of popularity.</returns>
    private double Learn(double[] state)
    {
        state.AsSpan(0, Reliability.Length).CopyTo(Records.Hits);
        Types.Learn(Records);
        var changes = new double[(Reliability.Length / SourcesPerRun) + 1];
        ForSources((first, last) =>
        {
            for (var source = first; source < last; source++)
            {
                var next = Records.Reliability(source, Types.Of(source));
                changes[first / SourcesPerRun] = Math.Max(changes[first / SourcesPerRun], Math.Abs(next.Mean - Reliability[source].Mean));
                Reliability[source] = next;
            }
        });
        var change = Math.Max(changes.Max(), Math.Abs(state[^1] - Popularity.Power));
        Popularity.Set(state[^1]);
        return change;
    }

    /// <summary>The reliabilities as far as they are known.</summary>
    public BetaDistribution[] Widened()
    {
        var missing = new MissingInformation(evidence.Corpus, columns.Speaker, Credibility, WeightsOf, Threads);
        return [.. Reliability.Select((reliability, source) => missing.Widened(source, reliability, Records))];
    }

    /// <summary>Gives back what only learning needs; the credibilities stay.</summary>
    public void Release()
    {
        workers.Release();
        teaching.Release();
        columns.Weight.Release();
        ReleaseTerms();
    }

    /// <summary>Gives back those of an earlier start, if there was one.</summary>
    private void ReleaseTerms()
    {
        terms.LogAlternatives?.Release();
        terms.LogUnnamed?.Release();
    }

    private void ForSources(Action<int, int> run) => Runs.ForEach(Reliability.Length, SourcesPerRun, Threads, run);

    private ParallelOptions Threads => new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation };
}
