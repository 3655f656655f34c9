namespace Scoring.Inference.Panel;

/// <summary>
/// 2-Estimates: truth of claims and error of sources estimated in turn, each pulled towards 0 and 1
/// (Galland, Abiteboul, Marian and Senellart 2010, doi:10.1145/1718487.1718504).
/// </summary>
/// <remarks>
/// A source speaks for the value it names and against the item's other values. Errors start at 0, so that the first truths are a vote;
/// <see cref="Spread"/> weighs linear scaling and rounding evenly, at most 100 passes.
/// </remarks>
internal sealed class TwoEstimates : IPanelMethod
{
    private const double Tolerance = 1e-6;
    private const int MostPasses = 100;

    public string Name => "2-estimates";

    public string Description => "2-Estimates: truth of claims and error of sources in turn (Galland et al. 2010)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (truth, error) = (new double[votes.ClaimCount], new double[votes.SourceCount]);
        var isVotedOn = Spread.ClaimsVotedOn(votes);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            EstimateTruth(votes, error, truth);
            Spread.Normalise(truth, isVotedOn);
            var before = (double[])error.Clone();
            EstimateError(votes, truth, error);
            Spread.Normalise(error);
            change = VoteArithmetic.LargestChange(before, error);
        }

        return VoteArithmetic.Shares(votes, truth);
    }

    private static void EstimateTruth(Votes votes, double[] error, double[] truth)
    {
        VoteArithmetic.SumToClaims(votes, error, truth);
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (errors, count) = (VoteArithmetic.SumOfItem(votes, item, truth), votes.VotesOn(item));
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                var own = truth[claim];
                truth[claim] = count == 0 ? 0 : (votes.SourcesOf(claim).Length - own + (errors - own)) / count;
            }
        }
    }

    private static void EstimateError(Votes votes, double[] truth, double[] error)
    {
        var miss = new double[votes.ClaimCount];
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var all = VoteArithmetic.SumOfItem(votes, item, truth);
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                miss[claim] = 1 - truth[claim] + (all - truth[claim]);
            }
        }

        for (var source = 0; source < error.Length; source++)
        {
            double sum = 0, statements = 0;
            foreach (var claim in votes.ClaimsOf(source))
            {
                sum += miss[claim];
                statements += votes.NamedCount(votes.ItemOfClaim[claim]);
            }

            error[source] = statements == 0 ? 0 : sum / statements;
        }
    }
}
