using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class AverageLogTests
{
    /// <summary>Source 0 has two claims, source 1 four, and they share none: each round trust grows by ln 2 against ln 4, twice as fast.</summary>
    [Test]
    public void Infer_TwiceTheLogarithm_GrowsTwiceAsFast()
    {
        var answer = new AverageLog().Run(SmallVotes.OfItems("00 11", "00", "01", "01", "01"));
        Assert.That(answer.Credibility[0], Is.EqualTo(1 / (1 + Math.Pow(2, 20))).Within(1e-9).Percent);
    }

    [Test]
    public void Infer_OnlySourcesOfOneClaim_IsATie() =>
        Assert.That(new AverageLog().Run(SmallVotes.TwoAgainstOne).Credibility, Is.EqualTo(new[] { 0.5, 0.5 }));

    [Test]
    public void Infer_Web_ReachesThePublishedAccuracy() => Assert.That(PublicSets.Accuracy("web", "average-log"), Is.EqualTo(84.8).Within(1));
}
