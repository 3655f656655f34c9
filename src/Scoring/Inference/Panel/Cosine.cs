namespace Scoring.Inference.Panel;

/// <summary>
/// Cosine: trust is the damped cosine between what a source says and what is estimated to be true
/// (Galland, Abiteboul, Marian and Senellart 2010, doi:10.1145/1718487.1718504).
/// </summary>
/// <remarks>
/// A source speaks for the value it names and against the item's other values. Damping 0.2 as in the paper. Trust starts at 1, so that
/// the first estimates are a vote: had all claims started as true, a source would be distrusted for denying the others wherever an item
/// names three. The estimate, in [−1, 1], is shifted to [0, 1] and given as a share of the item.
/// </remarks>
internal sealed class Cosine : IPanelMethod
{
    private const double Damping = 0.2;
    private const double Tolerance = 1e-6;
    private const int MostPasses = 100;

    public string Name => "cosine";

    public string Description => "Cosine: trust as similarity of a source to the estimated truth (Galland et al. 2010)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (estimate, trust) = (new double[votes.ClaimCount], new double[votes.SourceCount]);
        var (net, square) = (new double[votes.ClaimCount], new double[votes.ClaimCount]);
        Array.Fill(trust, 1);
        Estimate(votes, trust, estimate);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            SpreadWithinItems(votes, estimate, net, square);
            change = Trust(votes, net, square, trust);
            Estimate(votes, trust, estimate);
        }

        var score = Array.ConvertAll(estimate, e => Math.Clamp((1 + e) / 2, 0, 1));
        VoteArithmetic.JoinTies(votes, score);
        return VoteArithmetic.Shares(votes, score);
    }

    /// <summary>What a source gains that names the claim: its estimate less those of the item's other claims; and the squares of them all.</summary>
    private static void SpreadWithinItems(Votes votes, double[] estimate, double[] net, double[] square)
    {
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            double sum = 0, squares = 0;
            for (var claim = first; claim < last; claim++)
            {
                sum += estimate[claim];
                squares += estimate[claim] * estimate[claim];
            }

            for (var claim = first; claim < last; claim++)
            {
                (net[claim], square[claim]) = ((2 * estimate[claim]) - sum, squares);
            }
        }
    }

    private static double Trust(Votes votes, double[] net, double[] square, double[] trust)
    {
        double change = 0;
        for (var source = 0; source < trust.Length; source++)
        {
            double agreement = 0, squares = 0, statements = 0;
            foreach (var claim in votes.ClaimsOf(source))
            {
                agreement += net[claim];
                squares += square[claim];
                statements += votes.NamedCount(votes.ItemOfClaim[claim]);
            }

            var cosine = squares == 0 ? 0 : agreement / Math.Sqrt(statements * squares);
            var damped = ((1 - Damping) * trust[source]) + (Damping * cosine);
            change = Math.Max(change, Math.Abs(damped - trust[source]));
            trust[source] = damped;
        }

        return change;
    }

    private static void Estimate(Votes votes, double[] trust, double[] estimate)
    {
        VoteArithmetic.SumToClaims(votes, Array.ConvertAll(trust, t => t * t * t), estimate);
        var size = new double[votes.ClaimCount];
        VoteArithmetic.SumToClaims(votes, Array.ConvertAll(trust, t => Math.Abs(t * t * t)), size);
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (all, norm) = (VoteArithmetic.SumOfItem(votes, item, estimate), VoteArithmetic.SumOfItem(votes, item, size));
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                estimate[claim] = norm == 0 ? 0 : ((2 * estimate[claim]) - all) / norm;
            }
        }
    }
}
