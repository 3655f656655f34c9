using MathNet.Numerics.Distributions;

namespace Scoring.Inference.Panel;

/// <summary>
/// CATD: weighted votes where the weight of a source is the lower confidence bound of its precision, so that a source with few votes
/// weighs little (Li, Li, Gao, Su, Zhao, Demirbas, Fan and Han 2014, doi:10.14778/2735496.2735505).
/// </summary>
/// <remarks>
/// Weight χ²(α/2; votes) ÷ losses with the paper's α = 0.05 and 0–1 loss; starts from a majority vote; tied values share the truth. A
/// source without loss counts as 10⁻⁵, or its weight would be infinite.
/// </remarks>
internal sealed class Catd : IPanelMethod
{
    private const double Alpha = 0.05;
    private const double LeastLoss = 1e-5;
    private const double Tolerance = 1e-6;
    private const int MostPasses = 100;

    public string Name => "catd";

    public string Description => "CATD: votes weighted by a confidence bound of each source's precision (Li et al. 2014)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (loss, weight, score) = (new double[votes.SourceCount], new double[votes.SourceCount], new double[votes.ClaimCount]);
        var quantile = Quantiles(votes);
        Array.Fill(weight, 1);
        VoteArithmetic.SumToClaims(votes, weight, score);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            change = VoteArithmetic.MeanToSources(votes, HardTruth.Misses(votes, score), loss);
            for (var source = 0; source < weight.Length; source++)
            {
                weight[source] = quantile[source] / Math.Max(LeastLoss, loss[source] * votes.ClaimsOf(source).Length);
            }

            VoteArithmetic.SumToClaims(votes, weight, score);
        }

        return VoteArithmetic.Shares(votes, score);
    }

    /// <summary>Lower quantile of χ² for the number of votes of each source; each number's is worked out once.</summary>
    private static double[] Quantiles(Votes votes)
    {
        var known = new Dictionary<int, double> { [0] = 0 };
        var quantile = new double[votes.SourceCount];
        for (var source = 0; source < quantile.Length; source++)
        {
            var count = votes.ClaimsOf(source).Length;
            if (!known.TryGetValue(count, out quantile[source]))
            {
                quantile[source] = known[count] = ChiSquared.InvCDF(count, Alpha / 2);
            }
        }

        return quantile;
    }
}
