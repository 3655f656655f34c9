using System.Globalization;
using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>
/// The model of corpora whose items all draw from one small label set: one coin, biased coins and confusion rows, pooled.
/// </summary>
/// <remarks>
/// Learnt from votes that unrelated voices cast in full, since only the score, not what is learnt of a source, suffers when
/// voices err together; scored with all discounts, and with the correlation that the votes themselves show
/// (<see cref="VoteDispersion"/>). No model is best on every corpus: they are pooled by the weighted mean of their
/// log-likelihoods (Genest and Zidek 1986, doi:10.1214/ss/1177013825), each by the square of its κ between halves of the sources
/// (<see cref="SplitAgreement"/>).
/// </remarks>
internal sealed class LabelModel
{
    private const int Starts = 3;
    private const int Splits = 5;
    private const int PassesOfHalf = 30;
    private const int LeastItems = 20;
    private const double LeastKappa = 0.01;
    private const int ReliabilityPasses = 10;

    private readonly Evidence evidence;
    private readonly KnownTruths known;
    private readonly KnownLabels labels;
    private readonly InferenceOptions options;
    private readonly LabelColumns columns;
    private readonly ItemSample sample;
    private readonly TypePriors types;
    private readonly BetaDistribution[] prior;

    private LabelModel(Evidence evidence, KnownTruths known, InferenceOptions options)
    {
        (this.evidence, this.known, this.options) = (evidence, known, options);
        labels = KnownLabels.Of(evidence.Corpus, known);
        columns = LabelColumns.Of(evidence);
        sample = ItemSample.Of(evidence.Corpus);
        types = new TypePriors(evidence);
        prior = types.OfSources();
    }

    /// <summary>Whether the corpus is of the kind: one small label set, nothing denied, no relations between claims.</summary>
    public static bool Fits(Evidence evidence) =>
        evidence.Corpus.SharedLabels.Length > 1 && evidence.Corpus.Relations.Length == 0
        && evidence.Corpus.Details.Stance?.Contains(Reading.Stance.Denies) != true;

    /// <summary>Learns the models and pools them.</summary>
    /// <param name="evidence">The evidence; <see cref="Fits"/> holds.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="only">Name of the one model to use; <see langword="null"/>: the pool.</param>
    public static Posterior Infer(Evidence evidence, KnownTruths known, InferenceOptions options, string? only = null) =>
        new LabelModel(evidence, known, options).Run(only);

    private Posterior Run(string? only)
    {
        var scored = VoteDispersion.Applied(evidence, sample);
        var (family, choice) = only is null ? Pool() : (Only(only), $"{only}, as asked");
        var weight = OneCoin.ColumnsOf(scored);
        var labelEvidence = new LabelEvidence(scored, columns, family);
        var (credibility, unnamed) = Score(labelEvidence, weight);
        var (reliability, record) = Reliability(credibility);
        return new Posterior
        {
            Choice = choice,
            Evidence = scored,
            Labels = labelEvidence,
            Columns = weight,
            Credibility = credibility,
            Unnamed = unnamed,
            Reliability = reliability,
            RecordWeight = record,
            Prior = types.OfSources(),
            Message = [],
            RelationMessage = [],
            Known = known,
            Iterations = family.Passes,
            Converged = family.Converged || family.Passes < options.MostIterations,
        };
    }

    private LabelFamily Only(string model)
    {
        var passes = options.MostIterations;
        var even = Coin(columns, hasHabits: false, passes, options.Threads);
        return model switch
        {
            BiasedCoin.ModelName => Coin(columns, hasHabits: true, passes, options.Threads),
            Confusion.ModelName => Rows(columns, even, subtypes: 1, seed: 1, passes, options.Threads),
            _ => Run(Starts, start => Rows(columns, even, Confusion.Subtypes, seed: start + 1, passes, options.Threads)).MaxBy(start => start.Bound)!,
        };
    }

    /// <summary>Learns every model from all sources and from halves of them, on all threads: the tasks share nothing.</summary>
    private (LabelFamily Pool, string Choice) Pool()
    {
        LabelColumns[] votes = [columns, .. Halves()];
        var learnt = Run(votes.Length, task =>
        {
            var (passes, threads) = task == 0 ? (options.MostIterations, options.Threads) : (Math.Min(options.MostIterations, PassesOfHalf), 1);
            var even = Coin(votes[task], hasHabits: false, passes, threads);
            return (LabelFamily[])[even, Coin(votes[task], hasHabits: true, passes, threads), Rows(votes[task], even, subtypes: 1, seed: 1, passes, threads)];
        });
        var models = learnt[0];
        var kappas = Kappas(votes, learnt);
        var shares = Array.ConvertAll(kappas, kappa => kappa * kappa / kappas.Sum(other => other * other));
        var inWords = models.Select((model, index) => string.Create(
            CultureInfo.InvariantCulture, $"{model.Name} ({100 * shares[index]:0} %, κ {kappas[index]:0.00} between halves of the sources)"));
        return (LabelFamily.Mean(models, shares), $"all items share one small label set: mean of {string.Join(", ", inWords)}");
    }

    private LabelFamily Rows(LabelColumns votes, LabelFamily start, int subtypes, int seed, int passes, int threads) =>
        Confusion.Learn(votes, evidence.Types, labels, start, subtypes, seed, passes, threads, options.Cancellation);

    private LabelFamily Coin(LabelColumns votes, bool hasHabits, int passes, int threads) =>
        BiasedCoin.Learn(votes, prior, labels, hasHabits, passes, threads, options.Cancellation);

    private T[] Run<T>(int count, Func<int, T> task)
    {
        var learnt = new T[count];
        Parallel.For(
            0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            index => learnt[index] = task(index));
        return learnt;
    }

    /// <summary>The votes of both halves of the sources, split by split; of a sample where there are very many.</summary>
    private LabelColumns[] Halves()
    {
        var votes = sample.IsWhole ? columns : columns.Of(sample);
        return
        [
            .. Enumerable.Range(1, Splits).SelectMany(seed =>
            {
                var (one, other) = SplitAgreement.Halves(columns.SourceCount, seed);
                return (LabelColumns[])[votes.Of(one), votes.Of(other)];
            }),
        ];
    }

    /// <summary>κ of each model, the median over the splits, since single ones go astray; equal where too few items can be compared.</summary>
    /// <param name="votes">All votes, then those of both halves of each split.</param>
    /// <param name="learnt">What each model learnt from each of them.</param>
    private double[] Kappas(LabelColumns[] votes, LabelFamily[][] learnt)
    {
        var (kappas, ofSplit, least) = (new double[learnt[0].Length], new double[Splits], int.MaxValue);
        for (var model = 0; model < kappas.Length; model++)
        {
            for (var split = 0; split < Splits; split++)
            {
                var (one, other) = ((2 * split) + 1, (2 * split) + 2);
                (ofSplit[split], var items) = SplitAgreement.Kappa(
                    SplitAgreement.Answers(learnt[one][model], votes[one]), SplitAgreement.Answers(learnt[other][model], votes[other]), columns.Labels);
                least = Math.Min(least, items);
            }

            Array.Sort(ofSplit);
            kappas[model] = Math.Max(LeastKappa, ofSplit[Splits / 2]);
        }

        return least < LeastItems ? Array.ConvertAll(kappas, _ => 1.0) : kappas;
    }

    private (double[] Credibility, double[] Unnamed) Score(LabelEvidence labelEvidence, OneCoinColumns scored)
    {
        var corpus = evidence.Corpus;
        var (credibility, unnamed) = (new double[corpus.ClaimCount], new double[corpus.ItemCount]);
        Parallel.For(
            0, corpus.ItemCount, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            () => (Pass: new OneCoinRoom(), State: new double[labelEvidence.Family.States], Label: new double[columns.Labels]),
            (item, _, room) =>
            {
                var rows = corpus.AssertionsOfItem(item);
                room.Pass.Fit(1, 0, rows.End.Value - rows.Start.Value);
                var weight = room.Pass.Weights[..(rows.End.Value - rows.Start.Value)];
                scored.Weight.CopyTo(rows.Start.Value, weight);
                labelEvidence.LogWeights(item, weight, room.State);
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

    /// <summary>Each source's reliability: how often it names what the pool finds right, on items from which that can be learnt.</summary>
    private (BetaDistribution[] Reliability, double[] Record) Reliability(double[] credibility)
    {
        var corpus = evidence.Corpus;
        var (hits, record) = (new double[corpus.SourceCount], new double[corpus.SourceCount]);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var teaches = Teaching.Weight(evidence, known, item);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1] && teaches > 0; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    var weight = teaches * evidence.RuleWeight[a] * evidence.LinkedShare[a];
                    hits[evidence.Speaker[a]] += weight * credibility[claim];
                    record[evidence.Speaker[a]] += weight;
                }
            }
        }

        var reliability = Posteriors();
        for (var pass = 0; pass < ReliabilityPasses; pass++)
        {
            var last = reliability;
            types.Update(source => last[source], record);
            reliability = Posteriors();
        }

        return (reliability, record);

        BetaDistribution[] Posteriors() =>
            [.. types.OfSources().Select((start, source) => new BetaDistribution(start.A + hits[source], start.B + Math.Max(0, record[source] - hits[source])))];
    }
}
