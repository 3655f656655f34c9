using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class GladTests
{
    [Test]
    public void Infer_AlikeItems_EndsWhereAllSlopesVanish()
    {
        // Ten items, on each of which a and b say one thing and c another: by symmetry one ability of a and b, one of c, one ease.
        var (pair, single, logEase, x) = (1.0, 1.0, 1.0, 0.0);
        for (var step = 0; step < 100_000; step++)
        {
            var ease = Math.Exp(logEase);
            x = Sigmoid(ease * ((2 * pair) - single));
            var (pairError, singleError) = (x - Sigmoid(pair * ease), 1 - x - Sigmoid(single * ease));
            pair += 0.001 * (1 - pair + (10 * ease * pairError));
            single += 0.001 * (1 - single + (10 * ease * singleError));
            logEase += 0.001 * (1 - logEase + (2 * pair * ease * pairError) + (single * ease * singleError));
        }

        var infer = PanelCorpora.Of("glad", 0, "0", ("a", "0123456789"), ("b", "0123456789"), ("c", "abcdefghij"));
        Assert.That(infer, Is.EqualTo(x).Within(1e-4));

        static double Sigmoid(double odds) => 1 / (1 + Math.Exp(-odds));
    }

    [Test]
    public void Infer_ItemOnWhichGoodSourcesAreSplit_IsEven() =>
        Assert.That(
            PanelCorpora.Of("glad", 9, "x", ("a", "abcdefghix"), ("b", "abcdefghix"), ("c", "abcdefghiy"), ("d", "abcdefghiy")), Is.EqualTo(0.5).Within(1e-6));

    [Test]
    public void Infer_DrawnVotes_BeatsTheMajority()
    {
        var (rows, truths) = PanelCorpora.Draw(1, labels: 4);
        Assert.That(PanelCorpora.Accuracy("glad", rows, truths), Is.GreaterThan(PanelCorpora.Accuracy("majority", rows, truths) + 0.05));
    }

    [TestCase("sp", 0.918)]
    [TestCase("sp_amt", 0.948)]
    public void Infer_PublicData_ReachesThePublishedAccuracy(string set, double published) =>
        Assert.That(PublicSets.Accuracy(set, "glad") / 100, Is.EqualTo(published).Within(0.01));
}
