using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class CatdTests
{
    private static readonly string[] Sets =
    [
        "birthplaces", "cf", "emergent", "face", "flight_20111208", "heritages", "ms", "population", "product", "restaurant", "rte",
        "s_adult", "sentiment", "sp", "sp_amt", "temp", "web", "zencrowd_in",
    ];

    /// <summary>
    /// χ²(0.025) is 0.000982069 for one vote (table) and −2 ln 0.975 for two; source 0 has one vote and 1 two, both without loss (10⁻⁵), source
    /// 2 has two votes and loses one.
    /// </summary>
    [Test]
    public void Infer_ThreeSources_WeighsByTheConfidenceBound()
    {
        var (one, two) = (0.000982069117, -2 * Math.Log(0.975));
        var (right, wrong) = ((one + two) / 1e-5, two);
        var answer = new Catd().Run(SmallVotes.OfItems("00 01 12", "01 02"));
        Assert.That(answer.Credibility[1], Is.EqualTo(wrong / (right + wrong)).Within(1e-6).Percent);
    }

    [Test]
    public void Infer_Heritages_ReachesThePublishedAccuracy() => Assert.That(PublicSets.Accuracy("heritages", "catd"), Is.EqualTo(37.3).Within(1));

    [Test]
    public void Infer_AllPublicSets_ReachThePublishedMean() =>
        Assert.That(Sets.Average(set => PublicSets.Accuracy(set, "catd")), Is.EqualTo(78.2).Within(1));
}
