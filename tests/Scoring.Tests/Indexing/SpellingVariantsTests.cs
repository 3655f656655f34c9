using Scoring.Reading;

namespace Scoring.Tests.Indexing;

public sealed class SpellingVariantsTests
{
    [TestCase("Emotet", "emotet")]
    [TestCase("New York", "new  york")]
    [TestCase("É", "é")]
    [TestCase("yes", "true")]
    [TestCase("NON", "faux")]
    public void Build_AnswersThatDifferInSpellingAlone_Warns(string one, string other) => Assert.That(
        SmallCorpus.Build([new("i", "a", one), new("i", "b", other), new("j", "a", one)]).Warnings,
        Has.One.EqualTo($"1 item has answers that differ in spelling alone, as '{Min(one, other)}' and '{Max(one, other)}' of item 'i': they count as different answers unless spelt alike"));

    [Test]
    public void Build_ManyItemsInAnyOrder_CountsThemAndNamesTheFirst() => Assert.That(
        SmallCorpus.Build([.. Enumerable.Range(0, 1_234).Reverse().SelectMany(i => (Assertion[])[new($"i{i:0000}", "a", "x"), new($"i{i:0000}", "b", "X"), new($"i{i:0000}", "c", "x ")])]).Warnings,
        Has.One.StartsWith("1,234 items have answers that differ in spelling alone, as 'X' and 'x' of item 'i0000':"));

    [TestCase("i", "Reuters", "i", "reuters", "1 source differs in spelling alone from another, as 'Reuters' and 'reuters': they count as different ones unless spelt alike")]
    [TestCase("Who won", "a", "who  won", "b", "1 item differs in spelling alone from another, as 'Who won' and 'who  won': they count as different ones unless spelt alike")]
    public void Build_NamesThatDifferInSpellingAlone_Warns(string item, string source, string otherItem, string otherSource, string warning) =>
        Assert.That(SmallCorpus.Build([new(item, source, "x"), new(otherItem, otherSource, "x")]).Warnings, Is.EqualTo(new[] { warning }));

    /// <summary>Zero-width space, byte order mark, marks of direction, soft hyphen, joiners between Latin letters, a hidden tag.</summary>
    [TestCase("Ro\u200Bme", "Ro<U+200B>me")]
    [TestCase("Rome\uFEFF", "Rome<U+FEFF>")]
    [TestCase("\u200ERome\u200F", "<U+200E>Rome<U+200F>")]
    [TestCase("Ro\u00ADme", "Ro<U+00AD>me")]
    [TestCase("Ro\u200Dm\u200Ce", "Ro<U+200D>m<U+200C>e")]
    [TestCase("Rome\U000E0041\U000E0042", "Rome<U+E0041><U+E0042>")]
    [TestCase("Rome\uFE0F", "Rome<U+FE0F>")]
    public void Build_NamesThatDifferInWhatNobodySees_WarnsAndShowsIt(string other, string shown)
    {
        Assert.That(SmallCorpus.Build([new("i", "Rome", "x"), new("i", other, "x")]).Warnings.Single(), Does.Contain($"'{shown}'").And.Contain("'Rome'").And.StartWith("1 source differs in spelling alone"));
        Assert.That(SmallCorpus.Build([new("i", "a", "Rome"), new("i", "b", other)]).Warnings.Single(), Does.Contain($"'{shown}'").And.StartWith("1 item has answers that differ in spelling alone"));
    }

    [Test]
    public void Build_YesWithWhatNobodySees_Warns() =>
        Assert.That(SmallCorpus.Build([new("i", "a", "yes"), new("i", "b", "yes\u200B"), new("i", "c", "no")]).Warnings, Has.One.Contains("'yes<U+200B>'"));

    /// <summary>Joiners and selectors that shape what stands around them are seen.</summary>
    [TestCase("می\u200Cخواهم", "میخواهم")]
    [TestCase("👨\u200D👩\u200D👧", "👨👩👧")]
    [TestCase("❤\uFE0F", "❤")]
    [TestCase("🏴\U000E0067\U000E0062\U000E007F", "🏴")]
    public void Build_NamesThatDifferInJoinersThatAreSeen_DoesNotWarn(string one, string other) =>
        Assert.That(SmallCorpus.Build([new("i", one, "x"), new("i", other, "x")]).Warnings, Is.Empty);

    /// <summary>Names are no answers: a source may be called yes.</summary>
    [Test]
    public void Build_SourcesNamedForAnswers_DoesNotWarn() => Assert.That(SmallCorpus.Build([new("i", "yes", "x"), new("j", "true", "x"), new("No", "s", "x"), new("non", "s", "x")]).Warnings, Is.Empty);

    [TestCase("a", "b")]
    [TestCase("ab", "a b")]
    [TestCase("yes", "no")]
    [TestCase("true", "no")]
    [TestCase("-5", "5")]
    public void Build_AnswersThatDiffer_DoesNotWarn(string one, string other) =>
        Assert.That(SmallCorpus.Build([new("i", "a", one), new("i", "b", other), new("j", "c", one)]).Warnings, Is.Empty);

    [Test]
    public void Build_SameSpellingOnDifferentItems_DoesNotWarn() =>
        Assert.That(SmallCorpus.Build([new("i", "a", "x"), new("j", "b", "X")]).Warnings, Is.Empty);

    private static string Min(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one : other;

    private static string Max(string one, string other) => string.CompareOrdinal(one, other) < 0 ? other : one;
}
