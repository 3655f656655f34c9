using MathNet.Numerics;

namespace Scoring.Inference.Panel;

/// <summary>
/// Latent truth model: every claim is true or false by itself, every source has a sensitivity and a false positive rate
/// (Zhao, Rubinstein, Gemmell and Han 2012, doi:10.14778/2168651.2168656).
/// </summary>
/// <remarks>
/// A source states the value it names and denies the item's other values. The paper's priors: sensitivity Beta(50, 50), false positives
/// Beta(10, 1000), truth Beta(10, 10). Where the paper samples, this is mean-field variational Bayes of the same model: deterministic,
/// and O(votes) a pass, since what all sources of an item deny is summed once. Several claims of an item can be true; they are made to
/// fit one truth at the end.
/// </remarks>
internal sealed class Ltm : IPanelMethod
{
    private const double Tolerance = 1e-6;
    private const int MostPasses = 100;

    public string Name => "ltm";

    public string Description => "LTM: latent truth model with two-sided source quality, variational (Zhao et al. 2012)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        double[] truth = [.. new MajorityVote().Infer(votes, cancellation).Credibility];
        var (stated, denied) = (new double[votes.SourceCount], new double[votes.SourceCount]);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            LearnSources(votes, truth, stated, denied);
            change = LearnTruth(votes, stated, denied, truth);
        }

        return VoteArithmetic.OneTruth(votes, truth);
    }

    /// <summary>Expected log-likelihood ratio, true against false, of a statement and of a denial by each source.</summary>
    private static void LearnSources(Votes votes, double[] truth, double[] stated, double[] denied)
    {
        const double truePositive = 50, falseNegative = 50, falsePositive = 10, trueNegative = 1000;
        var otherTruth = new double[votes.ClaimCount];
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var all = VoteArithmetic.SumOfItem(votes, item, truth);
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                otherTruth[claim] = all - truth[claim];
            }
        }

        for (var source = 0; source < stated.Length; source++)
        {
            double right = 0, missed = 0, others = 0;
            foreach (var claim in votes.ClaimsOf(source))
            {
                right += truth[claim];
                missed += otherTruth[claim];
                others += votes.NamedCount(votes.ItemOfClaim[claim]) - 1;
            }

            var sensitivity = new BetaDistribution(truePositive + right, falseNegative + missed);
            var falseAlarm = new BetaDistribution(falsePositive + votes.ClaimsOf(source).Length - right, trueNegative + others - missed);
            var (sensitive, alarmed) = (sensitivity.MeanLogs, falseAlarm.MeanLogs);
            (stated[source], denied[source]) = (sensitive.Log - alarmed.Log, sensitive.LogComplement - alarmed.LogComplement);
        }
    }

    private static double LearnTruth(Votes votes, double[] stated, double[] denied, double[] truth)
    {
        var (forClaim, against) = (new double[votes.ClaimCount], new double[votes.ClaimCount]);
        VoteArithmetic.SumToClaims(votes, stated, forClaim);
        VoteArithmetic.SumToClaims(votes, denied, against);
        double change = 0;
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var all = VoteArithmetic.SumOfItem(votes, item, against);
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                // The prior of truth is even: its term is 0.
                var probability = SpecialFunctions.Logistic(forClaim[claim] + all - against[claim]);
                change = Math.Max(change, Math.Abs(probability - truth[claim]));
                truth[claim] = probability;
            }
        }

        return change;
    }
}
