using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class DeclarationCheckTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void Score_ReliabilityOutOfRange_Throws(double reliability) =>
        Assert.That(() => Score(new ScoringOptions { Sources = [new SourceDeclaration("s") { Reliability = reliability }] }), Throws.ArgumentException.With.Message.Contains("reliability"));

    [Test]
    public void Score_SourceDeclaredTwice_Throws() =>
        Assert.That(() => Score(new ScoringOptions { Sources = [new SourceDeclaration("s"), new SourceDeclaration("s")] }), Throws.ArgumentException.With.Message.Contains("twice"));

    [Test]
    public void Score_RelationOfAnItemWithItself_Throws() =>
        Assert.That(() => Score(new ScoringOptions { Relations = [new("i", "x", RelationKind.Excludes, "i", "y")] }), Throws.ArgumentException.With.Message.Contains("itself"));

    [TestCase(0)]
    [TestCase(-3)]
    [TestCase(100)]
    [TestCase(double.NaN)]
    public void Score_StrengthOutOfRange_Throws(double strengthDb) =>
        Assert.That(() => Score(new ScoringOptions { Relations = [new("i", "x", RelationKind.Excludes, "j", "y", strengthDb)] }), Throws.ArgumentException.With.Message.Contains("strength"));

    [Test]
    public void Score_NoAssertions_GivesNoClaims() => Assert.That(CredibilityScorer.Score([]).Claims, Is.Empty);

    private static ScoringResult Score(ScoringOptions options) => CredibilityScorer.Score([new Assertion("i", "s")], options);
}
