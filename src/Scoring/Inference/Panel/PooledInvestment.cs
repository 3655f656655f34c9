namespace Scoring.Inference.Panel;

/// <summary>
/// Pooled investment: like <see cref="Investment"/>, but the claims of an item share what is invested in all of them, in proportion
/// to its power 1.4 (Pasternack and Roth 2010, doi:10.5555/1873781.1873880).
/// </summary>
/// <remarks>As in the paper: beliefs of an item start even, 20 rounds. Trust is divided by its largest, which changes no ratio.</remarks>
internal sealed class PooledInvestment : IPanelMethod
{
    private const int Rounds = 20;
    private const double Growth = 1.4;

    public string Name => "pooled-investment";

    public string Description => "PooledInvestment: investment with the returns pooled within an item (Pasternack and Roth 2010)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        double[] belief = [.. votes.ItemOfClaim.Select(item => 1.0 / votes.NamedCount(item))];
        var stakes = new InvestedTrust(votes);
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            stakes.PayBack(belief);
            var grown = Array.ConvertAll(stakes.InClaim, invested => Math.Pow(invested, Growth));
            for (var item = 0; item < votes.ItemCount; item++)
            {
                var pool = VoteArithmetic.SumOfItem(votes, item, grown);
                for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
                {
                    belief[claim] = pool > 0 ? stakes.InClaim[claim] * grown[claim] / pool : 0;
                }
            }
        }

        VoteArithmetic.JoinTies(votes, belief);
        return VoteArithmetic.Shares(votes, belief);
    }
}
