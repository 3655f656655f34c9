using System.Globalization;
using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// The models of the items that draw from one small label set: one coin, biased coins and confusion rows, pooled.
/// </summary>
/// <remarks>
/// Learnt from votes that unrelated voices cast in full, since only the score, not what is learnt of a source, suffers when
/// voices err together. What types deserve beside one another, and who repeats whom, one coin tells first: a clique that copies would else be
/// what the others are measured by. No model is best on every corpus: they are pooled by the weighted mean of their
/// log-likelihoods (Genest and Zidek 1986, doi:10.1214/ss/1177013825), each by how far it agrees with the others
/// (<see cref="FamilyAgreement"/>).
/// </remarks>
internal sealed class LabelPool
{
    private const int Starts = 3;

    /// <summary>With fewer items agreement tells nothing, and all models count alike.</summary>
    private const int LeastItems = 20;

    /// <summary>Of agreement, as which a model counts.</summary>
    private const double Power = 5;

    private readonly Evidence evidence;
    private readonly KnownLabels labels;
    private readonly InferenceOptions options;
    private readonly RecordElsewhere elsewhere;
    private readonly BetaDistribution[] start;

    /// <param name="evidence">The evidence.</param>
    /// <param name="set">The labels.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="coin">What one coin teaches.</param>
    /// <param name="elsewhere">What is known of the sources from items that share no labels.</param>
    /// <param name="cellOf">As <see cref="LabelColumns.Of"/> has it.</param>
    public LabelPool(Evidence evidence, LabelSet set, KnownTruths known, InferenceOptions options, CoinRecord coin, RecordElsewhere elsewhere, Column<int> cellOf)
    {
        (this.evidence, this.options, this.elsewhere, Set) = (evidence, options, elsewhere, set);
        labels = KnownLabels.Of(evidence.Corpus, set, known);
        Columns = LabelColumns.Of(evidence, set, coin.Repeated, cellOf);

        // How types differ one coin can tell. How reliable all sources are it cannot where many share a habit.
        var isOneType = evidence.Types.OfSource.Where((_, source) => Columns.SourceWeight[source] > 0).Distinct().Take(2).Count() < 2;
        start = [.. (isOneType ? new TypePriors(evidence).OfSources() : coin.Prior).Select((prior, source) => elsewhere.AddedTo(prior, source, set.Count))];
    }

    /// <summary>The labels.</summary>
    public LabelSet Set { get; }

    /// <summary>The votes.</summary>
    public LabelColumns Columns { get; }

    /// <summary>Learns the models and pools them.</summary>
    /// <param name="only">Name of the one model to use; <see langword="null"/>: the pool.</param>
    /// <returns>What is learnt, and how it came to be, in words.</returns>
    public (LabelFamily Family, string InWords) Learn(string? only) => only is null ? Pool() : (Only(only), $"{only}, as asked");

    private LabelFamily Only(string model)
    {
        var passes = options.MostIterations;
        return model switch
        {
            BiasedCoin.ModelName => Biased(new Turnout(Columns.Labels), passes, options.Threads),
            Confusion.ModelName => Rows(subtypes: 1, seed: 1, passes, options.Threads),
            _ => Run([.. Enumerable.Range(1, Starts).Select(seed => (Func<LabelFamily>)(() => Rows(Confusion.Subtypes, seed, passes, ThreadsOfEach(Starts))))]).MaxBy(rows => rows.Bound)!,
        };
    }

    /// <summary>Learns every model, each on its share of the threads, and pools them.</summary>
    private (LabelFamily Pool, string Choice) Pool()
    {
        var passes = options.MostIterations;

        // They alone can tell turnout, since they know how often each label is met.
        var rows = Rows(subtypes: 1, seed: 1, passes, options.Threads, triesTurnout: !Turnout.FollowsDoubt(Columns));
        LabelFamily[] models =
        [
            .. Run<LabelFamily>(
            [
                () => EvenCoin.Learn(Columns, start, rows.Turnout, labels, passes, ThreadsOfEach(2), options.Cancellation), () => Biased(rows.Turnout, passes, ThreadsOfEach(2)),
            ]),
            rows,
        ];
        var answers = Run([.. models.Select(model => (Func<sbyte[]>)(() => FamilyAgreement.Answers(model, Columns)))]);
        var agreement = answers[0].Count(answer => answer >= 0) < LeastItems ? Array.ConvertAll(models, _ => 1.0) : FamilyAgreement.WithOthers(answers, Columns.Labels);
        var weights = Array.ConvertAll(agreement, own => Math.Pow(own, Power));
        var shares = Array.ConvertAll(weights, weight => weight / weights.Sum());
        var inWords = models.Select((model, index) => string.Create(
            CultureInfo.InvariantCulture, $"{model.Name} ({100 * shares[index]:0} %, {agreement[index]:0.00} agreement with the others)"));
        var turnout = rows.Turnout.IsLearnt ? "; how many speak on an item tells of its answer" : "";
        return (LabelFamily.Mean(models, shares), $"mean of {string.Join(", ", inWords)}{turnout}");
    }

    /// <summary>Threads for each of so many models that are learnt at a time.</summary>
    private int ThreadsOfEach(int models) => options.Threads / Math.Min(models, options.Threads);

    private LabelFamily Rows(int subtypes, int seed, int passes, int threads, bool triesTurnout = false) =>
        Confusion.Learn(Columns, evidence.Types, labels, elsewhere, subtypes, seed, passes, threads, options.Cancellation, triesTurnout);

    private LabelFamily Biased(Turnout turnout, int passes, int threads) => BiasedCoin.Learn(Columns, start, turnout, labels, passes, threads, options.Cancellation);

    private T[] Run<T>(Func<T>[] tasks)
    {
        var done = new T[tasks.Length];
        Parallel.For(
            0, tasks.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            index => done[index] = tasks[index]());
        return done;
    }
}
