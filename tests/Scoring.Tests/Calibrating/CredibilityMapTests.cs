using Scoring.Calibrating;
using Scoring.Evaluating;

namespace Scoring.Tests.Calibrating;

public sealed class CredibilityMapTests
{
    private static readonly Func<IReadOnlyList<GoldItem>, ICredibilityMap>[] Fits = [PlattMap.Fit, BetaMap.Fit, IsotonicMap.Fit];

    [Test]
    public void Fit_AnyData_NeverFallsAndStaysInside([Range(0, 2)] int fit, [Range(0, 29)] int seed)
    {
        var random = new Random(seed);
        var gold = Enumerable.Range(0, random.Next(1, 60))
            .Select(item => new GoldItem($"i{item}", Math.Round(random.NextDouble(), random.Next(1, 4)), random.Next(3) / 2.0)).ToArray();
        var map = Fits[fit](gold);
        var curve = Enumerable.Range(-300, 601).Select(step => map.LogOdds(step / 10.0)).ToArray();
        Assert.That(curve, Is.Ordered.And.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void Fit_DataThatFall_GivesALevelMap([Range(0, 1)] int fit)
    {
        var map = Fits[fit](MadeUpGold.Draw(500, 1, logOdds => -logOdds));
        Assert.That(map.LogOdds(3), Is.EqualTo(map.LogOdds(-3)).Within(1e-12));
    }

    [Test]
    public void Fit_AllRight_IsFinite([Range(0, 2)] int fit)
    {
        var map = Fits[fit]([.. Enumerable.Range(0, 30).Select(item => new GoldItem($"i{item}", item == 0 ? 1 : 0.9, 1))]);
        Assert.That(Logistic.Probability(map.LogOdds(Logistic.LogOdds(0.9))), Is.InRange(0.9, 0.99));
    }

    /// <summary>By hand: (0.2, wrong), (0.4, right), (0.6, wrong), (0.8, right): the middle two are one block.</summary>
    [Test]
    public void Isotonic_FourItems_PoolsTheViolators()
    {
        var map = IsotonicMap.Fit([new("a", 0.2, 0), new("b", 0.4, 1), new("c", 0.6, 0), new("d", 0.8, 1)]);
        Assert.That(map.Credibility, Is.EqualTo(new[] { 0.2, 0.5, 0.8 }).Within(1e-12));
        Assert.That(map.Probability, Is.EqualTo(new[] { 1 / 3.0, 0.5, 2 / 3.0 }).Within(1e-12));
        Assert.That(Logistic.Probability(map.LogOdds(Logistic.LogOdds(0.35))), Is.EqualTo((1 / 3.0 + 0.5) / 2).Within(1e-12));
        Assert.That(Logistic.Probability(map.LogOdds(Logistic.LogOdds(0.99))), Is.EqualTo(2 / 3.0).Within(1e-12));
    }

    /// <summary>A lone right answer above a long run of mostly right ones: smoothed it would fall below them.</summary>
    [Test]
    public void Isotonic_SmoothedBlocks_DoNotFall()
    {
        GoldItem[] gold = [.. Enumerable.Range(0, 100).Select(item => new GoldItem($"i{item}", 0.7, item < 5 ? 0 : 1)), new("last", 0.9, 1)];
        Assert.That(IsotonicMap.Fit(gold).Probability, Is.EqualTo(new[] { 97 / 103.0 }).Within(1e-12));
    }

    [TestCase(0.3)]
    [TestCase(-40)]
    [TestCase(40)]
    public void Beta_OfOneOneNought_IsTheIdentity(double logOdds) =>
        Assert.That(new BetaMap(1, 1, 0).LogOdds(logOdds), Is.EqualTo(logOdds).Within(1e-9));

    [TestCase(50)]
    [TestCase(-50)]
    public void LogProbability_NearlyCertain_KeepsItsDigits(double logOdds) =>
        Assert.That(Logistic.LogOddsOfLog(Logistic.LogProbability(-Math.Abs(logOdds))), Is.EqualTo(-Math.Abs(logOdds)).Within(1e-12));
}
