using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class SumsTests
{
    /// <summary>
    /// Source 0 names both claims that matter, 1 the first of them, 2 the rival: beliefs of the two grow by the matrix (2 1; 1 1), that is
    /// along the Fibonacci numbers from (1, 1) to (F₄₂, F₄₁) in 20 rounds, while the rival stays at 1.
    /// </summary>
    [Test]
    public void Infer_TwoRounds_GrowsAsFibonacci()
    {
        const double f42 = 267914296;
        Assert.That(new Sums().Run(SmallVotes.OfItems("00 01 12", "00")).Credibility[1], Is.EqualTo(1 / (f42 + 1)).Within(1e-9).Percent);
    }

    [Test]
    public void Infer_Web_ReachesThePublishedAccuracy() => Assert.That(PublicSets.Accuracy("web", "sums"), Is.EqualTo(87.7).Within(1));
}
