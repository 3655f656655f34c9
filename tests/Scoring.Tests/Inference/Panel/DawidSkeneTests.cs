using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

public sealed class DawidSkeneTests
{
    private const string Truth = "01010101010101010101";
    private const string Opposite = "10101010101010101010";

    [Test]
    public void Infer_SourceThatAlwaysSaysTheOpposite_IsReadTheOtherWayRound()
    {
        // On the last item only the source that is always wrong speaks: it says 0, so it is 1.
        Assert.That(PanelCorpora.Of("dawid-skene", 20, "1", ("a", Truth), ("b", Truth), ("c", Opposite + "0")), Is.GreaterThan(0.999));
    }

    [Test]
    public void Infer_WorkedExample_AgreesByHand()
    {
        // a and b settle the first forty items. c says 1 where 1 is true, and 1 or 0 equally often where 0 is true. Where it
        // alone speaks and says 1, the odds are the likelihood ratio of 1 to ½ under even priors: two to one. The fixed
        // point moves a little, since that item then counts as two thirds of an item of label 1.
        var (truth, third) = (Truth + Truth, "01110111011101110111" + "01110111011101110111");
        Assert.That(PanelCorpora.Of("dawid-skene", 40, "1", ("a", truth), ("b", truth), ("c", third + "1")), Is.EqualTo(2 / 3.0).Within(0.02));
    }

    [Test]
    public void Infer_DrawnVotes_AgreesWithTheDenseReference()
    {
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Draw(1, labels: 3, items: 120).Rows));
        var (answer, dense) = (new DawidSkene().Infer(votes, CancellationToken.None), new DenseConfusion(votes));
        for (var pass = 0; pass < 200; pass++)
        {
            dense.MaximumLikelihoodPass();
        }

        Assert.That(answer.Credibility, Is.EqualTo(ConfusionRowsTests.Named(votes, dense)).Within(1e-3));
    }

    [Test]
    public void Infer_DrawnVotes_BeatsTheMajority()
    {
        var (rows, truths) = PanelCorpora.Draw(1, labels: 4);
        Assert.That(PanelCorpora.Accuracy("dawid-skene", rows, truths), Is.GreaterThan(PanelCorpora.Accuracy("majority", rows, truths) + 0.05));
    }

    [TestCase("sentiment", 0.960)]
    [TestCase("product", 0.940)]
    [TestCase("s_adult", 0.766)]
    [TestCase("restaurant", 0.577)]
    [TestCase("face", 0.640)]
    public void Infer_PublicData_ReachesThePublishedAccuracy(string set, double published) =>
        Assert.That(PublicSets.Accuracy(set, "dawid-skene") / 100, Is.EqualTo(published).Within(0.015));
}
