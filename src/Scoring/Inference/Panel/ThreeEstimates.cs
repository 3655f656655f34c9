namespace Scoring.Inference.Panel;

/// <summary>
/// 3-Estimates: like <see cref="TwoEstimates"/>, with a hardness of each claim; a source errs with its error times the hardness
/// (Galland, Abiteboul, Marian and Senellart 2010, doi:10.1145/1718487.1718504).
/// </summary>
/// <remarks>
/// Errors and hardness start at 0.1; the rest as in <see cref="TwoEstimates"/>. It need not come to rest: rounding may throw it from one state to
/// another and back, and then it ends where the last pass is.
/// </remarks>
internal sealed class ThreeEstimates : IPanelMethod
{
    private const double Initial = 0.1;
    private const double Tolerance = 1e-6;
    private const int MostPasses = 100;

    public string Name => "3-estimates";

    public string Description => "3-Estimates: truth and hardness of claims and error of sources in turn (Galland et al. 2010)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (truth, hardness, error) = (new double[votes.ClaimCount], new double[votes.ClaimCount], new double[votes.SourceCount]);
        var isVotedOn = Spread.ClaimsVotedOn(votes);
        Array.Fill(hardness, Initial);
        Array.Fill(error, Initial);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            EstimateTruth(votes, error, hardness, truth);
            Spread.Normalise(truth, isVotedOn);
            EstimateHardness(votes, error, truth, hardness);
            Spread.Normalise(hardness, isVotedOn);
            var before = (double[])error.Clone();
            EstimateError(votes, truth, hardness, error);
            Spread.Normalise(error);
            change = VoteArithmetic.LargestChange(before, error);
        }

        return VoteArithmetic.Shares(votes, truth);
    }

    private static void EstimateTruth(Votes votes, double[] error, double[] hardness, double[] truth)
    {
        VoteArithmetic.SumToClaims(votes, error, truth);
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (errors, count) = (VoteArithmetic.SumOfItem(votes, item, truth), votes.VotesOn(item));
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                var balance = votes.SourcesOf(claim).Length + (hardness[claim] * (errors - (2 * truth[claim])));
                truth[claim] = count == 0 ? 0 : balance / count;
            }
        }
    }

    /// <summary>Averages over the sources that err at all: of the others nothing can be learnt about hardness.</summary>
    private static void EstimateHardness(Votes votes, double[] error, double[] truth, double[] hardness)
    {
        var (inverse, erring) = (new double[votes.ClaimCount], new double[votes.ClaimCount]);
        VoteArithmetic.SumToClaims(votes, Array.ConvertAll(error, e => e > Spread.Tolerance ? 1 / e : 0), inverse);
        VoteArithmetic.SumToClaims(votes, Array.ConvertAll(error, e => e > Spread.Tolerance ? 1.0 : 0), erring);
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (all, count) = (VoteArithmetic.SumOfItem(votes, item, inverse), VoteArithmetic.SumOfItem(votes, item, erring));
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                var sum = ((1 - truth[claim]) * inverse[claim]) + (truth[claim] * (all - inverse[claim]));
                hardness[claim] = count == 0 ? 0 : sum / count;
            }
        }
    }

    /// <summary>Averages over the claims that are hard at all.</summary>
    private static void EstimateError(Votes votes, double[] truth, double[] hardness, double[] error)
    {
        var (miss, statements) = (new double[votes.ClaimCount], new double[votes.ClaimCount]);
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            double all = 0, count = 0;
            for (var claim = first; claim < last; claim++)
            {
                all += hardness[claim] > Spread.Tolerance ? truth[claim] / hardness[claim] : 0;
                count += hardness[claim] > Spread.Tolerance ? 1 : 0;
            }

            for (var claim = first; claim < last; claim++)
            {
                miss[claim] = all + (hardness[claim] > Spread.Tolerance ? (1 - (2 * truth[claim])) / hardness[claim] : 0);
                statements[claim] = count;
            }
        }

        var of = new double[error.Length];
        VoteArithmetic.SumToSources(votes, miss, error);
        VoteArithmetic.SumToSources(votes, statements, of);
        for (var source = 0; source < error.Length; source++)
        {
            error[source] = of[source] == 0 ? 0 : error[source] / of[source];
        }
    }
}
