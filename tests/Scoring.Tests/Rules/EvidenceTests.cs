using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Tests.Rules;

public sealed class EvidenceTests
{
    [TestCase(new[] { "true" }, 1)]
    [TestCase(new[] { "true", "false" }, 0)]
    [TestCase(new[] { "x" }, 1)]
    [TestCase(new[] { "x", "y" }, 1)]
    public void UnnamedAlternatives_NothingKnownOfFalseValues_AreThoseLeftOrCountAsOne(string[] values, double expected) =>
        Assert.That(Named(values).UnnamedAlternatives(0), Is.EqualTo(expected));

    [TestCase(1, 1, 9, 1)]
    [TestCase(1, 3, 9, 3)]
    [TestCase(1, 3, 4.5, 2.5)]
    [TestCase(1, 3, 2, 1)]
    [TestCase(0.2, 3, 9, 1)]
    [TestCase(0.5, 3, 9, 1.5)]
    [TestCase(4, 1, 9, 4)]
    [TestCase(4, 3, 9, 12)]
    public void UnnamedAlternatives_OpenItem_CountForEachNamedValueAsFarAsFalseOnesGoAndAtLeastAsOne(double rule, int values, double falseValues, double expected)
    {
        var rules = RuleSetFile.Default();
        var rows = Enumerable.Range(0, values).Select(value => new Assertion("i", $"s{value}", $"v{value}"));
        var (evidence, _) = SmallEvidence.Weigh(rows, rules: rules with { OpenWorld = rules.OpenWorld with { UnnamedAlternatives = rule } });
        Assert.That((evidence with { FalseValues = falseValues }).UnnamedAlternatives(0), Is.EqualTo(expected));
    }

    [Test]
    public void UnnamedAlternatives_ValuesThatAreDeniedOrTakenBack_AreNotNamed()
    {
        Assertion[] rows =
        [
            new("i", "a", "x"), new("i", "b", "y"), new("i", "c", "denied") { Stance = Stance.Denies },
            new("i", "d", "taken-back") { Time = DateTimeOffset.UnixEpoch }, new("i", "d", "taken-back") { Stance = Stance.Retracts, Time = DateTimeOffset.UnixEpoch.AddDays(1) },
        ];
        Assert.That((SmallEvidence.Of(rows) with { FalseValues = 99 }).UnnamedAlternatives(0), Is.EqualTo(2));
    }

    [TestCase(new[] { "true" }, 1)]
    [TestCase(new[] { "true", "false" }, 1)]
    [TestCase(new[] { "x" }, 1)]
    [TestCase(new[] { "x", "y" }, 2)]
    [TestCase(new[] { "x", "y", "z" }, 3)]
    public void FalseAlternatives_Item_AreAllHypothesesButOne(string[] values, double expected) =>
        Assert.That(Named(values).FalseAlternatives(0), Is.EqualTo(expected).Within(1e-15));

    [TestCase(null, null, 0.7)]
    [TestCase("public_record", null, 0.95)]
    [TestCase("public_record", 0.4, 0.4)]
    public void ExpectedReliability_Source_IsItsDeclarationsOrItsTypes(string? type, double? declared, double expected)
    {
        var declaration = new SourceDeclaration("s") { Type = type, Reliability = declared };
        Assert.That(SmallEvidence.Weigh([new("i", "s")], [declaration]).Evidence.Types.ExpectedReliability(0, declaration), Is.EqualTo(expected));
    }

    [Test]
    public void Speaker_Relay_IsItsOrigin()
    {
        var evidence = SmallEvidence.Of(new Assertion("i", "s") { Origin = "o" });
        Assert.That(evidence.Corpus.Sources[evidence.Speaker[0]], Is.EqualTo("o"));
    }

    private static Evidence Named(string[] values) => SmallEvidence.Of([.. values.Select((value, index) => new Assertion("i", $"s{index}", value))]);
}
