using Scoring.Kernels;

namespace Scoring.Inference;

/// <summary>
/// What a model of shared labels has learnt: how likely each source is to name each label, given the state of the item. A
/// state is a true label with a subtype of it; state = label × subtypes + subtype.
/// </summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Subtypes">Subtypes of each label, at least 1.</param>
/// <param name="LogPrior">Log-prior of each state; length labels × subtypes.</param>
/// <param name="Turnout">What the number of votes on an item tells of its label.</param>
/// <param name="LogRow">Log-likelihood of a vote of each cell by state, up to a constant of the cell; cells × states.</param>
/// <param name="Bound">Evidence lower bound where the model has one, else 0: to compare starts of the same model.</param>
/// <param name="Passes">Passes made.</param>
/// <param name="Converged">Whether the last one moved nothing further than the tolerance.</param>
internal sealed record LabelFamily(string Name, int Subtypes, double[] LogPrior, Turnout Turnout, double[] LogRow, double Bound, int Passes, bool Converged)
{
    /// <summary>Name of several models taken together.</summary>
    public const string PoolName = "pool";

    public int States => LogPrior.Length;

    /// <summary>The row of a cell.</summary>
    public ReadOnlySpan<double> Row(int cell) => LogRow.AsSpan(cell * States, States);

    /// <summary>Log-weight of each state of an item.</summary>
    /// <param name="columns">The votes, each with its weight while learning.</param>
    /// <param name="item">Item index.</param>
    /// <param name="state">Receives the log-weights, up to a constant of the item; length states.</param>
    public void LogWeights(LabelColumns columns, int item, Span<double> state)
    {
        LogPrior.CopyTo(state);
        Turnout.AddTo(columns.GroupOf(item), state);
        for (var vote = columns.FirstVote[item]; vote < columns.FirstVote[item + 1]; vote++)
        {
            LabelPass.Add(Row(columns.Cell[vote]), columns.Weight[vote], state);
        }
    }

    /// <summary>The logarithmic pool of models without subtypes: the weighted mean of what each gives.</summary>
    /// <param name="models">Models of the same cells and turnout.</param>
    /// <param name="shares">Weight of each; they sum to 1.</param>
    public static LabelFamily Mean(IReadOnlyList<LabelFamily> models, ReadOnlySpan<double> shares)
    {
        var (prior, rows) = (new double[models[0].States], new double[models[0].LogRow.Length]);
        foreach (var (index, model) in models.Index())
        {
            LabelPass.Add(model.LogPrior, shares[index], prior);
            LabelPass.Add(model.LogRow, shares[index], rows);
        }

        return new LabelFamily(PoolName, 1, prior, models[0].Turnout, rows, 0, models.Max(model => model.Passes), models.All(model => model.Converged));
    }
}
