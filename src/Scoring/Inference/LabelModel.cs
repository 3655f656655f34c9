using System.Globalization;
using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>
/// The model of corpora whose items all draw from one small label set: one coin, biased coins and confusion rows with subtypes, pooled.
/// </summary>
/// <remarks>
/// Learnt from votes that unrelated voices cast in full, since only the score, not what is learnt of a source, suffers when
/// voices err together; scored with all discounts. No model is best on every corpus: each counts by its
/// κ between halves of the sources (<see cref="SplitAgreement"/>), and probabilities are averaged, so that where the models
/// disagree the score says so.
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
    private readonly TypePriors types;
    private readonly BetaDistribution[] prior;

    private LabelModel(Evidence evidence, KnownTruths known, InferenceOptions options)
    {
        (this.evidence, this.known, this.options) = (evidence, known, options);
        labels = KnownLabels.Of(evidence.Corpus, known);
        columns = LabelColumns.Of(evidence);
        types = new TypePriors(evidence);
        prior = [.. Enumerable.Range(0, evidence.Corpus.SourceCount).Select(types.Of)];
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
        var (families, kappas) = Learn(only);
        var total = kappas.Sum();
        var pool = new LabelPool(evidence.Corpus, columns, families, [.. kappas.Select(kappa => kappa / total)]);
        var weight = OneCoin.ColumnsOf(evidence);
        var (credibility, unnamed) = Score(pool, weight);
        var (reliability, record) = Reliability(credibility);
        return new Posterior
        {
            Choice = Choice(pool, kappas),
            Pool = pool,
            Columns = weight,
            Credibility = credibility,
            Unnamed = unnamed,
            Reliability = reliability,
            RecordWeight = record,
            Prior = [.. Enumerable.Range(0, evidence.Corpus.SourceCount).Select(types.Of)],
            Message = [],
            RelationMessage = [],
            Known = known,
            Iterations = families.Max(family => family.Passes),
            Converged = families.All(family => family.Converged || family.Passes < options.MostIterations),
        };
    }

    /// <summary>Learns every model from all sources and from halves of them, on all threads: the tasks share nothing.</summary>
    private (List<LabelFamily> Families, double[] Kappas) Learn(string? only)
    {
        LabelColumns[] votes = only is null ? [columns, .. Halves()] : [columns];
        var plain = Run(votes.Length, task => Coin(votes[task], hasHabits: false));
        var (coins, rows) = (only != ConfusionSubtypes.ModelName ? votes.Length : 0, only != BiasedCoin.ModelName ? Starts - 1 + votes.Length : 0);
        var learnt = Run(coins + rows, task => task < rows ? Rows(Math.Max(0, task - Starts + 1), seed: Math.Min(task + 1, Starts)) : Coin(votes[task - rows], hasHabits: true));

        var families = new List<LabelFamily>();
        if (only is null)
        {
            families.Add(plain[0]);
        }

        if (coins > 0)
        {
            families.Add(learnt[rows]);
        }

        if (rows > 0)
        {
            families.Add(learnt[..Starts].MaxBy(start => start.Bound)!);
        }

        return (families, only is null ? Kappas(votes, plain[1..], learnt[(rows + 1)..], learnt[Starts..rows]) : [1]);

        LabelFamily Rows(int of, int seed) => ConfusionSubtypes.Learn(votes[of], evidence.Types, labels, plain[of], seed, Math.Min(options.MostIterations, of == 0 ? ConfusionSubtypes.MostPasses : PassesOfHalf), options.Cancellation);

        LabelFamily Coin(LabelColumns of, bool hasHabits) => BiasedCoin.Learn(of, prior, labels, hasHabits, options.MostIterations, options.Cancellation);
    }

    private LabelFamily[] Run(int count, Func<int, LabelFamily> task)
    {
        var learnt = new LabelFamily[count];
        Parallel.For(
            0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            index => learnt[index] = task(index));
        return learnt;
    }

    private LabelColumns[] Halves() =>
    [
        .. Enumerable.Range(1, Splits).SelectMany(seed =>
        {
            var (one, other) = SplitAgreement.Halves(columns.SourceCount, seed);
            return (LabelColumns[])[columns.Of(one), columns.Of(other)];
        }),
    ];

    /// <summary>κ of the coin and of the rows, the median over the splits, since single ones go astray; equal where too few items can be compared.</summary>
    /// <param name="votes">All votes, then those of both halves of each split.</param>
    /// <param name="models">For each model, what it learnt from each half.</param>
    private double[] Kappas(LabelColumns[] votes, params LabelFamily[][] models)
    {
        var correlation = evidence.Rules.Independence.Unrelated.Correlation;
        var (kappas, least) = (new double[models.Length], int.MaxValue);
        var ofSplit = new double[Splits];
        foreach (var (model, halves) in models.Index())
        {
            var answers = halves.Select((half, index) => SplitAgreement.Answers(half, votes[index + 1], correlation)).ToArray();
            for (var split = 0; split < Splits; split++)
            {
                (ofSplit[split], var items) = SplitAgreement.Kappa(answers[2 * split], answers[(2 * split) + 1], columns.Labels);
                least = Math.Min(least, items);
            }

            Array.Sort(ofSplit);
            kappas[model] = Math.Max(LeastKappa, ofSplit[Splits / 2]);
        }

        return least < LeastItems ? Array.ConvertAll(kappas, _ => 1.0) : kappas;
    }

    private (double[] Credibility, double[] Unnamed) Score(LabelPool pool, OneCoinColumns scored)
    {
        var corpus = evidence.Corpus;
        var (credibility, unnamed) = (new double[corpus.ClaimCount], new double[corpus.ItemCount]);
        Parallel.For(
            0, corpus.ItemCount, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            () => (Pass: new ItemPass(0), Component: new double[pool.Components], Label: new double[columns.Labels]),
            (item, _, room) =>
            {
                var rows = corpus.AssertionsOfItem(item);
                pool.LogComponents(item, room.Pass.Weights(rows.Start.Value, rows.End.Value, scored.Weight), room.Component);
                LabelPass.Softmax(room.Component);
                Array.Clear(room.Label);
                for (var c = 0; c < room.Component.Length; c++)
                {
                    room.Label[pool.LabelOf(c)] += room.Component[c];
                }

                var (first, named) = (corpus.FirstClaim[item], pool.LabelsOf(item));
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

        var reliability = prior;
        for (var pass = 0; pass < ReliabilityPasses; pass++)
        {
            reliability = [.. Enumerable.Range(0, hits.Length).Select(source =>
            {
                var start = types.Of(source);
                return new BetaDistribution(start.A + hits[source], start.B + Math.Max(0, record[source] - hits[source]));
            })];
            types.Update(reliability, record);
        }

        return ([.. Enumerable.Range(0, hits.Length).Select(source =>
        {
            var start = types.Of(source);
            return new BetaDistribution(start.A + hits[source], start.B + Math.Max(0, record[source] - hits[source]));
        })], record);
    }

    private static string Choice(LabelPool pool, double[] kappas) => pool.Families.Count == 1
        ? $"{pool.Families[0].Name}, as asked"
        : "all items share one small label set: mean of "
            + string.Join(" and ", pool.Families.Select((family, index) => string.Create(
                CultureInfo.InvariantCulture, $"{family.Name} ({100 * pool.Shares[index]:0} %, κ {kappas[index]:0.00} between halves of the sources)")));
}
