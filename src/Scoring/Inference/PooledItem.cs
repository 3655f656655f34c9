namespace Scoring.Inference;

/// <summary>One item under a pool of label models: what each hypothesis weighs, and what each assertion gives it.</summary>
/// <remarks>
/// A hypothesis is a mixture of components c, so that with r(c) its shares, ln Σ exp L(c) = Σ r(c) L(c) + H(r): its log-weight
/// is a sum over assertions of Σ r(c) × log-likelihood, plus what does not depend on a single assertion.
/// </remarks>
internal sealed class PooledItem
{
    private readonly LabelPool pool;
    private readonly int[] hypothesisOf;
    private readonly double[] share;
    private readonly double[] likelihood;

    /// <param name="pool">The models.</param>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion in full voices; length assertions.</param>
    public PooledItem(LabelPool pool, int item, ReadOnlySpan<double> weight)
    {
        this.pool = pool;
        var labels = pool.LabelsOf(item);
        (share, likelihood) = (new double[pool.Components], new double[pool.Components]);
        hypothesisOf = [.. Enumerable.Range(0, pool.Components).Select(c => Array.IndexOf(labels, pool.LabelOf(c)))];
        pool.LogComponents(item, weight, share);
        LogWeight = [.. Enumerable.Range(0, labels.Length).Select(LogSumOf)];
        LogUnnamed = LogSumOf(Unnamed);
        for (var c = 0; c < share.Length; c++)
        {
            var of = hypothesisOf[c] == Unnamed ? LogUnnamed : LogWeight[hypothesisOf[c]];
            share[c] = Math.Exp(share[c] - of);
        }
    }

    /// <summary>Stands for the labels that nobody named.</summary>
    public const int Unnamed = -1;

    /// <summary>Log-probability of each claim of the item.</summary>
    public double[] LogWeight { get; }

    /// <summary>Log-probability that no named label is right; −∞ if all are named.</summary>
    public double LogUnnamed { get; }

    /// <summary>What one full voice gives each hypothesis, in nats, up to a constant of the assertion.</summary>
    /// <param name="assertion">An assertion of the item that counts.</param>
    /// <returns>One entry a claim, then one for the unnamed labels.</returns>
    public double[] Evidence(int assertion)
    {
        pool.LogLikelihoods(assertion, likelihood);
        return Expected(likelihood);
    }

    /// <summary>What the corpus-wide frequency of states gives each hypothesis, in nats.</summary>
    /// <returns>One entry a claim, then one for the unnamed labels.</returns>
    public double[] BaseRates() => Expected(pool.LogPriors());

    private double[] Expected(ReadOnlySpan<double> ofComponent)
    {
        var expected = new double[LogWeight.Length + 1];
        for (var c = 0; c < share.Length; c++)
        {
            expected[hypothesisOf[c] == Unnamed ? LogWeight.Length : hypothesisOf[c]] += share[c] * ofComponent[c];
        }

        return expected;
    }

    private double LogSumOf(int hypothesis) => LabelPool.LogSum([.. share.Where((_, c) => hypothesisOf[c] == hypothesis)]);
}
