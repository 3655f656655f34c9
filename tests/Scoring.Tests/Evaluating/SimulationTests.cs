using Scoring.Evaluating;

namespace Scoring.Tests.Evaluating;

public sealed class SimulationTests
{
    [Test]
    public void Draw_SameSeed_SameCorpus()
    {
        var again = new Simulation { Seed = new Simulation().Seed };
        Assert.That(again.Draw().Assertions, Is.EqualTo(new Simulation().Draw().Assertions));
    }

    [Test]
    public void Draw_OtherSeed_OtherCorpus() =>
        Assert.That(new Simulation { Seed = 2 }.Draw().Assertions, Is.Not.EqualTo(new Simulation().Draw().Assertions));

    [Test]
    public void Draw_Defaults_HasTenDistinctSourcesAnItem() =>
        Assert.That(
            new Simulation().Draw().Assertions.GroupBy(row => row.Item, StringComparer.Ordinal).Select(item => item.Select(row => row.Source).Distinct(StringComparer.Ordinal).Count()),
            Is.All.EqualTo(10));

    [Test]
    public void Draw_ReliabilityGiven_IsTheShareOfRightAnswers()
    {
        var (assertions, truths, _) = new Simulation { Items = 5000, LowestReliability = 0.7, HighestReliability = 0.7 }.Draw();
        var truth = truths.ToDictionary(known => known.Item, known => known.Value, StringComparer.Ordinal);
        Assert.That(assertions.Average(row => truth[row.Item] == row.Value ? 1.0 : 0.0), Is.EqualTo(0.7).Within(0.01));
    }

    [Test]
    public void Draw_VeryManyValues_StayAmongThem() =>
        Assert.That(new Simulation { Values = int.MaxValue, LowestReliability = 0.1 }.Draw().Assertions.Where(row => row.Value.Contains('-', StringComparison.Ordinal)), Is.Empty);

    [TestCase(0, 100, 10, 4)]
    [TestCase(10, 5, 10, 4)]
    [TestCase(10, 100, 0, 4)]
    [TestCase(10, 100, 10, 1)]
    public void Draw_ImpossibleCounts_Throws(int items, int sources, int perItem, int values) =>
        Assert.That(
            () => new Simulation { Items = items, Sources = sources, PerItem = perItem, Values = values }.Draw(), Throws.InvalidOperationException);
}
