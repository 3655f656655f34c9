namespace Scoring.Inference.Panel;

/// <summary>
/// CRH for categories: truths are weighted votes, weights the negative logarithm of a source's share of all losses
/// (Li, Li, Gao, Zhao, Fan and Han 2014, doi:10.1145/2588555.2610509).
/// </summary>
/// <remarks>
/// 0–1 loss, averaged over a source's votes as the paper does where sources speak on different numbers of items; starts from a majority
/// vote; tied values share the truth. A source without loss counts as 10⁻⁵, or its weight would be infinite.
/// </remarks>
internal sealed class Crh : IPanelMethod
{
    private const double LeastLoss = 1e-5;
    private const double Tolerance = 1e-6;
    private const int MostPasses = 100;

    public string Name => "crh";

    public string Description => "CRH: weighted votes and weights by loss in turn, for categories (Li et al. 2014)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (loss, weight, score) = (new double[votes.SourceCount], new double[votes.SourceCount], new double[votes.ClaimCount]);
        Array.Fill(weight, 1);
        VoteArithmetic.SumToClaims(votes, weight, score);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            change = VoteArithmetic.MeanToSources(votes, HardTruth.Misses(votes, score), loss);
            var all = loss.Sum(l => l + LeastLoss);
            weight = Array.ConvertAll(loss, l => -Math.Log((l + LeastLoss) / all));
            VoteArithmetic.SumToClaims(votes, weight, score);
        }

        return VoteArithmetic.Shares(votes, score);
    }
}
