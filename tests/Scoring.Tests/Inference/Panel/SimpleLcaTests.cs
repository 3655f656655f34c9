using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class SimpleLcaTests
{
    /// <summary>Expectation maximisation written out with products: p by 0 and 1 against q by 2, r by 0 against s by 1, three uncontradicted by 2.</summary>
    [Test]
    public void Infer_ThreeSources_FollowsTheFormulas()
    {
        double h0 = 0.8, h1 = 0.8, h2 = 0.8, p = 0, r = 0;
        for (var pass = 0; pass < 500; pass++)
        {
            p = h0 * h1 * (1 - h2) / ((h0 * h1 * (1 - h2)) + ((1 - h0) * (1 - h1) * h2));
            r = h0 * (1 - h1) / ((h0 * (1 - h1)) + ((1 - h0) * h1));
            (h0, h1, h2) = ((p + r) / 2, (p + 1 - r) / 2, (1 - p + 3) / 4);
        }

        var answer = new SimpleLca().Run(SmallVotes.OfItems("00 01 12", "00 11", "02", "02", "02"));
        Assert.That((answer.Credibility[0], answer.Credibility[2]), Is.EqualTo((p, r)).Using<(double A, double B)>(
            (a, b) => Math.Abs(a.A - b.A) < 1e-4 && Math.Abs(a.B - b.B) < 1e-4));
    }

    [TestCase("birthplaces", 76.2)]
    [TestCase("rte", 93.0)]
    public void Infer_PublicSet_ReachesThePublishedAccuracy(string set, double published) =>
        Assert.That(PublicSets.Accuracy(set, "simple-lca"), Is.EqualTo(published).Within(1));
}
