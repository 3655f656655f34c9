using MathNet.Numerics.Distributions;
using Scoring.Inference;
using Scoring.Rules;

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
    public static CredibilityInterval Of(Evidence evidence, Posterior posterior, ItemMargins margins, int claim, double logOdds)
    {
        if (posterior.Known.Contains(margins.Item))
        {
            var known = Decibans.ToProbability(Decibans.FromNats(logOdds));
            return new CredibilityInterval(known, known);
        }

        var share = margins.Rivals(claim).Share;
        var leverage = new SortedDictionary<int, double>();
        foreach (var (a, ofClaim) in margins.Assertions())
        {
            var speaker = evidence.Speaker[a];
            leverage[speaker] = leverage.GetValueOrDefault(speaker) + (posterior.Columns.Weight[a] * margins.Leverage(a, ofClaim, claim, share));
        }

        var variance = leverage.Sum(source => source.Value * source.Value * posterior.Reliability[source.Key].LogOddsVariance);
        var reach = Z * Math.Sqrt(variance);
        return new CredibilityInterval(Probability(logOdds - reach), Probability(logOdds + reach));
    }

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
