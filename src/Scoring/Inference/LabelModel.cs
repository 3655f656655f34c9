using System.Globalization;
using Scoring.Kernels;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// The model of corpora whose items all draw from one small label set: one coin, biased coins and confusion rows, pooled.
/// </summary>
/// <remarks>
/// Learnt from votes that unrelated voices cast in full, since only the score, not what is learnt of a source, suffers when
/// voices err together; scored with all discounts, and with the correlation that sources of such reliabilities have
/// (<see cref="VoiceCorrelation"/>). What types deserve beside one another, and who repeats whom, one coin tells first: a clique that copies would else be
/// what the others are measured by. No model is best on every corpus: they are pooled by the weighted mean of their
/// log-likelihoods (Genest and Zidek 1986, doi:10.1214/ss/1177013825), each by how far it agrees with the others
/// (<see cref="FamilyAgreement"/>).
/// </remarks>
internal sealed class LabelModel
{
    private const int Starts = 3;

    /// <summary>With fewer items agreement tells nothing, and all models count alike.</summary>
    private const int LeastItems = 20;

    /// <summary>A denial of one of several labels teaches these models nothing; more than so many of all assertions, and they know too little of the sources.</summary>
    private const double MostDenials = 0.1;

    /// <summary>Of agreement, as which a model counts.</summary>
    private const double Power = 5;

    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly KnownLabels labels;
    private readonly InferenceOptions options;
    private readonly LabelColumns columns;
    private readonly ItemSample sample;
    private readonly TypePriors types;
    private readonly BetaDistribution[] start;
    private readonly CoinRecord coin;
    private readonly Teaching teaching;

    private LabelModel(Evidence evidence, KnownTruths known, InferenceOptions options, CoinRecord coin)
    {
        (this.evidence, this.known, this.options, this.coin) = (evidence, known, options, coin);
        labels = KnownLabels.Of(evidence.Corpus, known);
        columns = LabelColumns.Of(evidence, coin.Repeated);
        sample = ItemSample.Of(evidence.Corpus);
        types = new TypePriors(evidence);
        teaching = new Teaching(evidence, known);

        // How types differ one coin can tell. How reliable all sources are it cannot where many share a habit.
        var isOneType = evidence.Types.OfSource.Where((_, source) => columns.SourceWeight[source] > 0).Distinct().Take(2).Count() < 2;
        start = isOneType ? types.OfSources() : coin.Prior;
    }

    /// <summary>Whether the corpus is of the kind: one small label set, no relations between claims, and little denied unless there are two labels, where that is to name the other.</summary>
    public static bool Fits(Evidence evidence) =>
        evidence.Corpus.SharedLabels.Length > 1 && evidence.Corpus.Relations.Length == 0
        && (evidence.Corpus.SharedLabels.Length == 2 || evidence.Corpus.Details.Denials <= MostDenials * evidence.Corpus.AssertionCount);

    /// <summary>Learns the models and pools them.</summary>
    /// <param name="evidence">The evidence; <see cref="Fits"/> holds.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="only">Name of the one model to use; <see langword="null"/>: the pool.</param>
    /// <param name="coin">What one coin teaches, if that is known.</param>
    public static Posterior Infer(Evidence evidence, KnownTruths known, InferenceOptions options, string? only = null, CoinRecord? coin = null) =>
        new LabelModel(evidence, known, options, coin ?? OneCoin.Learn(evidence, known, options)).Run(only);

    private Posterior Run(string? only)
    {
        var (family, choice) = only is null ? Pool() : (Only(only), $"{only}, as asked");
        var learnt = Learnt(new LabelEvidence(evidence, columns, family, Discrimination: []));
        var records = Records(learnt);
        types.Learn(records);
        var prior = types.OfSources();
        BetaDistribution[] reliability = [.. prior.Select((own, source) => records.Reliability(source, own))];
        var widened = Widened(learnt, reliability, records);
        learnt.Release();
        var scored = VoiceCorrelation.OfLabels(evidence, sample, coin.Repeated, reliability, records);
        var copyShare = CopyDiscount.Shares(scored, coin.Repeated);
        coin.Repeated.Release();
        var weight = OneCoin.ColumnsOf(scored, copyShare);
        var labelEvidence = new LabelEvidence(scored, columns, family, Array.ConvertAll(reliability, source => source.Discrimination));
        var (credibility, unnamed) = Score(labelEvidence, weight);
        return new Posterior
        {
            Choice = choice + coin.CopyingInWords,
            Evidence = scored,
            CopyShare = copyShare,
            Copying = coin.Pairs,
            Labels = labelEvidence,
            Columns = weight,
            Credibility = credibility,
            Unnamed = unnamed,
            Reliability = reliability,
            Widened = widened,
            Records = records,
            Prior = prior,
            Offset = [],
            RelationMessage = [],
            Known = known,
            Iterations = family.Passes,
            Converged = family.Converged,
        };
    }

    private LabelFamily Only(string model)
    {
        var passes = options.MostIterations;
        return model switch
        {
            BiasedCoin.ModelName => Biased(new Turnout(columns.Labels), passes, options.Threads),
            Confusion.ModelName => Rows(subtypes: 1, seed: 1, passes, options.Threads),
            _ => Run([.. Enumerable.Range(1, Starts).Select(seed => (Func<LabelFamily>)(() => Rows(Confusion.Subtypes, seed, passes, ThreadsOfEach(Starts))))]).MaxBy(rows => rows.Bound)!,
        };
    }

    /// <summary>Learns every model, each on its share of the threads, and pools them.</summary>
    private (LabelFamily Pool, string Choice) Pool()
    {
        var passes = options.MostIterations;

        // They alone can tell turnout, since they know how often each label is met.
        var rows = Rows(subtypes: 1, seed: 1, passes, options.Threads, triesTurnout: !Turnout.FollowsDoubt(columns));
        LabelFamily[] models =
        [
            .. Run<LabelFamily>(
            [
                () => EvenCoin.Learn(columns, start, rows.Turnout, labels, passes, ThreadsOfEach(2), options.Cancellation), () => Biased(rows.Turnout, passes, ThreadsOfEach(2)),
            ]),
            rows,
        ];
        var answers = Run([.. models.Select(model => (Func<sbyte[]>)(() => FamilyAgreement.Answers(model, columns)))]);
        var agreement = answers[0].Count(answer => answer >= 0) < LeastItems ? Array.ConvertAll(models, _ => 1.0) : FamilyAgreement.WithOthers(answers, columns.Labels);
        var weights = Array.ConvertAll(agreement, own => Math.Pow(own, Power));
        var shares = Array.ConvertAll(weights, weight => weight / weights.Sum());
        var inWords = models.Select((model, index) => string.Create(
            CultureInfo.InvariantCulture, $"{model.Name} ({100 * shares[index]:0} %, {agreement[index]:0.00} agreement with the others)"));
        var turnout = rows.Turnout.IsLearnt ? "; how many speak on an item tells of its answer" : "";
        return (LabelFamily.Mean(models, shares), $"all items share one small label set: mean of {string.Join(", ", inWords)}{turnout}");
    }

    /// <summary>Threads for each of so many models that are learnt at a time.</summary>
    private int ThreadsOfEach(int models) => options.Threads / Math.Min(models, options.Threads);

    private LabelFamily Rows(int subtypes, int seed, int passes, int threads, bool triesTurnout = false) =>
        Confusion.Learn(columns, evidence.Types, labels, subtypes, seed, passes, threads, options.Cancellation, triesTurnout);

    private LabelFamily Biased(Turnout turnout, int passes, int threads) => BiasedCoin.Learn(columns, start, turnout, labels, passes, threads, options.Cancellation);

    private T[] Run<T>(Func<T>[] tasks)
    {
        var done = new T[tasks.Length];
        Parallel.For(
            0, tasks.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            index => done[index] = tasks[index]());
        return done;
    }

    /// <summary>The claims as they are scored: with all discounts.</summary>
    private (Column<double> Credibility, Column<double> Unnamed) Score(LabelEvidence labelEvidence, OneCoinColumns scored) => Probabilities(labelEvidence, (item, room, state) =>
    {
        var rows = evidence.Corpus.AssertionsOfItem(item);
        room.Fit(1, 0, rows.End.Value - rows.Start.Value);
        var weight = room.Weights[..(rows.End.Value - rows.Start.Value)];
        scored.Weight.CopyTo(rows.Start.Value, weight);
        labelEvidence.LogWeights(item, weight, state);
    });

    /// <summary>The claims as they were learnt, from full votes: the discounts of scoring would have every source less right than it is.</summary>
    private Column<double> Learnt(LabelEvidence labelEvidence)
    {
        var (credibility, unnamed) = Probabilities(labelEvidence, (item, _, state) => labelEvidence.Family.LogWeights(columns, item, state));
        unnamed.Release();
        return credibility;
    }

    /// <param name="labelEvidence">The labels of the claims.</param>
    /// <param name="logWeights">Fills the log-weight of each state of an item.</param>
    private (Column<double> Credibility, Column<double> Unnamed) Probabilities(LabelEvidence labelEvidence, Action<int, OneCoinRoom, double[]> logWeights)
    {
        var corpus = evidence.Corpus;
        var (credibility, unnamed) = (corpus.Store.New<double>(corpus.ClaimCount), corpus.Store.New<double>(corpus.ItemCount));
        Parallel.For(
            0, corpus.ItemCount, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            () => (Pass: new OneCoinRoom(), State: new double[labelEvidence.Family.States], Label: new double[columns.Labels]),
            (item, _, room) =>
            {
                logWeights(item, room.Pass, room.State);
                LabelPass.Softmax(room.State);
                Array.Clear(room.Label);
                for (var state = 0; state < room.State.Length; state++)
                {
                    room.Label[labelEvidence.LabelOf(state)] += room.State[state];
                }

                var (first, named) = (corpus.FirstClaim[item], labelEvidence.LabelsOf(item));
                for (var i = 0; i < named.Length; i++)
                {
                    credibility[first + i] = room.Label[named[i]];
                    room.Label[named[i]] = 0;
                }

                unnamed[item] = known.Clamp(item, first, credibility.AsSpan(first, named.Length), room.Label.Sum());
                return room;
            },
            _ => { });
        return (credibility, unnamed);
    }

    /// <summary>The reliabilities as far as they are known.</summary>
    private BetaDistribution[] Widened(Column<double> credibility, BetaDistribution[] reliability, SourceRecords records)
    {
        var missing = new MissingInformation(evidence.Corpus, evidence.Speaker, credibility, WeightsOf, Limit);
        return [.. reliability.Select((own, source) => missing.Widened(source, own, records))];
    }

    /// <summary>Each source's record: how often it names what the pool finds right, on items from which that can be learnt.</summary>
    private SourceRecords Records(Column<double> credibility)
    {
        var corpus = evidence.Corpus;
        var records = SourceRecords.Of(corpus, evidence.Types, evidence.Speaker, Limit, WeightsOf);
        var room = Array.Empty<double>();
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var (start, end) = (corpus.FirstAssertion[corpus.FirstClaim[item]], corpus.FirstAssertion[corpus.FirstClaim[item + 1]]);
            room = room.Length < end - start ? new double[end - start] : room;
            WeightsOf(item, room.AsSpan(0, end - start));
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    records.Hits[evidence.Speaker[a]] += room[a - start] * (corpus.Details.StanceOf(a) == Reading.Stance.Denies ? 1 - credibility[claim] : credibility[claim]);
                }
            }
        }

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
