using Scoring.Reading;
using Scoring.Scales;

namespace Scoring.Tests;

public sealed class SourceListTests
{
    [TestCase(0.999)]
    [TestCase(0.0001)]
    public void Sources_ReliabilityNextToCertain_LiesWithinItsInterval(double reliability)
    {
        var options = new ScoringOptions { Sources = [new SourceDeclaration("s") { Reliability = reliability }] };
        var source = CredibilityScorer.Score([new("a", "s", "1"), new("a", "t", "2"), new("b", "s", "1")], options).Sources.Single(source => source.Source == "s");
        Assert.That(source.Reliability, Is.InRange(source.Low, source.High));
    }

    [TestCase(3, true)]
    [TestCase(1 << 17, true)]
    [TestCase((1 << 17) + 1, false)]
    public void Indexer_ManySources_AreComputedWhenAskedFor(int count, bool held)
    {
        var list = ListOf(new int[count]);

        Assert.That(list[count - 1].Source, Is.EqualTo($"s{count - 1}"));
        Assert.That(ReferenceEquals(list[1], list[1]), Is.EqualTo(held));
        Assert.That(list.Select(source => source.Index), Is.EqualTo(Enumerable.Range(0, count)));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(1024)]
    [TestCase(1025)]
    public void Blocks_AnyCount_AreAllSourcesInOrder(int count) => Assert.That(
        ListOf(new int[count]).Blocks.SelectMany(block => Enumerable.Range(0, count).Take(block)), Is.EqualTo(Enumerable.Range(0, count)));

    [Test]
    public void MostActive_Ties_FirstComesFirst() => Assert.That(
        ListOf([1, 5, 0, 5, 7]).MostActive(3).Select(source => source.Index), Is.EqualTo(new[] { 4, 1, 3 }));

    [TestCase(-1)]
    [TestCase(3)]
    public void Indexer_OutOfRange_Throws(int index) => Assert.That(() => ListOf(new int[3])[index], Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static SourceList ListOf(int[] assertions) => new(assertions, new ParallelOptions(), source => new SourceScore
    {
        Index = source,
        Source = $"s{source}",
        Name = $"s{source}",
        Type = "anonymous",
        Reliability = 0.5,
        Low = 0.1,
        High = 0.9,
        Letter = AdmiraltyReliability.F,
        Assertions = assertions[source],
        Agreed = 0,
        WeightDb = 0,
        Record = 0,
    });
}
