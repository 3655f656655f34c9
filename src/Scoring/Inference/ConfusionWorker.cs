using Scoring.Kernels;

namespace Scoring.Inference;

/// <summary>What one thread counts while confusion rows are inferred: as whole numbers, in units of 1 / <see cref="OneCoinPass.FixedPointScale"/>, so that the sums do not depend on the threads.</summary>
/// <param name="columns">The votes.</param>
/// <param name="states">Number of states.</param>
internal sealed class ConfusionWorker(LabelColumns columns, int states)
{
    /// <summary>Probability of each state of the item at hand.</summary>
    public double[] State { get; } = new double[states];

    /// <summary>Weight of the votes of each cell by state; cells × states.</summary>
    public long[] Counts { get; } = new long[columns.CellCount * states];

    /// <summary>Items by group of turnout and state; groups × states.</summary>
    public long[] States { get; } = new long[Turnout.Groups * states];

    public void Clear()
    {
        Array.Clear(Counts);
        Array.Clear(States);
    }

    /// <summary>Counts the votes of an item in its state at hand.</summary>
    public void Count(int item)
    {
        var ofGroup = States.AsSpan(columns.GroupOf(item) * State.Length, State.Length);
        for (var s = 0; s < State.Length; s++)
        {
            ofGroup[s] += (long)(State[s] * OneCoinPass.FixedPointScale);
        }

        for (var vote = columns.FirstVote[item]; vote < columns.FirstVote[item + 1]; vote++)
        {
            var (weight, counts) = (columns.Weight[vote] * OneCoinPass.FixedPointScale, columns.Cell[vote] * State.Length);
            for (var s = 0; s < State.Length; s++)
            {
                Counts[counts + s] += (long)(weight * State[s]);
            }
        }
    }
}
