using Scoring.Inference;

namespace Scoring.Calibrating;

/// <summary>The hypotheses of one item after calibration: sums stay 1 and the order stays.</summary>
/// <remarks>
/// The most credible value gets what the map says of it, but at least the new share of the runner-up; all others, the unnamed
/// hypothesis included, share what is left in proportion. Of several most credible values at most one can be right, and a
/// map says nothing of them together: they can lose but not gain. The unnamed hypothesis counts as a value where it is one,
/// the other answer of yes and no.
/// </remarks>
internal sealed class CalibratedItem
{
    private readonly ICredibilityMap map;
    private readonly double[] before;

    private CalibratedItem(ICredibilityMap map, double[] logOdds, double unnamed)
    {
        (this.map, before, LogOdds, Unnamed) = (map, logOdds, [.. logOdds], unnamed);
        IsTop = new bool[logOdds.Length];
    }

    /// <summary>Log-odds of each claim in nats.</summary>
    public double[] LogOdds { get; }

    /// <summary>Whether each claim is the most credible value, or one of several.</summary>
    public bool[] IsTop { get; }

    /// <summary>Probability that no named value is right.</summary>
    public double Unnamed { get; private set; }

    /// <summary>Calibrates one item.</summary>
    /// <param name="map">The map.</param>
    /// <param name="logWeight">Log-weight of each claim, up to a constant.</param>
    /// <param name="logUnnamed">Log-weight of the unnamed hypothesis; −∞ if there is none.</param>
    /// <param name="isUnnamedAValue">Whether that hypothesis is one value that can be the most credible.</param>
    /// <param name="logOdds">Log-odds of each claim before, in nats.</param>
    /// <remarks>O(claims).</remarks>
    public static CalibratedItem Of(
        ICredibilityMap map, ReadOnlySpan<double> logWeight, double logUnnamed, bool isUnnamedAValue, double[] logOdds)
    {
        var top = isUnnamedAValue ? logUnnamed : double.NegativeInfinity;
        foreach (var weight in logWeight)
        {
            top = Math.Max(top, weight);
        }

        var (ties, rest, runnerUp) = (0, 0.0, 0.0);
        var isUnnamedTop = isUnnamedAValue && MostCredible.IsOfLogs(logUnnamed, top);
        Count(logUnnamed, isUnnamedTop, isUnnamedAValue);
        var item = new CalibratedItem(map, logOdds, 0);
        for (var i = 0; i < logWeight.Length; i++)
        {
            item.IsTop[i] = MostCredible.IsOfLogs(logWeight[i], top);
            Count(logWeight[i], item.IsTop[i], isValue: true);
        }

        var logRest = Math.Log(rest);
        var logLeft = item.Settle(ties, rest, runnerUp, out var topLogOdds);
        for (var i = 0; i < logWeight.Length && logLeft is not null; i++)
        {
            // Never above the most credible, whatever the rounding.
            item.LogOdds[i] = item.IsTop[i] ? topLogOdds : Math.Min(topLogOdds, Logistic.LogOddsOfLog(logWeight[i] - top - logRest + logLeft.Value));
        }

        item.Unnamed = logLeft is null ? Math.Exp(logUnnamed - top) / (ties + rest)
            : isUnnamedTop ? Logistic.Probability(topLogOdds)
            : Math.Exp(logUnnamed - top - logRest + logLeft.Value);
        return item;

        void Count(double weight, bool isTop, bool isValue)
        {
            var share = isTop ? 0 : Math.Exp(weight - top);
            ties += isTop ? 1 : 0;
            rest += share;
            runnerUp = isValue ? Math.Max(runnerUp, share) : runnerUp;
        }
    }

    /// <summary>What becomes of an interval of one of the claims: the map moves its ends as it moves what they are ends of.</summary>
    /// <param name="claim">0-based place of the claim in the item.</param>
    /// <param name="low">Lower end as a probability.</param>
    /// <param name="high">Upper end as a probability.</param>
    public (double Low, double High) Interval(int claim, double low, double high)
    {
        var middle = Moved(claim, before[claim]);
        var down = Math.Max(0, middle - Moved(claim, Logistic.LogOdds(low)));
        var up = Math.Max(0, Moved(claim, Logistic.LogOdds(high)) - middle);
        return (Logistic.Probability(LogOdds[claim] - down), Logistic.Probability(LogOdds[claim] + up));
    }

    /// <summary>That a value which is not the most credible is right is to the map what being wrong is to the most credible one.</summary>
    private double Moved(int claim, double logOdds) => IsTop[claim] ? map.LogOdds(logOdds) : -map.LogOdds(-logOdds);

    /// <summary>Settles the log-odds of the most credible values.</summary>
    /// <param name="ties">How many there are.</param>
    /// <param name="rest">Weight of all other hypotheses, theirs being 1 each.</param>
    /// <param name="runnerUp">Weight of the next value.</param>
    /// <param name="topLogOdds">Their log-odds.</param>
    /// <returns>Logarithm of what is left for all others; <see langword="null"/> if nothing is to change.</returns>
    private double? Settle(int ties, double rest, double runnerUp, out double topLogOdds)
    {
        topLogOdds = -Math.Log(ties - 1 + rest);
        if (rest == 0)
        {
            return null;
        }

        var mapped = map.LogOdds(topLogOdds);
        if (ties == 1)
        {
            topLogOdds = Math.Max(mapped, Math.Log(runnerUp / rest));
            return Logistic.LogProbability(-topLogOdds);
        }

        var share = runnerUp / rest;
        var each = 1 / (ties + rest);
        var next = Math.Max(Math.Min(Logistic.Probability(mapped), each), share / (1 + (ties * share)));
        if (next >= each)
        {
            return null;
        }

        topLogOdds = Logistic.LogOdds(next);
        return Math.Log((rest * each) + (ties * (each - next)));
    }
}
