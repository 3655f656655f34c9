using Scoring.Calibrating;
using Scoring.Evaluating;

namespace Scoring.Tests.Calibrating;

/// <summary>Over- and under-confident data give the map back by which they were made.</summary>
public sealed class MapRecoveryTests
{
    [TestCase(0.4, -0.3)]
    [TestCase(1, 0)]
    [TestCase(2, 0.5)]
    public void Platt_DataOnALine_GivesItBack(double slope, double intercept)
    {
        var map = PlattMap.Fit(MadeUpGold.Draw(20_000, 1, logOdds => (slope * logOdds) + intercept));
        Assert.That((map.Slope, map.Intercept), Is.EqualTo((slope, intercept)).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) < 0.1 && Math.Abs(a.Item2 - b.Item2) < 0.1));
    }

    [TestCase(0.3, 1.5, 0.4)]
    [TestCase(1, 1, 0)]
    [TestCase(2, 0.2, -0.5)]
    public void Beta_DataOnACurve_GivesItBack(double a, double b, double c)
    {
        var truth = new BetaMap(a, b, c);
        var map = BetaMap.Fit(MadeUpGold.Draw(50_000, 2, truth.LogOdds));
        Assert.That(Probabilities(map), Is.EqualTo(Probabilities(truth)).Within(0.025));
        Assert.That((map.A, map.B, map.C), Is.EqualTo((a, b, c)).Using<(double A, double B, double C)>((x, y) => Math.Abs(x.A - y.A) < 0.2 && Math.Abs(x.B - y.B) < 0.2 && Math.Abs(x.C - y.C) < 0.2));
    }

    [TestCase(0.4)]
    [TestCase(2)]
    public void Isotonic_OverOrUnderConfident_GivesTheCurveBack(double slope)
    {
        var map = IsotonicMap.Fit(MadeUpGold.Draw(50_000, 3, logOdds => slope * logOdds));
        Assert.That(Probabilities(map), Is.EqualTo(Probabilities(new PlattMap(slope, 0))).Within(0.05));
    }

    [Test]
    public void Choice_WellCalibrated_KeepsTheIdentity([Values(20, 200, 2000)] int count, [Values(1, 2, 3, 4)] int seed) =>
        Assert.That(MapChoice.Of(MadeUpGold.Draw(count, seed, logOdds => logOdds)).Map.Kind, Is.EqualTo("identity"));

    [TestCase(0.2, 400)]
    [TestCase(2.5, 2000)]
    public void Choice_Miscalibrated_IsBetterAndCalibrated(double slope, int count)
    {
        var gold = MadeUpGold.Draw(count, 4, logOdds => slope * logOdds);
        var choice = MapChoice.Of(gold);
        var (before, after) = (CalibrationQuality.Of(gold), CalibrationQuality.Of(choice.CrossValidated));
        Assert.That(choice.Map.Kind, Is.Not.EqualTo("identity"));
        Assert.That(after.LogLoss, Is.LessThan(before.LogLoss));
        Assert.That(after.Ece, Is.LessThan(before.Ece / 2));
    }

    [TestCase(19, "identity")]
    [TestCase(49, "platt")]
    public void Choice_FewItems_OffersFewerMaps(int count, string kind) =>
        Assert.That(MapChoice.Of([.. Enumerable.Range(0, count).Select(item => new GoldItem($"i{item}", 0.95, item % 2))]).Map.Kind, Is.EqualTo(kind));

    [Test]
    public void Choice_StepThatNoLineFollows_IsIsotonicOrBeta() => Assert.That(
        MapChoice.Of(MadeUpGold.Draw(5000, 5, logOdds => logOdds < 1 ? -2 : 2)).Map.Kind, Is.EqualTo("isotonic"));

    [Test]
    public void Choice_OrderOfItems_DoesNotMatter()
    {
        var gold = MadeUpGold.Draw(300, 6, logOdds => 0.3 * logOdds);
        var (there, back) = (MapChoice.Of(gold), MapChoice.Of([.. gold.Reverse()]));
        Assert.That(Probabilities(back.Map), Is.EqualTo(Probabilities(there.Map)).Within(1e-6));
    }

    private static double[] Probabilities(ICredibilityMap map) =>
        [.. Enumerable.Range(0, 10).Select(step => Logistic.Probability(map.LogOdds(-1.8 + (0.6 * step))))];
}
