using Scoring.Calibrating;
using Scoring.Evaluating;

namespace Scoring.Tests.Calibrating;

public sealed class CorrelationChoiceTests
{
    /// <summary>The credibilities are right at a correlation of 0.5 and ever surer below it.</summary>
    [Test]
    public void Of_OneCorrelationIsRight_FindsIt()
    {
        var gold = MadeUpGold.Draw(4000, 1, logOdds => logOdds);
        Assert.That(CorrelationChoice.Of(0.3, correlation => Surer(gold, Math.Exp(4 * (0.5 - correlation)))), Is.EqualTo(0.5));
    }

    [Test]
    public void Of_NoClearGain_KeepsThePresentOne([Values(1, 2, 3)] int seed)
    {
        var gold = MadeUpGold.Draw(30, seed, logOdds => logOdds);
        Assert.That(CorrelationChoice.Of(0.35, correlation => Surer(gold, 1 + (0.002 * (correlation - 0.35)))), Is.EqualTo(0.35));
    }

    [Test]
    public void Fit_FewerThanTwentyAnswers_GivesNone() =>
        Assert.That(CalibrationFit.Of(0.3, _ => MadeUpGold.Draw(19, 1, logOdds => logOdds)), Is.Null);

    [TestCase("", 0)]
    [TestCase("i0", 3)]
    [TestCase("Минск", 1)]
    public void Folds_OfAnItem_AreStable(string item, int fold) => Assert.That(Folds.Of(item), Is.EqualTo(fold));

    private static GoldItem[] Surer(GoldItem[] gold, double factor) =>
        Array.ConvertAll(gold, item => item with { Credibility = Logistic.Probability(factor * Logistic.LogOdds(item.Credibility)) });
}
