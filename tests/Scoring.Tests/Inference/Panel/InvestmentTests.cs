using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class InvestmentTests
{
    /// <summary>Beliefs start at 2 : 1, and each round raises their ratio to the power 1.2: all belief is paid back to who invested it.</summary>
    [Test]
    public void Infer_TwoAgainstOne_RaisesTheRatioEveryRound()
    {
        var ratio = Math.Pow(2, Math.Pow(1.2, 20));
        Assert.That(new Investment().Run(SmallVotes.TwoAgainstOne).Credibility[1], Is.EqualTo(1 / (1 + ratio)).Within(1e-6).Percent);
    }

    [Test]
    public void Infer_EqualVotes_IsATie() => Assert.That(new Investment().Run(SmallVotes.Of(0, "00", "11")).Credibility, Is.EqualTo(new[] { 0.5, 0.5 }));
}
