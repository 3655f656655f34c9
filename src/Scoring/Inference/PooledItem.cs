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
    private readonly double[] logComponent;
    private double[]? share;

    /// <param name="pool">The models.</param>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item in full voices.</param>
    public PooledItem(LabelPool pool, int item, ReadOnlySpan<double> weight)
    {
        this.pool = pool;
        var labels = pool.LabelsOf(item);
        logComponent = new double[pool.Components];
        hypothesisOf = new int[pool.Components];
        for (var c = 0; c < hypothesisOf.Length; c++)
        {
            hypothesisOf[c] = labels.IndexOf(pool.LabelOf(c));
        }

        pool.LogComponents(item, weight, logComponent);
        LogWeight = new double[labels.Length];
        Span<double> room = stackalloc double[MostOnStack];
        room = logComponent.Length <= room.Length ? room : new double[logComponent.Length];
        for (var hypothesis = 0; hypothesis < LogWeight.Length; hypothesis++)
        {
            LogWeight[hypothesis] = LogSumOf(hypothesis, room);
        }

        LogUnnamed = LogSumOf(Unnamed, room);
    }

    /// <summary>Stands for the labels that nobody named.</summary>
    public const int Unnamed = -1;

    private const int MostOnStack = 128;

    /// <summary>Log-probability of each claim of the item.</summary>
    public double[] LogWeight { get; }

    /// <summary>Log-probability that no named label is right; −∞ if all are named.</summary>
    public double LogUnnamed { get; }

    /// <summary>What one full voice gives each hypothesis, in nats, up to a constant of the assertion.</summary>
    /// <param name="assertion">An assertion of the item that counts.</param>
    /// <returns>One entry a claim, then one for the unnamed labels.</returns>
    public double[] Evidence(int assertion)
    {
        var likelihood = new double[logComponent.Length];
        pool.LogLikelihoods(assertion, likelihood);
        return Expected(likelihood);
    }

    /// <summary>What the corpus-wide frequency of states gives each hypothesis, in nats.</summary>
    /// <returns>One entry a claim, then one for the unnamed labels.</returns>
    public double[] BaseRates() => Expected(pool.LogPriors());

    private double[] Expected(ReadOnlySpan<double> ofComponent)
    {
        var expected = new double[LogWeight.Length + 1];
        share ??= Shares();
        for (var c = 0; c < share.Length; c++)
        {
            expected[hypothesisOf[c] == Unnamed ? LogWeight.Length : hypothesisOf[c]] += share[c] * ofComponent[c];
        }

        return expected;
    }

    /// <summary>Share of each component in its hypothesis.</summary>
    private double[] Shares()
    {
        var shares = new double[logComponent.Length];
        for (var c = 0; c < shares.Length; c++)
        {
            shares[c] = Math.Exp(logComponent[c] - (hypothesisOf[c] == Unnamed ? LogUnnamed : LogWeight[hypothesisOf[c]]));
        }

        return shares;
    }

    private double LogSumOf(int hypothesis, Span<double> room)
    {
        var count = 0;
        for (var c = 0; c < logComponent.Length; c++)
        {
            if (hypothesisOf[c] == hypothesis)
            {
                room[count++] = logComponent[c];
            }
        }

        return LabelPool.LogSum(room[..count]);
    }
}
