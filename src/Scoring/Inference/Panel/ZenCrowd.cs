namespace Scoring.Inference.Panel;

/// <summary>
/// One reliability a source, whatever the item; a wrong source names any of the false values. Expectation–maximization, the
/// probabilistic network of ZenCrowd without its automatic matchers: Demartini, Difallah and Cudré-Mauroux 2012,
/// doi:10.1145/2187836.2187900.
/// </summary>
/// <remarks>
/// Every source starts at a reliability of 0.7, as in the survey of Zheng et al. 2017, doi:10.14778/3055540.3055547. At most
/// 100 passes; a reliability stays within 1e-3 of 0 and 1, so that no source outweighs all others.
/// </remarks>
internal sealed class ZenCrowd : IPanelMethod
{
    private const int MostPasses = 100;
    private const double Tolerance = 1e-5;
    private const double Start = 0.7;
    private const double Margin = 1e-3;

    public string Name => "zencrowd";

    public string Description => "one reliability for each source, by maximum likelihood: ZC (Demartini, Difallah and Cudré-Mauroux 2012)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (values, logOdds) = (new ValuePass(votes), new double[votes.SourceCount]);
        Array.Fill(logOdds, LogOdds(Start));
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            change = values.Infer(logOdds, ease: []);
            Learn(votes, values.Credibility, logOdds);
        }

        return new Answer(values.Credibility, values.Unnamed);
    }

    private static void Learn(Votes votes, double[] credibility, double[] logOdds)
    {
        for (var source = 0; source < logOdds.Length; source++)
        {
            var claims = votes.ClaimOfSource.AsSpan(votes.FirstOfSource[source]..votes.FirstOfSource[source + 1]);
            double right = 0;
            foreach (var claim in claims)
            {
                right += credibility[claim];
            }

            logOdds[source] = LogOdds(claims.Length == 0 ? Start : right / claims.Length);
        }
    }

    private static double LogOdds(double reliability)
    {
        var inside = Math.Clamp(reliability, Margin, 1 - Margin);
        return Math.Log(inside / (1 - inside));
    }
}
