using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class PooledInvestmentTests
{
    /// <summary>Source 0 says p, source 1 says q and r, source 2 says r: the paper's formulas, written out for these three.</summary>
    [Test]
    public void Infer_ThreeSources_FollowsTheFormulas()
    {
        double trust0 = 1, trust1 = 1, trust2 = 1, beliefP = 0.5, beliefQ = 0.5, beliefR = 1;
        for (var round = 0; round < 20; round++)
        {
            var r = (trust1 / 2) + trust2;
            (trust0, trust1, trust2) = (beliefP, beliefQ + (trust1 / 2 * beliefR / r), trust2 * beliefR / r);
            var (grownP, grownQ) = (Math.Pow(trust0, 1.4), Math.Pow(trust1 / 2, 1.4));
            beliefP = trust0 * grownP / (grownP + grownQ);
            beliefQ = trust1 / 2 * grownQ / (grownP + grownQ);
            beliefR = (trust1 / 2) + trust2;
        }

        var answer = new PooledInvestment().Run(SmallVotes.OfItems("00 11", "01 02"));
        Assert.That(answer.Credibility[0], Is.EqualTo(beliefP / (beliefP + beliefQ)).Within(1e-9));
    }

    [TestCase("flight_20111208", 87.3)]
    [TestCase("birthplaces", 76.2)]
    public void Infer_PublicSet_ReachesThePublishedAccuracy(string set, double published) =>
        Assert.That(PublicSets.Accuracy(set, "pooled-investment"), Is.EqualTo(published).Within(1));
}
