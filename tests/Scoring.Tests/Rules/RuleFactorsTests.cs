using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Rules;

internal sealed class RuleFactorsTests
{
    private static readonly Assertion Plain = new("i", "s", "x");

    private static readonly DateTimeOffset Day = new(2025, 8, 15, 0, 0, 0, TimeSpan.Zero);

    [TestCase(null, 1)]
    [TestCase("asserted", 1)]
    [TestCase("reported", 0.8)]
    [TestCase("Alleged", 0.6)]
    [TestCase("SPECULATED", 0.35)]
    [TestCase("0.37", 0.37)]
    [TestCase("1", 1)]
    [TestCase("1e-3", 0.001)]
    [TestCase("rumoured", 0.8)]
    public void Of_Hedge_IsTheRulesFactorOrTheCodersFigure(string? hedge, double factor) =>
        Assert.That(SmallEvidence.Of(Plain with { Hedge = hedge }).FactorOf("s", FactorKind.Hedge), Is.EqualTo(factor));

    [TestCase("reported")]
    [TestCase("0.37")]
    public void Of_KnownHedge_GivesNoWarning(string hedge) => Assert.That(SmallEvidence.Weigh([Plain with { Hedge = hedge }]).Warnings, Is.Empty);

    [Test]
    public void Of_UnknownHedge_WarnsOnceForAllRows() => Assert.That(
        SmallEvidence.Weigh([Plain with { Hedge = "rumoured" }, Plain with { Source = "t", Hedge = "rumoured" }]).Warnings,
        Is.EqualTo(new[] { "hedge 'rumoured' is not in the rule set: taken as 'reported' (known: asserted, reported, alleged, speculated)" }));

    [TestCase("rumoured", "rumoured")]
    [TestCase("Rumoured", "rumoured")]
    [TestCase("Rumoured", "Rumoured")]
    public void Of_HedgeAddedToTheRules_IsKnown(string inRules, string inRow)
    {
        var rules = RuleSetFile.Parse(RuleText.Edited("\"hedge\": {", $"\"hedge\": {{ \"{inRules}\": {{ \"factor\": 0.5, \"reason\": \"Mine.\" }},"), "my.json");
        Assert.That(SmallEvidence.Weigh([Plain with { Hedge = inRow }], rules: rules).Evidence.FactorOf("s", FactorKind.Hedge), Is.EqualTo(0.5));
    }

    [TestCase(Directness.Unstated, 1)]
    [TestCase(Directness.Witnessed, 1)]
    [TestCase(Directness.Firsthand, 1)]
    [TestCase(Directness.Told, 0.75)]
    [TestCase(Directness.Inferred, 0.5)]
    public void Of_Directness_IsTheRulesFactor(Directness directness, double factor) =>
        Assert.That(SmallEvidence.Of(Plain with { Directness = directness }).FactorOf("s", FactorKind.Directness), Is.EqualTo(factor));

    [TestCase(-2, 1.4)]
    [TestCase(-1, 1.2)]
    [TestCase(0, 1)]
    [TestCase(1, 0.8)]
    [TestCase(2, 0.6)]
    public void Of_Interest_IsTheRulesFactor(int interest, double factor) =>
        Assert.That(SmallEvidence.Of(Plain with { Interest = interest }).FactorOf("s", FactorKind.Interest), Is.EqualTo(factor));

    [TestCase("public_record", 1)]
    [TestCase("own_reporting", 0.9)]
    [TestCase("social_account", 0.6)]
    [TestCase(null, 0.85)]
    public void Of_Relay_IsTheFactorOfItsCarriersType(string? type, double factor) =>
        Assert.That(SmallEvidence.Of(Plain with { Origin = "o", SourceType = type }).FactorOf("s", FactorKind.Relay), Is.EqualTo(factor));

    [Test]
    public void Of_Relay_NamesItsCarriersType()
    {
        var evidence = SmallEvidence.Of(Plain with { Origin = "o", SourceType = "outlet" });
        Assert.That(evidence.Factors.Of(0, FactorKind.Relay).Reason, Is.EqualTo("passed on by a source of type own_reporting"));
    }

    [Test]
    public void Of_ReportOfUnknownOrigin_IsARelay() =>
        Assert.That(SmallEvidence.Of(Plain with { Origin = "unknown" }).FactorOf("s", FactorKind.Relay), Is.EqualTo(0.85));

    [Test]
    public void Of_OwnStatement_IsNoRelay() =>
        Assert.That(SmallEvidence.Of(Plain, Plain with { Source = "t", Origin = "s" }).FactorOf("s", FactorKind.Relay), Is.EqualTo(1));

    [TestCase(FactorKind.Hedge, 0.6)]
    [TestCase(FactorKind.Directness, 0.5)]
    [TestCase(FactorKind.Interest, 1.4)]
    public void Of_RelayThatLeavesItOpen_TakesItFromItsOriginsStatement(FactorKind kind, double factor) =>
        Assert.That(SmallEvidence.Of(Statement, Plain with { Source = "t", Origin = "o" }).FactorOf("t", kind), Is.EqualTo(factor));

    [TestCase(FactorKind.Hedge, 0.6)]
    [TestCase(FactorKind.Directness, 0.5)]
    [TestCase(FactorKind.Interest, 1.4)]
    public void Of_RelayOfARelayThatLeavesItOpen_TakesItFromTheEndOfTheChain(FactorKind kind, double factor) => Assert.That(
        SmallEvidence.Of(Statement, Plain with { Source = "t", Origin = "o" }, Plain with { Source = "u", Origin = "t" }).FactorOf("u", kind), Is.EqualTo(factor));

    [TestCase(FactorKind.Hedge, 1)]
    [TestCase(FactorKind.Directness, 0.75)]
    [TestCase(FactorKind.Interest, 0.6)]
    public void Of_RelayThatStatesIt_KeepsItsOwn(FactorKind kind, double factor) => Assert.That(
        SmallEvidence.Of(Statement, Plain with { Source = "t", Origin = "o", Hedge = "asserted", Directness = Directness.Told, Interest = 2 }).FactorOf("t", kind),
        Is.EqualTo(factor));

    [TestCase("y")]
    [TestCase("x")]
    public void Of_RelayOfAnotherClaimOrItem_TakesNothingFromTheStatement(string value) => Assert.That(
        SmallEvidence.Of(Statement, Plain with { Item = value == "x" ? "j" : "i", Value = value, Source = "t", Origin = "o" }).FactorOf("t", FactorKind.Hedge), Is.EqualTo(1));

    [TestCase(FactorKind.Hedge)]
    [TestCase(FactorKind.Directness)]
    [TestCase(FactorKind.Interest)]
    public void Of_AnotherSourceOnTheSameClaim_TakesNothingFromTheStatement(FactorKind kind) =>
        Assert.That(SmallEvidence.Of(Statement, Plain with { Source = "t", Origin = "p" }).FactorOf("t", kind), Is.EqualTo(1));

    [TestCase(0, 1)]
    [TestCase(10, 0.5)]
    [TestCase(20, 0.25)]
    [TestCase(5, 0.70710678118654752)]
    public void Of_Age_HalvesWithEachHalfLifeBeforeTheLatest(int days, double factor) => Assert.That(
        Fading(null, Plain with { Time = Day.AddDays(-days) }, Plain with { Source = "t", Time = Day }).FactorOf("s", FactorKind.Age), Is.EqualTo(factor).Within(1e-15));

    /// <summary>What was said long ago was said: no half-life makes nothing of it.</summary>
    [Test]
    public void Of_AgeOfManyHalfLives_IsAMillionthAtLeast()
    {
        var evidence = Fading(null, Plain with { Time = Day.AddYears(-900) }, Plain with { Source = "t", Time = Day });
        Assert.That((evidence.FactorOf("s", FactorKind.Age), evidence.RuleWeight[evidence.Corpus.AssertionOf("s")] > 0), Is.EqualTo((1e-6, true)));
    }

    [Test]
    public void Of_AgeOfUndatedAssertion_IsOne() =>
        Assert.That(Fading(null, Plain, Plain with { Source = "t", Time = Day }).FactorOf("s", FactorKind.Age), Is.EqualTo(1));

    [Test]
    public void Of_AgeAsOfADate_CountsFromThatDate() =>
        Assert.That(Fading(Day.AddDays(10), Plain with { Time = Day }).FactorOf("s", FactorKind.Age), Is.EqualTo(0.5).Within(1e-15));

    [Test]
    public void Of_AgeInTheDefaultRules_IsOne() =>
        Assert.That(SmallEvidence.Of(Plain with { Time = Day.AddYears(-50) }, Plain with { Source = "t", Time = Day }).FactorOf("s", FactorKind.Age), Is.EqualTo(1));

    [Test]
    public void Product_Assertion_IsOfAllFactors()
    {
        var evidence = Fading(Day.AddDays(10), Statement with { Origin = "z", Time = Day });
        Assert.That(evidence.Factors.Product(0), Is.EqualTo(0.85 * 0.6 * 0.5 * 1.4 * 0.5).Within(1e-15));
    }

    [Test]
    public void RuleWeight_CountedAssertion_IsTheProduct() => Assert.That(SmallEvidence.Of(Statement).RuleWeight[0], Is.EqualTo(0.6 * 0.5 * 1.4).Within(1e-15));

    [TestCase(Stance.Retracts)]
    public void RuleWeight_AssertionThatDoesNotCount_IsZero(Stance stance) =>
        Assert.That(SmallEvidence.Of(Statement with { Stance = stance }).RuleWeight[0], Is.Zero);

    [Test]
    public void AreAllOne_PlainRows_IsTrue() => Assert.That(SmallEvidence.Of(Plain with { Time = Day, Stance = Stance.Denies }).Factors.AreAllOne, Is.True);

    [TestCaseSource(nameof(RowsWithAFactor))]
    public void AreAllOne_RowWithAFactor_IsFalse(Assertion row) => Assert.That(SmallEvidence.Of(Plain with { Source = "t" }, row).Factors.AreAllOne, Is.False);

    /// <summary>A statement of the origin that every rule has something to say of.</summary>
    private static Assertion Statement { get; } = new("i", "o", "x") { Hedge = "alleged", Directness = Directness.Inferred, Interest = -2 };

    private static IEnumerable<TestCaseData> RowsWithAFactor()
    {
        yield return new TestCaseData(Plain with { Origin = "o" }).SetArgDisplayNames("Origin");
        yield return new TestCaseData(Plain with { Hedge = "alleged" }).SetArgDisplayNames("Hedge");
        yield return new TestCaseData(Plain with { Directness = Directness.Told }).SetArgDisplayNames("Directness");
        yield return new TestCaseData(Plain with { Interest = 1 }).SetArgDisplayNames("Interest");
    }

    private static Evidence Fading(DateTimeOffset? asOf, params Assertion[] rows) =>
        SmallEvidence.Weigh(rows, rules: RuleSetFile.Default() with { Age = new AgeRule(10, "Mine.") }, asOf: asOf).Evidence;
}
