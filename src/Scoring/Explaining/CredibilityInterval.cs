using MathNet.Numerics.Distributions;
using Scoring.Calibrating;

namespace Scoring.Explaining;

/// <summary>How sure the score of a claim is, given how little is known of its sources.</summary>
/// <param name="Low">5 % quantile of the credibility.</param>
/// <param name="High">95 % quantile of the credibility.</param>
internal readonly record struct CredibilityInterval(double Low, double High)
{
    /// <summary>Variance of log-odds of which nothing is known: at even odds the interval then goes from 0.05 to 0.95, as if every probability were alike.</summary>
    public static readonly double VarianceOfUnknown = Math.Pow(Math.Log(19) / Normal.InvCDF(0, 1, 0.95), 2);

    private static readonly double Z = Normal.InvCDF(0, 1, 0.95);

    /// <summary>Reads 90 % off a normal distribution of the log-odds.</summary>
    /// <param name="logOdds">Log-odds of the claim in nats.</param>
    /// <param name="variance">Their variance.</param>
    public static CredibilityInterval Of(double logOdds, double variance)
    {
        var reach = Z * Math.Sqrt(variance);
        return new CredibilityInterval(Probability(logOdds - reach), Probability(logOdds + reach));
    }

    /// <summary>What calibration makes of the interval.</summary>
    /// <param name="calibrated">The item after calibration; <see langword="null"/> if nothing changes.</param>
    /// <param name="claim">0-based place of the claim in the item.</param>
    /// <param name="credibility">Its calibrated credibility, which the interval keeps within whatever the rounding.</param>
    public CredibilityInterval Mapped(CalibratedItem? calibrated, int claim, double credibility) =>
        calibrated?.Interval(claim, Low, High) is var (low, high) ? new(Math.Min(low, credibility), Math.Max(high, credibility)) : new(Math.Min(Low, credibility), Math.Max(High, credibility));

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
