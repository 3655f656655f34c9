namespace Scoring.Explaining;

/// <summary>What the hypotheses of an item weigh beside one another, as rivals of each of its claims. Serves one item after another.</summary>
/// <remarks>
/// Weights are taken beside the largest of them; for a claim that alone has it, beside the largest of the others, so that none of its
/// rivals vanishes beside it.
/// </remarks>
internal sealed class RivalWeights
{
    private double[] all = [];
    private double[] allButTop = [];
    private int claims;
    private int top;
    private double largest;
    private double nextLargest;

    /// <summary>Weighs the hypotheses of an item.</summary>
    /// <param name="logWeight">Log-weight of each claim.</param>
    /// <param name="logUnnamed">Log-weight of the unnamed hypothesis; −∞ if there is none.</param>
    public void Weigh(ReadOnlySpan<double> logWeight, double logUnnamed)
    {
        claims = logWeight.Length;
        if (all.Length <= claims)
        {
            (all, allButTop) = (new double[claims + 1], new double[claims + 1]);
        }

        largest = Weigh(logWeight, logUnnamed, without: -1, all);
        top = logWeight.IndexOf(largest);
        if (top >= 0 && (logUnnamed >= largest || logWeight[(top + 1)..].Contains(largest)))
        {
            top = -1;
        }

        if (top >= 0)
        {
            nextLargest = Weigh(logWeight, logUnnamed, top, allButTop);
        }
    }

    /// <summary>The logarithm of the summed weight of a claim's rivals.</summary>
    /// <param name="place">0-based place of the claim in the item.</param>
    public double LogSum(int place) => (place == top ? nextLargest : largest) + Math.Log(Sum(WeightsFor(place), place));

    /// <summary>Each rival's share of their summed weight.</summary>
    /// <param name="place">0-based place of the claim in the item.</param>
    /// <param name="share">Receives the share of each claim of the item, 0 for the claim itself.</param>
    /// <returns>The share of the unnamed hypothesis.</returns>
    public double Shares(int place, Span<double> share)
    {
        var weight = WeightsFor(place);
        var sum = Sum(weight, place);
        for (var i = 0; i < claims; i++)
        {
            share[i] = i == place ? 0 : weight[i] / sum;
        }

        return weight[claims] / sum;
    }

    private double[] WeightsFor(int place) => place == top ? allButTop : all;

    private double Sum(double[] weight, int place)
    {
        var sum = weight[claims];
        for (var i = 0; i < claims; i++)
        {
            sum += i == place ? 0 : weight[i];
        }

        return sum;
    }

    /// <summary>The weights of all hypotheses but one beside the largest of them; that of the unnamed one comes last.</summary>
    /// <returns>The logarithm of the largest.</returns>
    private static double Weigh(ReadOnlySpan<double> logWeight, double logUnnamed, int without, Span<double> weight)
    {
        var heaviest = logUnnamed;
        for (var i = 0; i < logWeight.Length; i++)
        {
            heaviest = i == without ? heaviest : Math.Max(heaviest, logWeight[i]);
        }

        for (var i = 0; i < logWeight.Length; i++)
        {
            weight[i] = i == without ? 0 : Math.Exp(logWeight[i] - heaviest);
        }

        weight[logWeight.Length] = Math.Exp(logUnnamed - heaviest);
        return heaviest;
    }
}
