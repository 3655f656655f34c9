using MathNet.Numerics;
using Scoring.Kernels;
using Scoring.Rules;

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

    /// <summary>Passes after which the rows say no more.</summary>
    private const int MostPasses = 60;

    private const double Tolerance = 3e-4;

    private readonly LabelColumns columns;
    private readonly SourceTypes types;
    private readonly KnownLabels known;
    private readonly ConfusionPriors prior;
    private readonly int subtypes;
    private readonly int states;
    private readonly double[] logPrior;
    private readonly double[] logRow;
    private readonly double[] count;
    private readonly double[] sourceCount;
    private readonly double[] stateCount;
    private readonly double[] before;
    private double entropy;

    private Confusion(LabelColumns columns, SourceTypes types, KnownLabels known, int subtypes)
    {
        (this.columns, this.types, this.known, this.subtypes) = (columns, types, known, subtypes);
        states = columns.Labels * subtypes;
        prior = new ConfusionPriors(types, columns.Labels, subtypes);
        (logPrior, stateCount, before) = (new double[states], new double[states], new double[states]);
        (logRow, count) = (new double[columns.CellCount * states], new double[columns.CellCount * states]);
        sourceCount = new double[columns.SourceCount * states];
    }

    /// <summary>Learns the rows from one start.</summary>
    /// <param name="columns">The votes.</param>
    /// <param name="types">Types of the sources.</param>
    /// <param name="known">Items whose answer is settled.</param>
    /// <param name="start">A model without subtypes to start from.</param>
    /// <param name="subtypes">Subtypes of each label; 1 for plain rows.</param>
    /// <param name="seed">Seed of the split into subtypes.</param>
    /// <param name="mostPasses">Most passes, at least 1.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static LabelFamily Learn(
        LabelColumns columns, SourceTypes types, KnownLabels known, LabelFamily start, int subtypes, int seed, int mostPasses, CancellationToken cancellation)
    {
        var model = new Confusion(columns, types, known, subtypes);
        model.Start(start, new Random(seed));
        var (passes, change) = (0, double.PositiveInfinity);
        for (; passes < Math.Min(MostPasses, mostPasses) && change > Tolerance; passes++)
        {
            cancellation.ThrowIfCancellationRequested();
            model.Weigh(learnPrior: passes > 0);
            change = model.Infer();
        }

        var bound = model.Bound();
        model.Weigh(learnPrior: false);
        return new LabelFamily(subtypes == 1 ? ModelName : WithSubtypes, subtypes, model.logPrior, model.logRow, bound, passes, change <= Tolerance);
    }

    /// <summary>Counts as the start has it, each label split at random over its subtypes.</summary>
    private void Start(LabelFamily start, Random random)
    {
        var (label, state) = (new double[columns.Labels], new double[states]);
        for (var item = 0; item < columns.ItemCount; item++)
        {
            if (columns.FirstVote[item] == columns.FirstVote[item + 1])
            {
                continue;
            }

            start.LogWeights(columns, item, label);
            known.Rule(item, 1, label);
            LabelPass.Softmax(label);
            for (var l = 0; l < label.Length; l++)
            {
                Split(label[l], random, state.AsSpan(l * subtypes, subtypes));
            }

            Count(item, state);
        }

        CountSources();
    }

    /// <summary>Splits a whole at random, uniform on the simplex: exponential draws in proportion.</summary>
    private static void Split(double whole, Random random, Span<double> part)
    {
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
            prior.Learn(columns, count, sourceCount);
        }

        double all = 0;
        for (var s = 0; s < states; s++)
        {
            all += stateCount[s] + 1;
        }

        for (var s = 0; s < states; s++)
        {
            logPrior[s] = Polygamma.Digamma(stateCount[s] + 1) - Polygamma.Digamma(all);
        }

        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            var (source, label) = (columns.SourceOfCell[cell], columns.LabelOfCell[cell]);
            var type = types.OfSource[source];
            for (var s = 0; s < states; s++)
            {
                var at = (cell * states) + s;
                logRow[at] = Polygamma.Digamma(prior.Rows[type][(s * columns.Labels) + label] + count[at])
                    - Polygamma.Digamma(prior.Total[type][s] + sourceCount[(source * states) + s]);
            }
        }
    }

    /// <summary>Infers the state of every item and counts anew.</summary>
    /// <returns>The largest change of the share of items in a state.</returns>
    private double Infer()
    {
        stateCount.CopyTo(before, 0);
        Array.Clear(count);
        Array.Clear(stateCount);
        entropy = 0;
        var (state, items) = (new double[states], 0);
        for (var item = 0; item < columns.ItemCount; item++)
        {
            if (columns.FirstVote[item] == columns.FirstVote[item + 1])
            {
                continue;
            }

            items++;
            logPrior.CopyTo(state, 0);
            for (var vote = columns.FirstVote[item]; vote < columns.FirstVote[item + 1]; vote++)
            {
                LabelPass.Add(logRow.AsSpan(columns.Cell[vote] * states, states), columns.Weight[vote], state);
            }

            known.Rule(item, subtypes, state);
            entropy += LabelPass.Softmax(state).Entropy;
            Count(item, state);
        }

        CountSources();
        double change = 0;
        for (var s = 0; s < states; s++)
        {
            change = Math.Max(change, Math.Abs(stateCount[s] - before[s]) / Math.Max(1, items));
        }

        return change;
    }

    private void Count(int item, ReadOnlySpan<double> state)
    {
        for (var s = 0; s < states; s++)
        {
            stateCount[s] += state[s];
        }

        for (var vote = columns.FirstVote[item]; vote < columns.FirstVote[item + 1]; vote++)
        {
            LabelPass.Add(state, columns.Weight[vote], count.AsSpan(columns.Cell[vote] * states, states));
        }
    }

    private void CountSources()
    {
        Array.Clear(sourceCount);
        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            LabelPass.Add(count.AsSpan(cell * states, states), 1, sourceCount.AsSpan(columns.SourceOfCell[cell] * states, states));
        }
    }

    /// <summary>The evidence lower bound of the rows and states as counted last, under the priors as they are, with the density of these.</summary>
    private double Bound()
    {
        var (bound, all) = (entropy, 0.0);
        foreach (var items in stateCount)
        {
            all += items + 1;
            bound += SpecialFunctions.GammaLn(items + 1);
        }

        bound -= SpecialFunctions.GammaLn(all) - SpecialFunctions.GammaLn(states);
        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            var rows = prior.Rows[types.OfSource[columns.SourceOfCell[cell]]];
            for (var s = 0; s < states; s++)
            {
                var start = rows[(s * columns.Labels) + columns.LabelOfCell[cell]];
                bound += SpecialFunctions.GammaLn(start + count[(cell * states) + s]) - SpecialFunctions.GammaLn(start);
            }
        }

        for (var source = 0; source < columns.SourceCount; source++)
        {
            var total = prior.Total[types.OfSource[source]];
            for (var s = 0; s < states && columns.SourceWeight[source] > 0; s++)
            {
                bound -= SpecialFunctions.GammaLn(total[s] + sourceCount[(source * states) + s]) - SpecialFunctions.GammaLn(total[s]);
            }
        }

        return bound + prior.LogDensity();
    }
}
