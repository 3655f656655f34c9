namespace Scoring.Inference.Panel;

/// <summary>
/// Sums: Kleinberg's hubs and authorities on sources and claims; trust is the sum of the beliefs of a source's claims, belief the
/// sum of the trust of a claim's sources (Pasternack and Roth 2010, doi:10.5555/1873781.1873880).
/// </summary>
/// <remarks>As in the paper: beliefs start at 0.5, both sides are divided by their largest after each of 20 rounds.</remarks>
internal sealed class Sums : IPanelMethod
{
    private const int Rounds = 20;

    public string Name => "sums";

    public string Description => "Sums: hubs and authorities on sources and claims (Pasternack and Roth 2010)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (trust, belief) = (new double[votes.SourceCount], new double[votes.ClaimCount]);
        Array.Fill(belief, 0.5);
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            VoteArithmetic.SumToSources(votes, belief, trust);
            VoteArithmetic.ScaleToMaximum(trust);
            VoteArithmetic.SumToClaims(votes, trust, belief);
            VoteArithmetic.ScaleToMaximum(belief);
        }

        return VoteArithmetic.Shares(votes, belief);
    }
}
