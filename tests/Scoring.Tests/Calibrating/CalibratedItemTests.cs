using Scoring.Calibrating;

namespace Scoring.Tests.Calibrating;

public sealed class CalibratedItemTests
{
    private static readonly PlattMap Doubt = new PlattMap(0.5, -0.2);

    [Test]
    public void Of_ThreeValues_TopIsMappedAndTheOthersShareTheRest()
    {
        var item = Item(Doubt, isUnnamedAValue: false, unnamed: 0.1, 0.6, 0.2, 0.1);
        var top = Logistic.Probability(Doubt.LogOdds(Math.Log(0.6 / 0.4)));
        Assert.That(Credibilities(item), Is.EqualTo(new[] { top, (1 - top) / 2, (1 - top) / 4 }).Within(1e-12));
        Assert.That(item.Unnamed, Is.EqualTo((1 - top) / 4).Within(1e-12));
        Assert.That(item.IsTop, Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public void Of_MapThatWouldDethroneTheTop_StopsAtTheRunnerUp()
    {
        var item = Item(new PlattMap(1, -10), isUnnamedAValue: false, unnamed: 0.1, 0.5, 0.4);

        // 0.4 of the 0.5 that are left, so t = 0.8 (1 − t).
        Assert.That(Credibilities(item), Is.EqualTo(new[] { 4 / 9.0, 4 / 9.0 }).Within(1e-12));
        Assert.That(item.Unnamed, Is.EqualTo(1 / 9.0).Within(1e-12));
    }

    [Test]
    public void Of_MapThatWouldDethroneTheTop_LeavesNoneAboveItByRounding([Range(1, 40)] int tenths)
    {
        var item = Item(new PlattMap(1, -10), isUnnamedAValue: false, unnamed: 1e-9, 5, tenths / 9.0, 0.3);
        Assert.That(item.LogOdds, Has.All.LessThanOrEqualTo(item.LogOdds[0]));
    }

    [Test]
    public void Of_UnnamedThatIsNoValue_IsNoRunnerUp() =>
        Assert.That(Credibilities(Item(new PlattMap(1, -1), isUnnamedAValue: false, unnamed: 0.5, 0.4, 0.1))[0], Is.LessThan(0.4));

    [Test]
    public void Of_UnnamedOtherAnswer_CanBeTheTop()
    {
        var item = Item(Doubt, isUnnamedAValue: true, unnamed: 0.8, 0.2);
        Assert.That(item.Unnamed, Is.EqualTo(Logistic.Probability(Doubt.LogOdds(Math.Log(4)))).Within(1e-12));
        Assert.That(Credibilities(item)[0], Is.EqualTo(1 - item.Unnamed).Within(1e-12));
        Assert.That(item.IsTop, Is.EqualTo(new[] { false }));
    }

    [Test]
    public void Of_TiedTops_MayLoseButNotGain()
    {
        Assert.That(Credibilities(Item(new PlattMap(1, 3), isUnnamedAValue: false, unnamed: 0.2, 0.4, 0.4)), Is.EqualTo(new[] { 0.4, 0.4 }).Within(1e-12));
        Assert.That(Credibilities(Item(new PlattMap(1, -1), isUnnamedAValue: false, unnamed: 0.2, 0.4, 0.4)), Has.All.LessThan(0.4));
    }

    [Test]
    public void Of_AnyItem_SumsToOneAndKeepsTheOrder([Range(0, 199)] int seed)
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Math.Round(random.NextDouble() * random.Next(1, 30), random.Next(3))).ToArray();
        var (logUnnamed, isValue) = (weights.Max() - random.NextDouble(), random.Next(2) == 0);
        var map = random.Next(3) switch
        {
            0 => new PlattMap(3 * random.NextDouble(), random.NextDouble() - 0.5),
            1 => (ICredibilityMap)new BetaMap(2 * random.NextDouble(), 2 * random.NextDouble(), random.NextDouble() - 0.5),
            _ => new IsotonicMap([0.3, 0.6, 0.9], [0.2, 0.2 + (0.5 * random.NextDouble()), 0.8]),
        };
        var sum = Math.Exp(logUnnamed) + weights.Sum(Math.Exp);
        var item = CalibratedItem.Of(map, weights, logUnnamed, isValue, [.. weights.Select(weight => Logistic.LogOdds(Math.Exp(weight) / sum))]);
        var after = Credibilities(item);
        Assert.That(after.Sum() + item.Unnamed, Is.EqualTo(1).Within(1e-9));
        foreach (var (low, high) in Enumerable.Range(0, weights.Length).SelectMany(low => Enumerable.Range(0, weights.Length).Where(high => weights[low] <= weights[high]).Select(high => (low, high))))
        {
            Assert.That(after[low], Is.LessThanOrEqualTo(after[high] + 1e-12));
        }
    }

    [TestCase(60)]
    [TestCase(600)]
    public void Of_NearlyCertainItem_KeepsItsDigits(double logWeight)
    {
        var item = CalibratedItem.Of(new PlattMap(0.5, 0), [logWeight, 0], double.NegativeInfinity, isUnnamedAValue: false, [logWeight, -logWeight]);
        Assert.That(item.LogOdds, Is.EqualTo(new[] { logWeight / 2, -logWeight / 2 }).Within(1e-9));
    }

    [Test]
    public void Interval_OfATop_IsMappedAsTheTopIs()
    {
        var item = Item(Doubt, isUnnamedAValue: false, unnamed: 0.1, 0.6, 0.3);
        var (low, high) = item.Interval(0, 0.5, 0.7);
        Assert.That(low, Is.EqualTo(Logistic.Probability(Doubt.LogOdds(0))).Within(1e-12));
        Assert.That(high, Is.EqualTo(Logistic.Probability(Doubt.LogOdds(Math.Log(0.7 / 0.3)))).Within(1e-12));
    }

    [Test]
    public void Interval_OfTheOtherAnswer_MirrorsTheTop()
    {
        var item = Item(Doubt, isUnnamedAValue: true, unnamed: 0, 0.7, 0.3);
        var (top, other) = (item.Interval(0, 0.6, 0.9), item.Interval(1, 0.1, 0.4));
        Assert.That((1 - other.High, 1 - other.Low), Is.EqualTo(top).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12));
    }

    private static CalibratedItem Item(ICredibilityMap map, bool isUnnamedAValue, double unnamed, params double[] credibility) =>
        CalibratedItem.Of(map, Array.ConvertAll(credibility, Math.Log), Math.Log(unnamed), isUnnamedAValue, Array.ConvertAll(credibility, Logistic.LogOdds));

    private static double[] Credibilities(CalibratedItem item) => Array.ConvertAll(item.LogOdds, Logistic.Probability);
}
