using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

public sealed class IbccTests
{
    [Test]
    public void Infer_DrawnVotes_AgreesWithTheDenseReference()
    {
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Draw(1, labels: 3, items: 120).Rows));
        var (answer, dense) = (new Ibcc().Infer(votes, CancellationToken.None), new DenseConfusion(votes));
        for (var pass = 0; pass < 200; pass++)
        {
            dense.BayesianPass();
        }

        // The method stops once a pass moves nothing by 0.001: the fixed point may be a few times as far.
        Assert.That(answer.Credibility, Is.EqualTo(ConfusionRowsTests.Named(votes, dense)).Within(0.02));
    }

    [Test]
    public void Infer_NewSource_IsTrustedByItsPriorAlone()
    {
        // Nothing but its one vote is known of d, on which nobody else speaks. Its prior rows are (4, 1) and (1, 4): odds near
        // four to one, moved by its own expected vote.
        const string truth = "01010101010101010101";
        Assert.That(PanelCorpora.Of("ibcc", 20, "1", ("a", truth), ("b", truth), ("d", new string(' ', 20) + "1")), Is.InRange(0.75, 0.99));
    }

    [Test]
    public void Infer_SourceThatAlwaysSaysTheOpposite_IsReadTheOtherWayRound()
    {
        const string truth = "01010101010101010101";
        Assert.That(PanelCorpora.Of("ibcc", 20, "1", ("a", truth), ("b", truth), ("c", "101010101010101010100")), Is.GreaterThan(0.6).And.LessThan(0.99));
    }

    [Test]
    public void Infer_DrawnVotes_BeatsTheMajority()
    {
        var (rows, truths) = PanelCorpora.Draw(1, labels: 4);
        Assert.That(PanelCorpora.Accuracy("ibcc", rows, truths), Is.GreaterThan(PanelCorpora.Accuracy("majority", rows, truths) + 0.05));
    }

    [TestCase("sentiment", 0.95)]
    [TestCase("product", 0.93)]
    [TestCase("rte", 0.92)]
    public void Infer_PublicData_ReachesAccuracy(string set, double least) => Assert.That(PublicSets.Accuracy(set, "ibcc") / 100, Is.AtLeast(least));
}
