using MathNet.Numerics;
using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class LtmTests
{
    /// <summary>One item, p by sources 0 and 1, q by source 2: the variational updates written out for these two claims.</summary>
    [Test]
    public void Infer_TwoAgainstOne_FollowsTheFormulas()
    {
        double p = 2 / 3.0, q = 1 / 3.0;
        for (var pass = 0; pass < 200; pass++)
        {
            var (ofP, ofQ) = (Likelihood(p, q), Likelihood(q, p));
            p = SpecialFunctions.Logistic((2 * ofP.Stated) + ofQ.Denied);
            q = SpecialFunctions.Logistic(ofQ.Stated + (2 * ofP.Denied));
        }

        // Both improbable: they are left as they are, and the rest is for values nobody named.
        var answer = new Ltm().Run(SmallVotes.TwoAgainstOne);
        var sum = Math.Max(1, p + q);
        Assert.That(answer.Credibility, Is.EqualTo(new[] { p / sum, q / sum }).Within(1e-5));

        static (double Stated, double Denied) Likelihood(double named, double other)
        {
            double truePositive = 50 + named, falseNegative = 50 + other, falsePositive = 10 + 1 - named, trueNegative = 1000 + 1 - other;
            var (sensitivity, falseAlarm) = (Digamma(truePositive + falseNegative), Digamma(falsePositive + trueNegative));
            return (Digamma(truePositive) - sensitivity - Digamma(falsePositive) + falseAlarm,
                Digamma(falseNegative) - sensitivity - Digamma(trueNegative) + falseAlarm);
        }

        static double Digamma(double x) => SpecialFunctions.DiGamma(x);
    }

    /// <summary>Sources 0 and 1 are right elsewhere, 2 to 4 wrong: three liars lose to two that the rest bears out.</summary>
    [Test]
    public void Infer_MinorityOfTheReliable_CanWin()
    {
        var elsewhere = Enumerable.Repeat("00 01 05 06 07 12 23 34", 60);
        var credibility = new Ltm().Run(SmallVotes.OfItems(["00 01 12 13 14", .. elsewhere])).Credibility;
        Assert.That(credibility[0], Is.GreaterThan(credibility[1]));
    }
}
