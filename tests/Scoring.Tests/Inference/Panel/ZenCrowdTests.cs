using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class ZenCrowdTests
{
    [Test]
    public void Infer_TwoAgainstOne_EndsAtItsFixedPoint()
    {
        // a and b agree on both items, c never: their reliabilities end at 0.999, 0.999 and 0.001. Each voice for x is worth
        // ln 999, and c's voice for y is worth −ln 999.
        var odds = 3 * Math.Log(999);
        Assert.That(PanelCorpora.Of("zencrowd", 0, "x", ("a", "xx"), ("b", "xx"), ("c", "yz")), Is.EqualTo(1 / (1 + Math.Exp(-odds))).Within(1e-9));
    }

    [Test]
    public void Infer_TwoWhoDisagree_AreEven() =>
        Assert.That(PanelCorpora.Infer("zencrowd", ("a", "xx"), ("b", "yy")).Credibility, Is.All.EqualTo(0.5));

    [Test]
    public void Infer_SharedLabelsThatNobodyNamed_ShareWhatIsLeftOver()
    {
        // All agree, so each is worth 0.999 against three false labels: one voice has odds of 999 · 3 to each of three.
        var says = "0123" + new string('0', 36);
        var left = PanelCorpora.Infer("zencrowd", ("a", says), ("b", says)).Unnamed[0];
        Assert.That(left, Is.EqualTo(3 / (3 + Math.Pow(999 * 3, 2))).Within(1e-12));
    }

    [Test]
    public void Infer_DrawnVotes_BeatsTheMajority()
    {
        var (rows, truths) = PanelCorpora.Draw(1, labels: 4);
        Assert.That(PanelCorpora.Accuracy("zencrowd", rows, truths), Is.GreaterThan(PanelCorpora.Accuracy("majority", rows, truths) + 0.05));
    }

    // On zencrowd_in, 0.789 is the one-coin model that also learns how frequent each label is; ZenCrowd does not.
    [TestCase("sp", 0.917, 0.01)]
    [TestCase("zencrowd_in", 0.789, 0.02)]
    public void Infer_PublicData_ReachesThePublishedAccuracy(string set, double published, double within) =>
        Assert.That(PublicSets.Accuracy(set, "zencrowd") / 100, Is.EqualTo(published).Within(within));
}
