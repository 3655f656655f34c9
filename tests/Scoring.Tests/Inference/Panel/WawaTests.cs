using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class WawaTests
{
    [Test]
    public void Infer_WorkedExample_AgreesByHand()
    {
        // Majority: x on items 0 and 1, a tie of x and y on item 2. Agreement: a (1 + 1 + ½) / 3, b (1 + 1) / 2, c (0 + 0 + ½) / 3.
        var says = new[] { ("a", "xxx"), ("b", "xx "), ("c", "yyy") };
        Assert.Multiple(() =>
        {
            Assert.That(PanelCorpora.Of("wawa", 0, "x", says), Is.EqualTo((2.5 + 3) / (2.5 + 3 + 0.5)).Within(1e-12));
            Assert.That(PanelCorpora.Of("wawa", 2, "x", says), Is.EqualTo(2.5 / 3).Within(1e-12));
        });
    }

    [Test]
    public void Infer_TwoWhoSeldomAgreeWithOthers_LoseToOneWhoDoes()
    {
        // On item 4 two say y and one says x. Agreement: a 4 of 5, the two others 1 of 5 each.
        var says = new[] { ("a", "xxxxx"), ("b", "xxxx "), ("c", "xxxx "), ("d", "yyyyy"), ("e", "zzzzy") };
        Assert.That(PanelCorpora.Of("wawa", 4, "x", says), Is.EqualTo(0.8 / 1.2).Within(1e-12));
    }

    // On emergent, 0.818 takes the ordinally first of tied values, and 0.758 shares a tie: four items of 66.
    [TestCase("cf", 0.893, 0.01)]
    [TestCase("temp", 0.944, 0.01)]
    [TestCase("emergent", 0.758, 0.01)]
    public void Infer_PublicData_ReachesThePublishedAccuracy(string set, double published, double within) =>
        Assert.That(PublicSets.Accuracy(set, "wawa") / 100, Is.EqualTo(published).Within(within));
}
