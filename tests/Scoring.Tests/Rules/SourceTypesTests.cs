using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Tests.Rules;

public sealed class SourceTypesTests
{
    [TestCase("own_reporting", "own_reporting")]
    [TestCase("outlet", "own_reporting")]
    [TestCase("News Outlet", "own_reporting")]
    [TestCase("state-media", "affiliated_channel")]
    [TestCase(" REGISTRY ", "public_record")]
    [TestCase("worker", "unknown")]
    public void Of_DeclaredType_IsFoundUnderAnyOfItsNames(string declared, string type) =>
        Assert.That(TypeOf([new("i", "s")], new SourceDeclaration("s") { Type = declared }).Type, Is.EqualTo(type));

    [Test]
    public void Of_NoType_IsTheFallback() => Assert.That(TypeOf([new("i", "s")]).Type, Is.EqualTo("unknown"));

    [Test]
    public void Of_NoType_GivesNoWarning() => Assert.That(TypeOf([new("i", "s")]).Warnings, Is.Empty);

    [Test]
    public void Of_UnknownType_IsTheFallback() => Assert.That(TypeOf([new("i", "s") { SourceType = "oracle" }]).Type, Is.EqualTo("unknown"));

    [Test]
    public void Of_UnknownType_WarnsOnceForAllSourcesOfIt() => Assert.That(
        TypeOf([new("i", "s") { SourceType = "oracle" }, new("i", "t") { SourceType = "oracle" }]).Warnings.Single(),
        Does.StartWith("source type 'oracle' is not in the rule set: taken as 'unknown' (known: public_record, official_statement, "));

    [Test]
    public void Of_UnknownDeclaredType_Warns() =>
        Assert.That(TypeOf([new("i", "s")], new SourceDeclaration("s") { Type = "oracle" }).Warnings, Has.Count.EqualTo(1));

    [Test]
    public void Of_TypeInRows_IsTaken() => Assert.That(TypeOf([new("i", "s") { SourceType = "telegram" }, new("j", "s")]).Type, Is.EqualTo("affiliated_channel"));

    [TestCase("telegram", "analyst", "source 's' is declared as 'analyst' but called 'affiliated_channel' in its rows: taken as declared")]
    [TestCase("telegram", "affiliated_channel", null)]
    public void Of_DeclaredTypeOtherThanInRows_Warns(string inRows, string declared, string? warning) => Assert.That(
        TypeOf([new("i", "s") { SourceType = inRows }], new SourceDeclaration("s") { Type = declared }).Warnings, Is.EqualTo(warning is null ? Array.Empty<string>() : new[] { warning }));

    [Test]
    public void Of_DeclaredTypeBesideRows_Wins() => Assert.That(
        TypeOf([new("i", "s") { SourceType = "telegram" }], new SourceDeclaration("s") { Type = "analyst" }).Type, Is.EqualTo("named_analyst"));

    [Test]
    public void Of_DeclarationWithoutType_LeavesTheRows() => Assert.That(
        TypeOf([new("i", "s") { SourceType = "telegram" }], new SourceDeclaration("s") { Name = "S" }).Type, Is.EqualTo("affiliated_channel"));

    [Test]
    public void Of_SeveralTypesInRows_TakesTheMostFrequent() => Assert.That(
        TypeOf([new("a", "s") { SourceType = "analyst" }, new("b", "s") { SourceType = "telegram" }, new("c", "s") { SourceType = "telegram" }]).Type,
        Is.EqualTo("affiliated_channel"));

    [Test]
    public void Of_SeveralTypesInRowsEquallyOften_TakesTheFirstByName() => Assert.That(
        TypeOf([new("a", "s") { SourceType = "telegram" }, new("b", "s") { SourceType = "analyst" }]).Type, Is.EqualTo("affiliated_channel"));

    [Test]
    public void Of_SeveralTypesInRows_Warns() => Assert.That(
        TypeOf([new("a", "s") { SourceType = "telegram" }, new("b", "s") { SourceType = "analyst" }]).Warnings,
        Is.EqualTo(new[] { "source 's' has several types (affiliated_channel, named_analyst): taken as 'affiliated_channel'" }));

    [Test]
    public void Of_SeveralTypesInRowsButOneDeclared_GivesNoWarning() => Assert.That(
        TypeOf([new("a", "s") { SourceType = "telegram" }, new("b", "s") { SourceType = "analyst" }], new SourceDeclaration("s") { Type = "outlet" }).Warnings,
        Is.Empty);

    [TestCase("outlet", "Outlet")]
    [TestCase("news outlet", "news_outlet")]
    [TestCase("outlet", "newspaper")]
    public void Of_OneTypeUnderTwoNamesInRows_GivesNoWarning(string one, string other) =>
        Assert.That(TypeOf([new("a", "s") { SourceType = one }, new("b", "s") { SourceType = other }]).Warnings, Is.Empty);

    [Test]
    public void Of_OneTypeUnderTwoNamesInRows_CountsAsOne() => Assert.That(
        TypeOf(
        [
            new("a", "s") { SourceType = "outlet" }, new("b", "s") { SourceType = "newspaper" }, new("c", "s") { SourceType = "press" },
            new("d", "s") { SourceType = "telegram" }, new("e", "s") { SourceType = "telegram" },
        ]).Type,
        Is.EqualTo("own_reporting"));

    [TestCase(" Public Record ", "public_record")]
    [TestCase("STATE-media", "state_media")]
    public void Normalize_Name_IsInSnakeCase(string name, string normal) => Assert.That(SourceTypes.Normalize(name), Is.EqualTo(normal));

    private static (string Type, List<string> Warnings) TypeOf(Assertion[] rows, params SourceDeclaration[] declarations)
    {
        var (evidence, warnings) = SmallEvidence.Weigh(rows, declarations);
        return (evidence.Types.Names[evidence.Types.OfSource[Array.IndexOf(evidence.Corpus.Sources, "s")]], warnings);
    }
}
