using Scoring.Reading;

namespace Scoring.Tests.Rules;

/// <summary>Who takes back what was not said is told so: most likely it is misspelt.</summary>
public sealed class IdleRetractionsTests
{
    private const string Warning = "retractions: 'a' has not said 'Parris' on item 'i' up to then, so taking it back changes nothing: is it misspelt?";

    [Test]
    public void Weigh_RetractionOfAValueThatItsSourceDidNotName_Warns() =>
        Assert.That(Warnings(Says("a", "Paris"), Says("b", "Parris"), Retracts("a", "Parris")), Is.EqualTo(new[] { Warning }));

    [Test]
    public void Weigh_RetractionOfWhatOnlyItNames_Warns() => Assert.That(Warnings(Says("a", "Paris"), Retracts("a", "Parris")), Is.EqualTo(new[] { Warning }));

    [TestCase(3, 2, 1)]
    [TestCase(2, 3, 0)]
    [TestCase(2, 2, 0)]
    [TestCase(0, 2, 0)]
    [TestCase(2, 0, 0)]
    public void Weigh_RetractionBeforeWhatItTakesBack_Warns(int said, int retracted, int warnings) =>
        Assert.That(Warnings(Says("a", "x", said), Retracts("a", "x", retracted)), Has.Length.EqualTo(warnings));

    [Test]
    public void Weigh_RetractionOfWhatWasReplacedSince_DoesNotWarn() => Assert.That(Warnings(Says("a", "x", 1), Says("a", "y", 2), Retracts("a", "x", 3)), Is.Empty);

    [Test]
    public void Weigh_RetractionOfADenial_DoesNotWarn() => Assert.That(
        Warnings(Says("a", "x") with { Stance = Stance.Denies }, Retracts("a", "x"), Says("b", "true") with { Item = "j", Stance = Stance.Denies }, Retracts("b", "false") with { Item = "j" }),
        Is.Empty);

    [Test]
    public void Weigh_RetractionOfWhatCameThroughIt_DoesNotWarn() => Assert.That(
        Warnings(Says("c", "x") with { Origin = "b" }, Says("b", "x") with { Origin = "a" }, Retracts("a", "x"), Retracts("b", "x"), Retracts("c", "x")), Is.Empty);

    [TestCase("a", "a", 0)]
    [TestCase("a", "b", 1)]
    [TestCase("unknown", "unknown", 0)]
    [TestCase("a", "unknown", 1)]
    public void Weigh_RetractionAsAnotherTellsIt_IsOfWhatItTells(string origin, string retracted, int warnings) => Assert.That(
        Warnings(Says("s", "x") with { Origin = origin }, Retracts("s", "x") with { Origin = retracted }), Has.Length.EqualTo(warnings));

    [Test]
    public void Weigh_RetractionInACircle_DoesNotWarn() => Assert.That(
        Warnings(Says("a", "x") with { Origin = "b" }, Says("b", "x") with { Origin = "a" }, Retracts("a", "x"), Retracts("b", "x")), Is.Empty);

    [Test]
    public void Weigh_VeryManyIdleRetractions_WarnsOfTen() => Assert.That(
        Warnings([.. Enumerable.Range(0, 1_000).Select(row => Retracts($"s{row}", "x"))]), Has.Length.EqualTo(11).And.Some.EqualTo("990 more warnings like the last"));

    private static Assertion Says(string source, string value, int day = 0) =>
        new("i", source, value) { Time = day == 0 ? null : new DateTimeOffset(2025, 8, day, 0, 0, 0, TimeSpan.Zero) };

    private static Assertion Retracts(string source, string value, int day = 0) => Says(source, value, day) with { Stance = Stance.Retracts };

    private static string[] Warnings(params Assertion[] rows) => [.. SmallEvidence.Weigh(rows).Warnings];
}
