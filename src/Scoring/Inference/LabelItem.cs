using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>One item under a model of shared labels: what each hypothesis weighs, and what each assertion gives it.</summary>
/// <remarks>
/// A hypothesis is a mixture of states s, so that with r(s) its shares, ln Σ exp L(s) = Σ r(s) L(s) + H(r): its log-weight
/// is a sum over assertions of Σ r(s) × log-likelihood, plus what does not depend on a single assertion.
/// </remarks>
internal sealed class LabelItem
{
    /// <summary>Stands for the labels that nobody named.</summary>
    private const int Unnamed = -1;

    private const int MostOnStack = 256;

    private readonly LabelEvidence evidence;
    private readonly int item;
    private readonly int[] hypothesisOf;
    private readonly double[] share;

    /// <param name="evidence">What assertions give.</param>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item in full voices.</param>
    /// <param name="offset">What claims weigh beside what is said of them, in nats; empty where that is nothing.</param>
    public LabelItem(LabelEvidence evidence, int item, ReadOnlySpan<double> weight, Column<double> offset)
    {
        (this.evidence, this.item) = (evidence, item);
        var labels = evidence.LabelsOf(item);
        share = new double[evidence.Family.States];
        hypothesisOf = new int[share.Length];
        for (var state = 0; state < share.Length; state++)
        {
            hypothesisOf[state] = Array.IndexOf(labels, evidence.LabelOf(state));
        }

        evidence.LogWeights(item, weight, share);
        evidence.AddOffsets(item, offset, share);
        LogWeight = new double[labels.Length];
        for (var label = 0; label < labels.Length; label++)
        {
            LogWeight[label] = LogSumOf(label);
        }

        LogUnnamed = LogSumOf(Unnamed);
        for (var state = 0; state < share.Length; state++)
        {
            var of = hypothesisOf[state] == Unnamed ? LogUnnamed : LogWeight[hypothesisOf[state]];
            share[state] = Math.Exp(share[state] - of);
        }
    }

    /// <summary>Log-weight of each claim of the item.</summary>
    public double[] LogWeight { get; }

    /// <summary>Log-weight of all labels that nobody named; −∞ if all are named.</summary>
    public double LogUnnamed { get; }

    /// <summary>Whether the model has learnt what an assertion that counts is worth: a denial of one of several labels is worth what the source's reliability says.</summary>
    public bool HasLearnt(int assertion) => !evidence.RulesOut(assertion);

    /// <summary>What one full voice gives each hypothesis, in nats, up to a constant of the assertion.</summary>
    /// <param name="claim">A claim of the item.</param>
    /// <param name="assertion">An assertion of it that counts.</param>
    /// <returns>One entry a claim, then one for the unnamed labels.</returns>
    public double[] Evidence(int claim, int assertion) => Expected(evidence.LogLikelihood(claim, assertion), 1);

    /// <summary>What the corpus-wide frequency of states gives each hypothesis, in nats.</summary>
    /// <returns>One entry a claim, then one for the unnamed labels.</returns>
    public double[] BaseRates() => Expected(evidence.Family.LogPrior, evidence.PriorShare(item));

    /// <summary>Group of the item by its number of votes, see <see cref="Turnout"/>.</summary>
    public int TurnoutGroup => evidence.Columns.GroupOf(item);

    /// <summary>What the number of votes on the item gives each hypothesis, in nats.</summary>
    /// <returns>One entry a claim, then one for the unnamed labels.</returns>
    public double[] OfTurnout()
    {
        var state = new double[share.Length];
        evidence.Family.Turnout.AddTo(TurnoutGroup, state);
        return Expected(state, 1);
    }

    private double[] Expected(ReadOnlySpan<double> ofState, double factor)
    {
        var expected = new double[LogWeight.Length + 1];
        for (var state = 0; state < share.Length; state++)
        {
            expected[hypothesisOf[state] == Unnamed ? LogWeight.Length : hypothesisOf[state]] += share[state] * ofState[state] * factor;
        }

        return expected;
    }

    private double LogSumOf(int hypothesis)
    {
        Span<double> logs = share.Length <= MostOnStack ? stackalloc double[share.Length] : new double[share.Length];
        var count = 0;
        for (var state = 0; state < share.Length; state++)
        {
            if (hypothesisOf[state] == hypothesis)
            {
                logs[count++] = share[state];
            }
        }

        return LabelPass.LogSum(logs[..count]);
    }
}
