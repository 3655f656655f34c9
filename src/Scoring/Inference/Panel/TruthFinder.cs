namespace Scoring.Inference.Panel;

/// <summary>
/// TruthFinder: a claim is wrong only if all its sources are, and a source is as trustworthy as its claims are on average
/// (Yin, Han and Yu 2008, doi:10.1109/TKDE.2007.190745).
/// </summary>
/// <remarks>
/// The paper's ρ = 0.5, γ = 0.3, initial trust 0.9 and base similarity 0.5, until the cosine of the trust vectors changes by at most
/// 0.001 %. Values are categories: different ones are not similar at all, so that each implies the others with −(base similarity).
/// </remarks>
internal sealed class TruthFinder : IPanelMethod
{
    private const double InitialTrust = 0.9;
    private const double Influence = 0.5;
    private const double Implication = -0.5;
    private const double Damping = 0.3;
    private const double Tolerance = 1e-5;
    private const double MostTrust = 1 - 1e-12;
    private const int MostPasses = 100;

    public string Name => "truthfinder";

    public string Description => "TruthFinder: trust in sources and confidence in claims in turn (Yin, Han and Yu 2008)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var trust = new double[votes.SourceCount];
        var (score, confidence) = (new double[votes.ClaimCount], new double[votes.ClaimCount]);
        Array.Fill(trust, InitialTrust);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            VoteArithmetic.SumToClaims(votes, Array.ConvertAll(trust, t => -Math.Log(1 - Math.Min(t, MostTrust))), score);
            Confide(votes, score, confidence);
            var before = (double[])trust.Clone();
            VoteArithmetic.MeanToSources(votes, confidence, trust);
            change = 1 - Cosine(before, trust);
        }

        return VoteArithmetic.OneTruth(votes, confidence);
    }

    private static void Confide(Votes votes, double[] score, double[] confidence)
    {
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var all = VoteArithmetic.SumOfItem(votes, item, score);
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                var adjusted = score[claim] + (Influence * Implication * (all - score[claim]));
                confidence[claim] = votes.SourcesOf(claim).IsEmpty ? 0 : 1 / (1 + Math.Exp(-Damping * adjusted));
            }
        }
    }

    private static double Cosine(double[] a, double[] b)
    {
        double product = 0, squareA = 0, squareB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            product += a[i] * b[i];
            squareA += a[i] * a[i];
            squareB += b[i] * b[i];
        }

        return product == 0 ? 1 : product / Math.Sqrt(squareA * squareB);
    }
}
