namespace Scoring.Inference.Panel;

/// <summary>Trust that sources hold and invest, spread evenly over their claims.</summary>
internal sealed class InvestedTrust
{
    private readonly Votes votes;
    private readonly double[] trust;
    private readonly double[] yield;

    /// <summary>Trust 1 for every source.</summary>
    public InvestedTrust(Votes votes)
    {
        this.votes = votes;
        trust = new double[votes.SourceCount];
        yield = new double[votes.ClaimCount];
        InClaim = new double[votes.ClaimCount];
        Array.Fill(trust, 1);
        Invest();
    }

    /// <summary>What is invested in each claim.</summary>
    public double[] InClaim { get; }

    /// <summary>Pays the beliefs back to the investors, in proportion to what they invested; the trust they gain is invested again.</summary>
    public void PayBack(ReadOnlySpan<double> belief)
    {
        for (var claim = 0; claim < yield.Length; claim++)
        {
            yield[claim] = InClaim[claim] > 0 ? belief[claim] / InClaim[claim] : 0;
        }

        for (var source = 0; source < trust.Length; source++)
        {
            double earned = 0;
            foreach (var claim in votes.ClaimsOf(source))
            {
                earned += yield[claim];
            }

            trust[source] *= earned / Math.Max(1, votes.ClaimsOf(source).Length);
        }

        VoteArithmetic.ScaleToMaximum(trust);
        Invest();
    }

    private void Invest()
    {
        var stake = new double[trust.Length];
        for (var source = 0; source < stake.Length; source++)
        {
            stake[source] = trust[source] / Math.Max(1, votes.ClaimsOf(source).Length);
        }

        VoteArithmetic.SumToClaims(votes, stake, InClaim);
    }
}
