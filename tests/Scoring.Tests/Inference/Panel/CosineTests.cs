using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class CosineTests
{
    /// <summary>
    /// On one item of two values a source's cosine is 1 or −1, so that the minority's trust falls as t ← 0.8 t − 0.2 from 1 towards −1, and
    /// with it the estimates go to 1 and −1.
    /// </summary>
    [Test]
    public void Infer_TwoAgainstOne_TrustsTheMinorityToBeWrong() =>
        Assert.That(new Cosine().Run(SmallVotes.TwoAgainstOne).Credibility, Is.EqualTo(new[] { 1.0, 0.0 }).Within(1e-5));

    /// <summary>Estimates 1/3, −1/3, −1/3 … of a three-way vote stay in order, though every source denies more than it states.</summary>
    [Test]
    public void Infer_ThreeValues_PrefersTheOneWithMostVotes()
    {
        var credibility = new Cosine().Run(SmallVotes.OfItems("00 01 12 23", "00 01 02 13", "00 01 12 03")).Credibility;
        Assert.That(credibility[0], Is.GreaterThan(credibility[1]).And.GreaterThan(credibility[2]));
    }
}
