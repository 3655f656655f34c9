namespace Scoring.Inference.Panel;

/// <summary>
/// SimpleLCA: each source is honest with one probability, else it picks any of the item's other claims; expectation maximisation
/// (Pasternack and Roth 2013, doi:10.1145/2488388.2488476).
/// </summary>
/// <remarks>
/// Candidates are the named values, with an even prior; honesty starts at 0.8 and is the mean probability of a source's claims, kept
/// within [10⁻⁶, 1 − 10⁻⁶]. A source that names two values of an item has two voices on it.
/// </remarks>
internal sealed class SimpleLca : IPanelMethod
{
    private const double InitialHonesty = 0.8;
    private const double Margin = 1e-6;
    private const double Tolerance = 1e-6;
    private const int MostPasses = 200;

    public string Name => "simple-lca";

    public string Description => "SimpleLCA: latent credibility analysis with one honesty a source (Pasternack and Roth 2013)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var answer = new Answer(new double[votes.ClaimCount], new double[votes.ItemCount]);
        var (honesty, evidence) = (new double[votes.SourceCount], new double[votes.ClaimCount]);
        Array.Fill(honesty, InitialHonesty);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            VoteArithmetic.SumToClaims(votes, Array.ConvertAll(honesty, LogOdds), evidence);
            for (var claim = 0; claim < evidence.Length; claim++)
            {
                var others = Math.Max(1, votes.NamedCount(votes.ItemOfClaim[claim]) - 1);
                evidence[claim] += votes.SourcesOf(claim).Length * Math.Log(others);
            }

            VoteArithmetic.SoftMax(votes, evidence, 0, answer);
            change = VoteArithmetic.MeanToSources(votes, answer.Credibility, honesty);
        }

        return answer;
    }

    private static double LogOdds(double honesty)
    {
        var kept = Math.Clamp(honesty, Margin, 1 - Margin);
        return Math.Log(kept / (1 - kept));
    }
}
