using Scoring.Indexing;
using Scoring.Kernels;

namespace Scoring.Inference;

/// <summary>What all threads counted together while confusion rows are inferred.</summary>
/// <param name="columns">The votes.</param>
/// <param name="states">Number of states.</param>
internal sealed class ConfusionCounts(LabelColumns columns, int states)
{
    private const int CellsPerRun = 4096;

    /// <summary>Weight of the votes of each cell by state; cells × states.</summary>
    public double[] OfCell { get; } = new double[columns.CellCount * states];

    /// <summary>The same of each source; sources × states.</summary>
    public double[] OfSource { get; } = new double[columns.SourceCount * states];

    /// <summary>Items by state.</summary>
    public double[] OfState { get; } = new double[states];

    /// <summary>Items by group of turnout and label; groups × labels.</summary>
    public double[] OfGroup { get; } = new double[Turnout.Groups * columns.Labels];

    /// <summary>Sums what the workers counted.</summary>
    public void Sum(ConfusionWorker[] workers)
    {
        Array.Clear(OfState);
        Array.Clear(OfGroup);
        for (var at = 0; at < Turnout.Groups * states; at++)
        {
            var items = workers.Sum(worker => worker.States[at]) / OneCoinPass.FixedPointScale;
            OfState[at % states] += items;
            OfGroup[at / (states / columns.Labels)] += items;
        }

        ForAll(workers.Length, OfCell.Length, at =>
        {
            long sum = 0;
            foreach (var worker in workers)
            {
                sum += worker.Counts[at];
            }

            OfCell[at] = sum / OneCoinPass.FixedPointScale;
        });
        Array.Clear(OfSource);
        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            LabelPass.Add(OfCell.AsSpan(cell * states, states), 1, OfSource.AsSpan(columns.SourceOfCell[cell] * states, states));
        }
    }

    /// <summary>Goes through cells or sources on some threads.</summary>
    public static void ForAll(int threads, int number, Action<int> each) => Runs.ForEach(number, CellsPerRun, new ParallelOptions { MaxDegreeOfParallelism = threads }, each);
}
