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
    public void Score_UnpairedSurrogates_AreRefused()
    {
        const string bad = "a\uD800";
        foreach (var options in (ScoringOptions[])
            [
                new() { Sources = [new(bad)] }, new() { Sources = [new("s") { Affiliation = bad }] }, new() { Sources = [new("s") { Name = bad }] },
                new() { Relations = [new("i", bad, RelationKind.Implies, "j", "x")] }, new() { Truths = [new(bad, "x")] }, new() { Truths = [new("i", bad)] },
            ])
        {
            Assert.That(() => Score(options), Throws.ArgumentException.With.Message.Contains("surrogate"));
        }
    }

    [Test]
    public void Score_BlankAffiliation_IsNoParty()
    {
        Assertion[] assertions = [new("i", "a", "x"), new("i", "b", "x"), new("i", "c", "y")];
        var blank = CredibilityScorer.Score(assertions, new ScoringOptions { Sources = [new("a") { Affiliation = "" }, new("b") { Affiliation = "" }] });
        Assert.That(blank.Claims, Is.EqualTo(CredibilityScorer.Score(assertions, new ScoringOptions { Sources = [new("a"), new("b")] }).Claims));
    }

    [Test]
    public void Score_DeclarationInMemory_IsTakenAsAFileWouldBe()
    {
        var source = Score(new ScoringOptions { Sources = [new("s") { Type = "", Affiliation = " ", Name = "", Letter = "b", Note = "" }, new("t") { Letter = " " }] }).Sources;
        Assert.That((source[0].Name, source[0].Affiliation, source[0].DeclaredLetter), Is.EqualTo(("s", (string?)null, "B")));
        Assert.That(source[1].DeclaredLetter, Is.Null);
    }

    [Test]
    public void Score_NoAssertions_GivesNoClaims() => Assert.That(CredibilityScorer.Score([]).Claims, Is.Empty);

    private static ScoringResult Score(ScoringOptions options) => CredibilityScorer.Score([new Assertion("i", "s")], options);
}
