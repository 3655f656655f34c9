using MathNet.Numerics.Distributions;
using Scoring.Calibrating;
using Scoring.Inference;

namespace Scoring.Explaining;

/// <summary>How sure the score of a claim is, given how little is known of its sources.</summary>
/// <param name="Low">5 % quantile of the credibility.</param>
/// <param name="High">95 % quantile of the credibility.</param>
internal readonly record struct CredibilityInterval(double Low, double High)
{
    private static readonly double Z = Normal.InvCDF(0, 1, 0.95);

    /// <summary>
    /// Propagates the uncertainty of each source's log-odds of being right, Var = ψ₁(a) + ψ₁(b), to the log-odds of the
    /// claim (delta method, sources independent), and reads 90 % off a normal distribution there.
    /// </summary>
    public static CredibilityInterval Of(Posterior posterior, ItemMargins margins, int claim, double[] rivalShare, double logOdds)
    {
        if (posterior.Known.Contains(margins.Item))
        {
            var known = Decibans.ToProbability(Decibans.FromNats(logOdds));
            return new CredibilityInterval(known, known);
        }

        var (rows, bySpeaker, variance) = (margins.Assertions(), margins.BySpeaker(), 0.0);
        for (int first = 0, last; first < bySpeaker.Length; first = last)
        {
            var (speaker, leverage) = ((int)(bySpeaker[first] >> 32), 0.0);
            for (last = first; last < bySpeaker.Length && (int)(bySpeaker[last] >> 32) == speaker; last++)
            {
                var (assertion, ofClaim) = rows[(int)bySpeaker[last]];
                leverage += posterior.Columns.Weight[assertion] * margins.Leverage(assertion, ofClaim, claim, rivalShare);
            }

            variance += leverage * leverage * posterior.LogOddsVariance[speaker];
        }

        var reach = Z * Math.Sqrt(variance);
        return new CredibilityInterval(Probability(logOdds - reach), Probability(logOdds + reach));
    }

    /// <summary>What calibration makes of the interval.</summary>
    /// <param name="calibrated">The item after calibration; <see langword="null"/> if nothing changes.</param>
    /// <param name="claim">0-based place of the claim in the item.</param>
    /// <param name="credibility">Its calibrated credibility, which the interval keeps within whatever the rounding.</param>
    public CredibilityInterval Mapped(CalibratedItem? calibrated, int claim, double credibility) =>
        calibrated?.Interval(claim, Low, High) is var (low, high) ? new(Math.Min(low, credibility), Math.Max(high, credibility)) : this;

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
