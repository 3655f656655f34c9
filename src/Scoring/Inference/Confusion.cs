using MathNet.Numerics;
using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// Confusion rows: every source answers items of each true label in its own way. With subtypes, items of one label fall into
/// latent kinds with a row each, so that sources can err together on the items that are hard in the same way.
/// </summary>
/// <remarks>
/// Variational Bayes after IBCC (Kim and Ghahramani 2012, PMLR 22:619–627) and, with subtypes, EBCC (Li, Rubinstein and Cohn
/// 2019, PMLR 97:3886–3895), with priors on the rows by source type that are re-estimated from the corpus, and weighted votes.
/// Starts from the answers of a simpler model, each label split at random over its subtypes from a seed. Memory
/// O(cells × states); a pass is O(votes × states).
/// </remarks>
internal sealed class Confusion
{
    public const string ModelName = "confusion";

    public const string WithSubtypes = "confusion-subtypes";

    /// <summary>Subtypes of each label in <see cref="WithSubtypes"/>.</summary>
    public const int Subtypes = 3;

    /// <summary>Most passes: nearly always the votes rest before.</summary>
    private const int MostPasses = 200;

    private const double Tolerance = 3e-4;

    /// <summary>Votes that each label of an item has to begin with.</summary>
    private const double Smoothing = 0.1;

    private const int ItemsPerBlock = 4096;

    private readonly LabelColumns columns;
    private readonly SourceTypes types;
    private readonly KnownLabels known;
    private readonly RecordElsewhere elsewhere;
    private readonly ConfusionPriors prior;
    private readonly int subtypes;
    private readonly int states;
    private readonly double[] logPrior;
    private readonly double[] logRow;
    private readonly ConfusionCounts counts;
    private readonly double[] before;
    private readonly ConfusionWorker[] workers;
    private readonly double[] entropies;
    private Turnout turnout;

    private Confusion(LabelColumns columns, SourceTypes types, KnownLabels known, RecordElsewhere elsewhere, int subtypes, int threads)
    {
        (this.columns, this.types, this.known, this.elsewhere, this.subtypes) = (columns, types, known, elsewhere, subtypes);
        states = columns.Labels * subtypes;
        CorpusLimitException.ThrowIfOver((long)Math.Max(columns.CellCount, columns.SourceCount) * states, Array.MaxLength, "numbers in the rows of its sources", "another model, such as one-coin");
        prior = new ConfusionPriors(types, columns.Labels, subtypes);
        (counts, turnout) = (new ConfusionCounts(columns, states), new Turnout(columns.Labels));
        (logPrior, logRow, before) = (new double[states], new double[columns.CellCount * states], new double[columns.CellCount * states]);
        entropies = new double[(columns.ItemCount / ItemsPerBlock) + 1];
        workers = [.. Enumerable.Range(0, threads).Select(_ => new ConfusionWorker(columns, states))];
    }

    /// <summary>Learns the rows, from the share of each label among the votes on an item: another model may have gone astray.</summary>
    /// <param name="columns">The votes.</param>
    /// <param name="types">Types of the sources.</param>
    /// <param name="known">Items whose answer is settled.</param>
    /// <param name="elsewhere">What is known of the sources from items that share no labels.</param>
    /// <param name="subtypes">Subtypes of each label; 1 for plain rows.</param>
    /// <param name="seed">Seed of the split into subtypes.</param>
    /// <param name="mostPasses">Most passes, at least 1.</param>
    /// <param name="threads">Threads to learn on; the result is the same for any number.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <param name="triesTurnout">Whether to go on with labels that differ in how many speak on an item, where that makes the votes much likelier.</param>
    public static LabelFamily Learn(
        LabelColumns columns, SourceTypes types, KnownLabels known, RecordElsewhere elsewhere, int subtypes, int seed, int mostPasses, int threads,
        CancellationToken cancellation, bool triesTurnout = false)
    {
        var model = new Confusion(columns, types, known, elsewhere, subtypes, threads);
        model.Start(new Random(seed));
        var rows = model.Settle(mostPasses, cancellation);
        if (!triesTurnout)
        {
            return rows;
        }

        model.turnout = new Turnout(columns.Labels);
        model.turnout.Learn(model.counts.OfGroup);
        if (model.turnout.LogEvidence <= Turnout.PositiveEvidence)
        {
            // Labels that do not differ in it by themselves could still be bent until they do.
            return rows;
        }

        var withTurnout = model.Settle(mostPasses, cancellation);
        return withTurnout.Bound - rows.Bound > Turnout.StrongEvidence ? withTurnout : rows;
    }

    /// <summary>Passes over the items until the votes rest.</summary>
    private LabelFamily Settle(int mostPasses, CancellationToken cancellation)
    {
        var (passes, change) = (0, double.PositiveInfinity);
        for (; passes < Math.Min(MostPasses, mostPasses) && change > Tolerance; passes++)
        {
            cancellation.ThrowIfCancellationRequested();
            Weigh(learnPrior: passes > 0);
            change = Infer();
        }

        Weigh(learnPrior: false);
        var bound = Bound();
        return new LabelFamily(subtypes == 1 ? ModelName : WithSubtypes, subtypes, [.. logPrior], turnout, [.. logRow], bound, passes, change <= Tolerance);
    }

    /// <summary>Counts as the votes have it, each label split at random over its subtypes: in the order of the items, as the draws are.</summary>
    private void Start(Random random)
    {
        var label = new double[columns.Labels];
        workers[0].Clear();
        for (var item = 0; item < columns.ItemCount; item++)
        {
            if (columns.FirstVote[item] == columns.FirstVote[item + 1])
            {
                continue;
            }

            columns.LogVotes(item, Smoothing, label);
            known.Rule(item, 1, label);
            LabelPass.Softmax(label);
            for (var l = 0; l < label.Length; l++)
            {
                Split(label[l], random, workers[0].State.AsSpan(l * subtypes, subtypes));
            }

            workers[0].Count(item);
        }

        counts.Sum(workers[..1]);
    }

    /// <summary>Splits a whole at random, uniform on the simplex: exponential draws in proportion.</summary>
    private static void Split(double whole, Random random, Span<double> part)
    {
        if (part.Length == 1)
        {
            part[0] = whole;
            return;
        }

        double sum = 0;
        for (var s = 0; s < part.Length; s++)
        {
            sum += part[s] = -Math.Log(1 - random.NextDouble());
        }

        for (var s = 0; s < part.Length; s++)
        {
            part[s] *= whole / sum;
        }
    }

    /// <summary>Expected log-probabilities of what each source says in each state, and the priors that fit them.</summary>
    private void Weigh(bool learnPrior)
    {
        if (learnPrior)
        {
            prior.Learn(columns, counts.OfCell, counts.OfSource);
        }

        double all = 0;
        for (var s = 0; s < states; s++)
        {
            all += counts.OfState[s] + 1;
        }

        for (var s = 0; s < states; s++)
        {
            logPrior[s] = Polygamma.Digamma(counts.OfState[s] + 1) - Polygamma.Digamma(all);
        }

        if (turnout.IsLearnt)
        {
            turnout.Learn(counts.OfGroup);
        }

        var totals = new double[counts.OfSource.Length];
        ConfusionCounts.ForAll(workers.Length, columns.SourceCount, source =>
        {
            for (var s = 0; s < states && columns.SourceWeight[source] > 0; s++)
            {
                var at = (source * states) + s;
                totals[at] = Polygamma.Digamma(StartOf(source, s) + (columns.Elsewhere[source] * counts.OfSource[at]));
            }
        });
        ConfusionCounts.ForAll(workers.Length, columns.CellCount, cell =>
        {
            var (source, label) = (columns.SourceOfCell[cell], columns.LabelOfCell[cell]);
            for (var s = 0; s < states && columns.SourceWeight[source] > 0; s++)
            {
                var at = (cell * states) + s;
                logRow[at] = Polygamma.Digamma(StartOf(source, s, label) + (columns.Elsewhere[source] * counts.OfCell[at])) - totals[(source * states) + s];
            }
        });
    }

    /// <summary>Votes of a source on items of a state before any are counted: those of its type, and what is known of it from elsewhere.</summary>
    private double StartOf(int source, int state) => prior.Total[types.OfSource[source]][state] + (elsewhere.Weight(source) / states);

    /// <summary>The same of those for one label.</summary>
    private double StartOf(int source, int state, int label) =>
        prior.Rows[types.OfSource[source]][(state * columns.Labels) + label] + (elsewhere.Weight(source) / states * elsewhere.Says(source, label == state / subtypes, columns.Labels));

    /// <summary>Infers the state of every item and counts anew.</summary>
    /// <returns>The share of the votes that moved from one state to another.</returns>
    private double Infer()
    {
        counts.OfCell.CopyTo(before, 0);
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker =>
        {
            workers[worker].Clear();
            var (first, last) = Runs.Of(worker, workers.Length, entropies.Length);
            for (var block = first; block < last; block++)
            {
                entropies[block] = InferBlock(workers[worker], block);
            }
        });
        counts.Sum(workers);
        double moved = 0, all = 0;
        for (var at = 0; at < counts.OfCell.Length; at++)
        {
            moved += Math.Abs(counts.OfCell[at] - before[at]);
            all += counts.OfCell[at];
        }

        return moved / Math.Max(1, all);
    }

    /// <returns>Entropy of the items of the block.</returns>
    private double InferBlock(ConfusionWorker worker, int block)
    {
        double entropy = 0;
        for (var item = block * ItemsPerBlock; item < Math.Min(columns.ItemCount, (block + 1) * ItemsPerBlock); item++)
        {
            if (columns.FirstVote[item] == columns.FirstVote[item + 1])
            {
                continue;
            }

            logPrior.CopyTo(worker.State, 0);
            turnout.AddTo(columns.GroupOf(item), worker.State);
            for (var vote = columns.FirstVote[item]; vote < columns.FirstVote[item + 1]; vote++)
            {
                LabelPass.Add(logRow.AsSpan(columns.Cell[vote] * states, states), columns.Weight[vote], worker.State);
            }

            known.Rule(item, subtypes, worker.State);
            entropy += LabelPass.Softmax(worker.State).Entropy;
            worker.Count(item);
        }

        return entropy;
    }

    /// <summary>The evidence lower bound of the rows and states as counted last, under the priors as they are, with the density of these.</summary>
    private double Bound()
    {
        var (bound, all) = (entropies.Sum() + turnout.LogEvidence, 0.0);
        foreach (var items in counts.OfState)
        {
            all += items + 1;
            bound += SpecialFunctions.GammaLn(items + 1);
        }

        bound -= SpecialFunctions.GammaLn(all) - SpecialFunctions.GammaLn(states);
        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            for (var s = 0; s < states; s++)
            {
                var start = StartOf(columns.SourceOfCell[cell], s, columns.LabelOfCell[cell]);
                bound += SpecialFunctions.GammaLn(start + counts.OfCell[(cell * states) + s]) - SpecialFunctions.GammaLn(start);
            }
        }

        for (var source = 0; source < columns.SourceCount; source++)
        {
            for (var s = 0; s < states && columns.SourceWeight[source] > 0; s++)
            {
                var start = StartOf(source, s);
                bound -= SpecialFunctions.GammaLn(start + counts.OfSource[(source * states) + s]) - SpecialFunctions.GammaLn(start);
            }
        }

        return bound + prior.LogDensity();
    }
}
