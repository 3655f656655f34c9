namespace Scoring.Inference.Panel;

/// <summary>
/// ACCU without copy detection: a source is right with its accuracy, else it picks any of n false values
/// (Dong, Berti-Équille and Srivastava 2009, doi:10.14778/1687627.1687690).
/// </summary>
/// <remarks>
/// Accuracies start at 0.8 and are the mean probability of a source's claims, kept within [0.01, 0.99]. n is the number of false values
/// of the domain: one less than the shared labels where all items share them, else the paper's 100.
/// </remarks>
internal sealed class Accu : IPanelMethod
{
    private const int MostPasses = 100;
    private const double Tolerance = 1e-6;

    /// <summary>Accuracy that every source starts with.</summary>
    public const double InitialAccuracy = 0.8;

    public string Name => "accu";

    public string Description => "ACCU: Bayesian vote by accuracy of sources, without copy detection (Dong et al. 2009)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var answer = new Answer(new double[votes.ClaimCount], new double[votes.ItemCount]);
        var (accuracy, evidence) = (new double[votes.SourceCount], new double[votes.ClaimCount]);
        Array.Fill(accuracy, InitialAccuracy);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            VoteArithmetic.SumToClaims(votes, Array.ConvertAll(accuracy, a => Score(a, FalseValues(votes))), evidence);
            VoteArithmetic.SoftMax(votes, evidence, FalseValues(votes) + 1, answer);
            change = VoteArithmetic.MeanToSources(votes, answer.Credibility, accuracy);
        }

        return answer;
    }

    /// <summary>Number of false values of an item.</summary>
    public static int FalseValues(Votes votes) => votes.LabelCount > 0 ? votes.LabelCount - 1 : 100;

    /// <summary>Log evidence of one vote in nats.</summary>
    public static double Score(double accuracy, int falseValues)
    {
        var kept = Bounded(accuracy);
        return Math.Log(falseValues * kept / (1 - kept));
    }

    /// <summary>The accuracy, kept off certainty.</summary>
    public static double Bounded(double accuracy) => Math.Clamp(accuracy, 0.01, 0.99);
}
