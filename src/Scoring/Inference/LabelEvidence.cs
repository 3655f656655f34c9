using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What the assertions on an item give each state of it, as a model of shared labels has learnt it.</summary>
/// <param name="Evidence">The evidence, as scored.</param>
/// <param name="Columns">Its votes.</param>
/// <param name="Family">The model.</param>
/// <param name="Discrimination">Log-odds of each source's being right: what its denial of one of several labels takes from that, since it names no other.</param>
internal sealed record LabelEvidence(Evidence Evidence, LabelColumns Columns, LabelFamily Family, double[] Discrimination)
{
    private Corpus Corpus => Evidence.Corpus;

    private bool HasDenials => Columns.Labels > 2 && Corpus.Details.Denials > 0;

    /// <summary>Label of each claim of an item, in the order of the claims.</summary>
    public int[] LabelsOf(int item)
    {
        var labels = new int[Corpus.NamedCount(item)];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = Corpus.LabelOf(Corpus.FirstClaim[item] + i);
        }

        return labels;
    }

    /// <summary>Label of a state.</summary>
    public int LabelOf(int state) => state / Family.Subtypes;

    /// <summary>
    /// How far the frequency of states counts on an item: as far as one of its voices, since it was learnt from voices that
    /// err together as these do.
    /// </summary>
    public double PriorShare(int item) =>
        1 / (1 + (Math.Max(0, Evidence.IndependentVoices[item] - 1) * Evidence.UnrelatedCorrelation(item)));

    /// <summary>Log-weight of each state of an item.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item in full voices.</param>
    /// <param name="state">Receives the log-weights, up to a constant of the item; length states.</param>
    /// <remarks>O(assertions of the item × states).</remarks>
    public void LogWeights(int item, ReadOnlySpan<double> weight, Span<double> state)
    {
        state.Clear();
        LabelPass.Add(Family.LogPrior, PriorShare(item), state);
        Family.Turnout.AddTo(Columns.GroupOf(item), state);
        var first = Corpus.AssertionsOfItem(item).Start.Value;
        for (var i = 0; i < weight.Length; i++)
        {
            if (Columns.CellOfAssertion[first + i] is var cell and >= 0)
            {
                LabelPass.Add(Family.Row(cell), weight[i], state);
            }
        }

        for (var claim = Corpus.FirstClaim[item]; claim < Corpus.FirstClaim[item + 1] && HasDenials; claim++)
        {
            for (var a = Corpus.FirstAssertion[claim]; a < Corpus.FirstAssertion[claim + 1]; a++)
            {
                if (RulesOut(a))
                {
                    LabelPass.Add(Denial(claim, a), weight[a - first], state);
                }
            }
        }
    }

    /// <summary>Adds what claims weigh beside what is said of them.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="offset">By claim, in nats; empty where nothing is added.</param>
    /// <param name="state">Log-weights of the states of the item.</param>
    public void AddOffsets(int item, Column<double> offset, Span<double> state)
    {
        for (var claim = Corpus.FirstClaim[item]; claim < Corpus.FirstClaim[item + 1] && offset.Length > 0; claim++)
        {
            foreach (ref var ofLabel in state.Slice(Corpus.LabelOf(claim) * Family.Subtypes, Family.Subtypes))
            {
                ofLabel += offset[claim];
            }
        }
    }

    /// <summary>The probability of each claim of an item.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="state">Log-weights of its states; overwritten.</param>
    /// <param name="probability">Receives one entry a claim.</param>
    /// <returns>Probability of the labels that nobody named.</returns>
    public double Probabilities(int item, Span<double> state, Span<double> probability)
    {
        LabelPass.Softmax(state);
        for (var i = 0; i < probability.Length; i++)
        {
            probability[i] = 0;
            foreach (ref var share in state.Slice(Corpus.LabelOf(Corpus.FirstClaim[item] + i) * Family.Subtypes, Family.Subtypes))
            {
                (probability[i], share) = (probability[i] + share, 0);
            }
        }

        double unnamed = 0;
        foreach (var share in state)
        {
            unnamed += share;
        }

        return unnamed;
    }

    /// <summary>Log-likelihood by state of an assertion that counts, up to a constant.</summary>
    /// <param name="claim">Its claim.</param>
    /// <param name="assertion">The assertion.</param>
    public ReadOnlySpan<double> LogLikelihood(int claim, int assertion) =>
        RulesOut(assertion) ? Denial(claim, assertion) : Family.Row(Columns.CellOfAssertion[assertion]);

    /// <summary>Whether an assertion counts that denies one of several labels.</summary>
    public bool RulesOut(int assertion) => HasDenials && Columns.CellOfAssertion[assertion] < 0 && Evidence.RuleWeight[assertion] > 0;

    private double[] Denial(int claim, int assertion)
    {
        var row = new double[Family.States];
        Array.Fill(row, -Discrimination[Evidence.Speaker[assertion]], Corpus.LabelOf(claim) * Family.Subtypes, Family.Subtypes);
        return row;
    }
}
