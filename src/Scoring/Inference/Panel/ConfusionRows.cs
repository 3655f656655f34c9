namespace Scoring.Inference.Panel;

/// <summary>
/// Confusion matrices of all sources, and the pass that infers every item's label from them and counts them anew. A state is
/// a true label with a subtype of it; with one subtype, states are labels.
/// </summary>
/// <remarks>Memory O(cells × states + claims): no posterior is kept but that of the claims. A pass is O(votes × states).</remarks>
internal sealed class ConfusionRows
{
    /// <summary>Log-probability beside which nothing is left of a number.</summary>
    private const double Nothing = -50;

    private readonly Votes votes;

    /// <param name="votes">Votes on shared labels.</param>
    /// <param name="cells">Their cells.</param>
    /// <param name="subtypes">Subtypes of each label, at least 1.</param>
    public ConfusionRows(Votes votes, LabelCells cells, int subtypes)
    {
        (this.votes, Cells, Subtypes) = (votes, cells, subtypes);
        States = votes.LabelCount * subtypes;
        (LogPrior, StateCount) = (new double[States], new double[States]);
        (LogRow, Count) = (new double[checked(cells.Count * States)], new double[cells.Count * States]);
        (Credibility, Unnamed) = (new double[votes.ClaimCount], new double[votes.ItemCount]);
    }

    public LabelCells Cells { get; }

    /// <summary>Subtypes of each label.</summary>
    public int Subtypes { get; }

    /// <summary>Labels × subtypes; state = label × subtypes + subtype.</summary>
    public int States { get; }

    /// <summary>Log-prior of each state; input of <see cref="Infer"/>.</summary>
    public double[] LogPrior { get; }

    /// <summary>Log-probability that the source of a cell names its label, by state; cells × states; input of <see cref="Infer"/>.</summary>
    public double[] LogRow { get; }

    /// <summary>Expected number of voted items in each state.</summary>
    public double[] StateCount { get; }

    /// <summary>Expected number of votes of each cell by state of the item; cells × states.</summary>
    public double[] Count { get; }

    /// <summary>Sum over voted items of the entropy of their state, in nats.</summary>
    public double Entropy { get; private set; }

    /// <summary>Probability of each claim.</summary>
    public double[] Credibility { get; }

    /// <summary>Probability of each item that no named label is true.</summary>
    public double[] Unnamed { get; }

    /// <summary>Counts as if each item's label were distributed as its votes.</summary>
    /// <param name="random">Draws the shares of the subtypes of each label of each item, uniform on the simplex; not needed for one subtype.</param>
    public void Start(Random? random)
    {
        Clear();
        var state = new double[States];
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            double all = votes.FirstVote[last] - votes.FirstVote[first];
            Array.Clear(state);
            for (var claim = first; claim < last && all > 0; claim++)
            {
                var ofLabel = state.AsSpan(votes.LabelOfClaim[claim] * Subtypes, Subtypes);
                Split(ofLabel, (votes.FirstVote[claim + 1] - votes.FirstVote[claim]) / all, random);
            }

            Add(item, state);
            Keep(item, state);
        }
    }

    /// <summary>Infers the state of every item and counts anew.</summary>
    /// <returns>The largest change of a credibility.</returns>
    public double Infer()
    {
        Clear();
        var (state, change) = (new double[States], 0.0);
        for (var item = 0; item < votes.ItemCount; item++)
        {
            LogPrior.CopyTo(state, 0);
            for (var vote = FirstVote(item); vote < FirstVote(item + 1); vote++)
            {
                var row = LogRow.AsSpan(Cells.OfVote[vote] * States, States);
                for (var s = 0; s < row.Length; s++)
                {
                    state[s] += row[s];
                }
            }

            var entropy = Normalize(state);
            Entropy += FirstVote(item) < FirstVote(item + 1) ? entropy : 0;
            Add(item, state);
            change = Math.Max(change, Keep(item, state));
        }

        return change;
    }

    private int FirstVote(int item) => votes.FirstVote[votes.FirstClaim[item]];

    private static void Split(Span<double> parts, double whole, Random? random)
    {
        double sum = 0;
        for (var part = 0; part < parts.Length; part++)
        {
            // Exponential draws in proportion are uniform on the simplex.
            sum += parts[part] = random is null ? 1 : -Math.Log(1 - random.NextDouble());
        }

        for (var part = 0; part < parts.Length; part++)
        {
            parts[part] *= whole / sum;
        }
    }

    /// <summary>Turns log-weights into probabilities.</summary>
    /// <returns>Their entropy in nats.</returns>
    private static double Normalize(double[] state)
    {
        var (largest, sum, energy) = (double.NegativeInfinity, 0.0, 0.0);
        foreach (var weight in state)
        {
            largest = Math.Max(largest, weight);
        }

        for (var s = 0; s < state.Length; s++)
        {
            var log = state[s] - largest;
            state[s] = log > Nothing ? Math.Exp(log) : 0;
            sum += state[s];
            energy += state[s] * log;
        }

        for (var s = 0; s < state.Length; s++)
        {
            state[s] /= sum;
        }

        return Math.Log(sum) - (energy / sum);
    }

    private void Clear()
    {
        Array.Clear(StateCount);
        Array.Clear(Count);
        Entropy = 0;
    }

    /// <summary>Counts an item; one without votes teaches nothing.</summary>
    private void Add(int item, double[] state)
    {
        if (FirstVote(item) == FirstVote(item + 1))
        {
            return;
        }

        for (var s = 0; s < state.Length; s++)
        {
            StateCount[s] += state[s];
        }

        for (var vote = FirstVote(item); vote < FirstVote(item + 1); vote++)
        {
            var row = Count.AsSpan(Cells.OfVote[vote] * States, States);
            for (var s = 0; s < row.Length; s++)
            {
                row[s] += state[s];
            }
        }
    }

    private double Keep(int item, double[] state)
    {
        var (change, named) = (0.0, 0.0);
        for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
        {
            double sum = 0;
            for (var s = votes.LabelOfClaim[claim] * Subtypes; s < (votes.LabelOfClaim[claim] + 1) * Subtypes; s++)
            {
                sum += state[s];
            }

            change = Math.Max(change, Math.Abs(sum - Credibility[claim]));
            named += Credibility[claim] = sum;
        }

        Unnamed[item] = Math.Max(0, 1 - named);
        return change;
    }
}
