namespace Scoring.Inference.Panel;

/// <summary>
/// Investment: a source spreads its trust evenly over its claims, a claim's belief grows as the power 1.2 of what is invested in it,
/// and is paid back to the investors in proportion (Pasternack and Roth 2010, doi:10.5555/1873781.1873880).
/// </summary>
/// <remarks>As in the paper: a belief starts as the claim's share of the votes, 20 rounds. Trust is divided by its largest, which
/// changes no ratio.</remarks>
internal sealed class Investment : IPanelMethod
{
    private const int Rounds = 20;
    private const double Growth = 1.2;

    public string Name => "investment";

    public string Description => "Investment: sources invest trust in claims, belief pays it back (Pasternack and Roth 2010)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var belief = new MajorityVote().Infer(votes, cancellation).Credibility;
        var stakes = new InvestedTrust(votes);
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            stakes.PayBack(belief);
            for (var claim = 0; claim < belief.Length; claim++)
            {
                belief[claim] = Math.Pow(stakes.InClaim[claim], Growth);
            }
        }

        return VoteArithmetic.Shares(votes, belief);
    }
}
