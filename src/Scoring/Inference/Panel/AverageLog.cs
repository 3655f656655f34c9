namespace Scoring.Inference.Panel;

/// <summary>
/// Average·Log: like <see cref="Sums"/>, but trust is the average belief of a source's claims times the logarithm of their number
/// (Pasternack and Roth 2010, doi:10.5555/1873781.1873880).
/// </summary>
/// <remarks>
/// As in the paper: beliefs start at 0.5, 20 rounds, both sides divided by their largest. ln 1 = 0: a source with one claim has no
/// trust, and an item that only such sources speak on is a tie.
/// </remarks>
internal sealed class AverageLog : IPanelMethod
{
    private const int Rounds = 20;

    public string Name => "average-log";

    public string Description => "Average·Log: average belief of a source's claims times the log of their number (Pasternack and Roth 2010)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (trust, belief) = (new double[votes.SourceCount], new double[votes.ClaimCount]);
        Array.Fill(belief, 0.5);
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            VoteArithmetic.MeanToSources(votes, belief, trust);
            for (var source = 0; source < trust.Length; source++)
            {
                trust[source] *= Math.Log(Math.Max(1, votes.ClaimsOf(source).Length));
            }

            VoteArithmetic.ScaleToMaximum(trust);
            VoteArithmetic.SumToClaims(votes, trust, belief);
            VoteArithmetic.ScaleToMaximum(belief);
        }

        return VoteArithmetic.Shares(votes, belief);
    }
}
