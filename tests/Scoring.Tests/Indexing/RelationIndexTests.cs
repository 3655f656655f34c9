using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Tests.Indexing;

/// <summary>Relations find their claims, or make them.</summary>
public sealed class RelationIndexTests
{
    [Test]
    public void Build_RelationBetweenAssertedClaims_PointsAtThem()
    {
        var corpus = Related([new("i", "s", "x"), new("i", "s", "y"), new("j", "s", "z")], new RelationDeclaration("i", "y", RelationKind.Excludes, "j", "z", 4)).Corpus;
        Assert.That(corpus.Relations, Is.EqualTo(new[] { new ClaimRelation(1, RelationKind.Excludes, 2, 4) }));
    }

    [Test]
    public void Build_RelationBetweenAssertedClaims_GivesNoWarning() =>
        Assert.That(Related([new("i", "s"), new("j", "s")], new RelationDeclaration("i", "true", RelationKind.Implies, "j", "true")).Warnings, Is.Empty);

    [Test]
    public void Build_RelationThatSpellsYesInAnotherWay_PointsAtTheSameClaim() => Assert.That(
        Related([new("i", "s", "true"), new("j", "s", "x")], new RelationDeclaration("i", "TRUE", RelationKind.Implies, "j", "x")).Corpus.ClaimCount,
        Is.EqualTo(2));

    [TestCase("i", "y", "j", "z")]
    [TestCase("j", "z", "i", "y")]
    [TestCase("j", "z", "i", "a")]
    public void Build_RelationToValueThatNobodyNamed_MakesAClaimWithoutAssertions(string item, string value, string otherItem, string otherValue)
    {
        var corpus = Related([new("i", "s", "x"), new("j", "s", "z")], new RelationDeclaration(item, value, RelationKind.Implies, otherItem, otherValue)).Corpus;
        var claim = corpus.FindClaim(corpus.FindItem("i"), item == "i" ? value : otherValue);
        Assert.That(corpus.FirstAssertion[claim + 1] - corpus.FirstAssertion[claim], Is.Zero);
    }

    [Test]
    public void Build_RelationToItemThatNobodySpeaksOn_MakesTheItem()
    {
        var corpus = Related([new("i", "s")], new RelationDeclaration("i", "true", RelationKind.Implies, "j", "z")).Corpus;
        Assert.That(corpus.Items, Is.EqualTo(new[] { "i", "j" }));
    }

    [Test]
    public void Build_RelationToItemThatNobodySpeaksOn_LeavesTheAssertionsWhereTheyBelong()
    {
        var corpus = Related(
            [new("b", "s"), new("d", "t")],
            new RelationDeclaration("a", "x", RelationKind.Implies, "c", "x"),
            new RelationDeclaration("d", "false", RelationKind.Implies, "e", "x")).Corpus;
        Assert.That(corpus.FirstAssertion, Is.EqualTo(new[] { 0, 0, 1, 1, 1, 2, 2 }));
    }

    [Test]
    public void Build_RelationToItemThatNobodySpeaksOn_Warns() => Assert.That(
        Related([new("i", "s")], new RelationDeclaration("i", "true", RelationKind.Implies, "j", "z")).Warnings,
        Is.EqualTo(new[] { "relations: nothing is asserted of item 'j': its score rests on relations alone" }));

    [Test]
    public void Build_TwoRelationsToOneItemThatNobodySpeaksOn_WarnsOnce() => Assert.That(
        Related(
            [new("i", "s"), new("k", "s")],
            new RelationDeclaration("i", "true", RelationKind.Implies, "j", "z"),
            new RelationDeclaration("k", "true", RelationKind.Implies, "j", "z")).Warnings,
        Has.Count.EqualTo(1));

    [Test]
    public void Build_RelationToValueThatNobodyNames_Warns() => Assert.That(
        Related([new("i", "s", "Paris"), new("j", "s", "Rome")], new RelationDeclaration("i", "Pariss", RelationKind.Implies, "j", "Rome")).Warnings,
        Is.EqualTo(new[] { "relations: nobody names 'Pariss' on item 'i', where others are named: it is one more answer to it unless misspelt" }));

    [Test]
    public void Build_RelationToTheOppositeOfWhatIsSaid_DoesNotWarn() => Assert.That(
        Related([new("i", "s"), new("j", "s")], new RelationDeclaration("i", "false", RelationKind.Implies, "j", "true")).Warnings, Is.Empty);

    [Test]
    public void Build_RelationToLabelSaidOfOtherItems_DoesNotWarn() => Assert.That(
        Related([.. Enumerable.Range(0, 30).Select(i => new Assertion($"i{i}", "s", i % 2 == 0 ? "red" : "blue"))], new RelationDeclaration("i0", "blue", RelationKind.Excludes, "i1", "blue")).Warnings,
        Is.Empty);

    [TestCase(RelationKind.Implies, "implies")]
    [TestCase(RelationKind.Excludes, "excludes")]
    [TestCase(RelationKind.Equivalent, "is equivalent to")]
    public void Build_SameRelationTwice_Warns(RelationKind kind, string verb) => Assert.That(
        Related([new("i", "s"), new("j", "s")], new("i", "true", kind, "j", "true", 4), new("i", "true", kind, "j", "true", 6)).Warnings,
        Is.EqualTo(new[] { $"relations: 'true' on item 'i' {verb} 'true' on item 'j' 2 times: each time counts" }));

    [TestCase(RelationKind.Implies, 0)]
    [TestCase(RelationKind.Excludes, 1)]
    [TestCase(RelationKind.Equivalent, 1)]
    public void Build_RelationBothWays_WarnsWhereThatSaysTheSame(RelationKind kind, int warnings) => Assert.That(
        Related([new("i", "s"), new("j", "s")], new("i", "true", kind, "j", "true"), new("j", "true", kind, "i", "true")).Warnings, Has.Count.EqualTo(warnings));

    [TestCase("i", RelationKind.Implies, "j", "'true' on item 'i' implies 'true' on item 'j'")]
    [TestCase("j", RelationKind.Implies, "i", "'true' on item 'j' implies 'true' on item 'i'")]
    [TestCase("j", RelationKind.Equivalent, "i", "'true' on item 'i' is equivalent to 'true' on item 'j'")]
    public void Build_RelationsThatContradict_Warns(string item, RelationKind kind, string other, string said) => Assert.That(
        Related([new("i", "s"), new("j", "s")], new(item, "true", kind, other, "true"), new("i", "true", RelationKind.Excludes, "j", "true")).Warnings,
        Is.EqualTo(new[] { $"relations: {said}, and excludes it: one of the two must be wrong" }));

    [Test]
    public void Build_VeryManyOfOneKind_NamesTenAndCountsTheRest()
    {
        var warnings = Related([new("i", "s")], [.. Enumerable.Range(0, 1234).Select(other => new RelationDeclaration("i", "true", RelationKind.Implies, $"silent{other}", "z"))]).Warnings;
        Assert.That((warnings.Count, warnings[^1]), Is.EqualTo((11, "1,224 more warnings like the last")));
    }

    private static (Corpus Corpus, List<string> Warnings) Related(Assertion[] rows, params RelationDeclaration[] relations) =>
        SmallCorpus.Build(rows, relations: relations);
}
