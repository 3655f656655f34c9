using Scoring.Evaluating;
using Scoring.Reading;

namespace Scoring.Tests.Recovery;

/// <summary>Data drawn from known parameters gives them back.</summary>
public sealed class ReliabilityRecoveryTests
{
    [Test]
    public void Score_SimulatedSources_RanksThemByReliability([Values(1, 2, 3)] int seed)
    {
        var (assertions, _, reliability) = new Simulation { Items = 2000, Sources = 40, PerItem = 8, Values = 4, Seed = seed }.Draw();
        var pairs = CredibilityScorer.Score(assertions).Sources.Select(source => (source.Reliability, Truth: reliability[source.Source])).ToArray();
        Assert.That(MathNet.Numerics.Statistics.Correlation.Spearman(pairs.Select(pair => pair.Reliability), pairs.Select(pair => pair.Truth)), Is.GreaterThan(0.95));
    }

    [Test]
    public void Score_IndependentVoicesDeclaredSo_GivesReliabilityBack()
    {
        var (assertions, _, reliability) = new Simulation { Items = 3000, Sources = 30, PerItem = 6, Values = 4, Seed = 5 }.Draw();
        var errors = CredibilityScorer.Score(assertions, WithoutCorrelation()).Sources.Select(source => Math.Abs(source.Reliability - reliability[source.Source]));
        Assert.That(errors.Max(), Is.LessThan(0.05));
    }

    [Test]
    public void Score_IndependentVoicesDeclaredSo_NinetyPercentIntervalsCover()
    {
        var covered = Enumerable.Range(0, 10).SelectMany(seed =>
        {
            var (assertions, _, reliability) = new Simulation { Items = 500, Sources = 30, PerItem = 6, Values = 4, Seed = seed }.Draw();
            return CredibilityScorer.Score(assertions, WithoutCorrelation()).Sources
                .Select(source => reliability[source.Source] >= source.Low && reliability[source.Source] <= source.High);
        }).ToArray();
        Assert.That(covered.Count(hit => hit) / (double)covered.Length, Is.InRange(0.85, 0.95));
    }

    [Test]
    public void Score_FewVotesOnAnItem_NinetyPercentIntervalsCoverAllTheSame([Values(2, 4)] int values, [Values(3, 5)] int perItem)
    {
        // What was right stays uncertain, and so do the records.
        var covered = Enumerable.Range(0, 10).SelectMany(seed =>
        {
            var (assertions, _, reliability) = new Simulation { Items = 500, Sources = 30, PerItem = perItem, Values = values, Seed = seed }.Draw();
            return CredibilityScorer.Score(assertions).Sources
                .Select(source => reliability[source.Source] >= source.Low && reliability[source.Source] <= source.High);
        }).ToArray();
        Assert.That(covered.Count(hit => hit) / (double)covered.Length, Is.InRange(0.85, 0.95));
    }

    [Test]
    public void Score_SimulatedItems_AreRight()
    {
        var (assertions, truths, _) = new Simulation { Items = 1000, Sources = 100, PerItem = 10, Values = 4, Seed = 7 }.Draw();
        Assert.That(CredibilityScorer.Score(assertions).Evaluate(truths).Accuracy, Is.GreaterThan(0.98));
    }

    [Test]
    public void Score_CopiesDeclaredAsOrigin_AreNotCountedTwice()
    {
        // Three good sources against one poor one that seven others relay.
        var random = new Random(11);
        var rows = new List<Assertion>();
        var truths = new List<KnownTruth>();
        for (var item = 0; item < 300; item++)
        {
            truths.Add(new KnownTruth($"i{item}", "x0"));
            rows.AddRange(Enumerable.Range(0, 3).Select(good => new Assertion($"i{item}", $"good{good}", random.NextDouble() < 0.8 ? "x0" : $"x{random.Next(1, 4)}")));
            var poor = random.NextDouble() < 0.4 ? "x0" : $"x{random.Next(1, 4)}";
            rows.Add(new Assertion($"i{item}", "poor", poor));
            rows.AddRange(Enumerable.Range(0, 7).Select(copy => new Assertion($"i{item}", $"copy{copy}", poor) { Origin = "poor" }));
        }

        var declared = CredibilityScorer.Score(rows).Evaluate(truths).Accuracy;
        var undeclared = CredibilityScorer.Score(rows.Select(row => row with { Origin = null })).Evaluate(truths).Accuracy;
        Assert.That(declared, Is.GreaterThan(0.9));

        // They are found by the errors that they share.
        Assert.That(undeclared, Is.GreaterThan(0.9));
    }

    private static ScoringOptions WithoutCorrelation()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");
        File.WriteAllText(path, CredibilityScorer.DefaultRules.Replace("\"correlation\": 0.3", "\"correlation\": 0.0", StringComparison.Ordinal));
        return new ScoringOptions { RulesPath = path };
    }
}
