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
    private double[] sumOfRivals = [];
    private int claims;
    private int top;
    private double largest;
    private double nextLargest;
    private double sumOfOthers;

    /// <summary>Weighs the hypotheses of an item.</summary>
    /// <param name="logWeight">Log-weight of each claim.</param>
    /// <param name="logUnnamed">Log-weight of the unnamed hypothesis; −∞ if there is none.</param>
    public void Weigh(ReadOnlySpan<double> logWeight, double logUnnamed)
    {
        claims = logWeight.Length;
        if (all.Length <= claims)
        {
            (all, allButTop, sumOfRivals) = (new double[claims + 1], new double[claims + 1], new double[claims]);
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

        AddUp();
    }

    /// <summary>The logarithm of the summed weight of a claim's rivals.</summary>
    /// <param name="place">0-based place of the claim in the item.</param>
    public double LogSum(int place) => (place == top ? nextLargest : largest) + Math.Log(Sum(place));

    /// <summary>Weight of each claim beside the heaviest hypothesis.</summary>
    public ReadOnlySpan<double> Weights => all.AsSpan(0, claims);

    /// <summary>Summed weight of the rivals of each claim, beside the same; that of <see cref="Lone"/> has few digits.</summary>
    public ReadOnlySpan<double> OfRivals => sumOfRivals.AsSpan(0, claims);

    /// <summary>Place of the claim that alone is heaviest; −1 if there is none.</summary>
    public int Lone => top;

    /// <summary>Each rival's share of their summed weight.</summary>
    /// <param name="place">0-based place of the claim in the item.</param>
    /// <param name="share">Receives the share of each claim of the item, 0 for the claim itself.</param>
    /// <returns>The share of the unnamed hypothesis.</returns>
    public double Shares(int place, Span<double> share)
    {
        var weight = WeightsFor(place);
        var sum = Sum(place);
        for (var i = 0; i < claims; i++)
        {
            share[i] = i == place ? 0 : weight[i] / sum;
        }

        return weight[claims] / sum;
    }

    /// <summary>One rival's share of the summed weight of a claim's rivals.</summary>
    /// <param name="place">0-based place of the claim in the item.</param>
    /// <param name="rival">That of another.</param>
    public double Share(int place, int rival) => WeightsFor(place)[rival] / Sum(place);

    /// <summary>The logarithm of the summed weight of one claim's rivals, where no other claim is asked for.</summary>
    /// <param name="logWeight">Log-weight of each claim.</param>
    /// <param name="logUnnamed">Log-weight of the unnamed hypothesis; −∞ if there is none.</param>
    /// <param name="place">0-based place of the claim in the item.</param>
    public static double LogSum(ReadOnlySpan<double> logWeight, double logUnnamed, int place)
    {
        var heaviest = Heaviest(logWeight, logUnnamed, place);
        var sum = Math.Exp(logUnnamed - heaviest);
        for (var i = 0; i < logWeight.Length; i++)
        {
            sum += i == place ? 0 : Math.Exp(logWeight[i] - heaviest);
        }

        return heaviest + Math.Log(sum);
    }

    /// <summary>The weights beside which those of the rivals of a claim are taken; the claim's own among them, unless it is <see cref="Lone"/>.</summary>
    /// <param name="place">0-based place of the claim in the item.</param>
    public double[] WeightsFor(int place) => place == top ? allButTop : all;

    /// <summary>Summed weight of the rivals of a claim: nothing is taken away, which would leave little of small ones.</summary>
    /// <param name="place">0-based place of the claim in the item.</param>
    public double Sum(int place) => place == top ? sumOfOthers : sumOfRivals[place];

    private void AddUp()
    {
        var (before, after) = (0.0, all[claims]);
        sumOfOthers = 0;
        for (var i = 0; i < claims; i++)
        {
            sumOfRivals[i] = before;
            before += all[i];
        }

        for (var i = claims - 1; i >= 0; i--)
        {
            sumOfRivals[i] += after;
            after += all[i];
        }

        for (var i = 0; top >= 0 && i <= claims; i++)
        {
            sumOfOthers += allButTop[i];
        }
    }

    /// <summary>The weights of all hypotheses but one beside the largest of them; that of the unnamed one comes last.</summary>
    /// <returns>The logarithm of the largest.</returns>
    private static double Weigh(ReadOnlySpan<double> logWeight, double logUnnamed, int without, Span<double> weight)
    {
        var heaviest = Heaviest(logWeight, logUnnamed, without);
        for (var i = 0; i < logWeight.Length; i++)
        {
            weight[i] = i == without ? 0 : Math.Exp(logWeight[i] - heaviest);
        }

        weight[logWeight.Length] = Math.Exp(logUnnamed - heaviest);
        return heaviest;
    }

    private static double Heaviest(ReadOnlySpan<double> logWeight, double logUnnamed, int without)
    {
        var heaviest = logUnnamed;
        for (var i = 0; i < logWeight.Length; i++)
        {
            heaviest = i == without ? heaviest : Math.Max(heaviest, logWeight[i]);
        }

        return heaviest;
    }
}
