using System.Text.Json;
using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Tests.Indexing;

public sealed class CorpusBuilderTests
{
    private const int Seeds = 20;

    private static readonly DateTimeOffset Day = new(2025, 8, 15, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Build_NoRows_GivesAnEmptyCorpus()
    {
        var corpus = SmallCorpus.Of();
        Assert.That((corpus.ItemCount, corpus.SourceCount, corpus.ClaimCount, corpus.AssertionCount), Is.EqualTo((0, 0, 0, 0)));
    }

    [Test]
    public void Build_Items_AreInOrdinalOrder() => Assert.That(
        SmallCorpus.Of(new("b", "s"), new("é", "s"), new("9", "s"), new("B", "s"), new("10", "s"), new("a", "s")).Items,
        Is.EqualTo(new[] { "10", "9", "B", "a", "b", "é" }));

    [Test]
    public void Build_Sources_AreAllThatAssertAreRelayedOrDeclared() => Assert.That(
        SmallCorpus.Build([new("i", "speaks") { Origin = "relayed" }], [new SourceDeclaration("declared")]).Corpus.Sources,
        Is.EqualTo(new[] { "declared", "relayed", "speaks" }));

    [Test]
    public void Build_Declarations_StandBesideTheirSources() => Assert.That(
        SmallCorpus.Build([new("i", "a"), new("i", "c")], [new SourceDeclaration("c"), new SourceDeclaration("b")]).Corpus.Declarations.Select(found => found?.Source),
        Is.EqualTo(new[] { null, "b", "c" }));

    [Test]
    public void Build_RandomRows_AssertionsStandUnderTheirClaims([Range(1, Seeds)] int seed)
    {
        var corpus = Draw(seed).Corpus;
        var drawn = RandomRows.Draw(seed).Select(row => (row.Item, row.Source, Canonical(row.Value))).Distinct();
        Assert.That(Enumerable.Range(0, corpus.AssertionCount).Select(a => Described(corpus, a)).Distinct(), Is.EquivalentTo(drawn));
    }

    [Test]
    public void Build_RandomRows_ClaimsOfAnItemAreContiguous([Range(1, Seeds)] int seed)
    {
        var corpus = Draw(seed).Corpus;
        Assert.That(
            Enumerable.Range(0, corpus.ItemCount).SelectMany(item => Enumerable.Repeat(item, corpus.FirstClaim[item + 1] - corpus.FirstClaim[item])),
            Is.EqualTo(corpus.ItemOfClaim));
    }

    [Test]
    public void Build_RandomRows_EveryItemHasAClaim([Range(1, Seeds)] int seed)
    {
        var corpus = Draw(seed).Corpus;
        Assert.That(Enumerable.Range(0, corpus.ItemCount).Select(corpus.NamedCount), Is.All.AtLeast(1));
    }

    [Test]
    public void Build_RandomRows_ClaimsAreInOrderOfItemAndValueWithoutRepetition([Range(1, Seeds)] int seed)
    {
        var corpus = Draw(seed).Corpus;
        var claims = Enumerable.Range(0, corpus.ClaimCount).Select(claim => (corpus.ItemOfClaim[claim], corpus.ValueOfClaim[claim])).ToArray();
        Assert.That(claims, Is.Unique.And.Ordered);
    }

    [Test]
    public void Build_RandomRows_FirstAssertionRisesFromZeroToTheCount([Range(1, Seeds)] int seed)
    {
        var corpus = Draw(seed).Corpus;
        Assert.That((corpus.FirstAssertion[0], corpus.FirstAssertion[^1], corpus.FirstAssertion.Length), Is.EqualTo((0, corpus.AssertionCount, corpus.ClaimCount + 1)));
        Assert.That(corpus.FirstAssertion, Is.Ordered);
    }

    [Test]
    public void Build_RandomRows_RowsKeptAndDuplicatesAreAllRows([Range(1, Seeds)] int seed)
    {
        var corpus = Draw(seed).Corpus;
        Assert.That(corpus.AssertionCount + corpus.DuplicateRows, Is.EqualTo(RandomRows.Draw(seed).Length));
    }

    [Test]
    public void Build_ShuffledRows_GivesTheSameCorpus([Range(1, Seeds)] int seed)
    {
        var (rows, declarations, relations) = (RandomRows.Draw(seed), RandomRows.Declarations(seed), RandomRows.Relations(seed));
        var random = new Random(seed);
        random.Shuffle(rows);
        random.Shuffle(declarations);
        random.Shuffle(relations);
        var shuffled = SmallCorpus.Build(rows, declarations, relations).Corpus;
        Assert.That(JsonSerializer.Serialize(shuffled), Is.EqualTo(JsonSerializer.Serialize(Draw(seed).Corpus)));
    }

    [TestCase(1, 0)]
    [TestCase(2, 1)]
    [TestCase(5, 4)]
    public void Build_RowsThatAreTheSameInEveryColumn_CountOnce(int times, int duplicates)
    {
        var corpus = SmallCorpus.Of([.. Enumerable.Repeat(Full, times)]);
        Assert.That((corpus.AssertionCount, corpus.DuplicateRows), Is.EqualTo((1, duplicates)));
    }

    [TestCaseSource(nameof(Variants))]
    public void Build_RowsThatDifferInOneColumn_BothCount(Assertion variant)
    {
        var corpus = SmallCorpus.Of(Full, variant);
        Assert.That((corpus.AssertionCount, corpus.DuplicateRows), Is.EqualTo((2, 0)));
    }

    [Test]
    public void Build_SameMomentInTwoTimeZones_IsADuplicate() => Assert.That(
        SmallCorpus.Of(new("i", "s") { Time = Day }, new("i", "s") { Time = Day.ToOffset(TimeSpan.FromHours(3)) }).DuplicateRows, Is.EqualTo(1));

    [Test]
    public void Build_YesNoWordInTwoSpellings_IsOneClaim() => Assert.That(
        SmallCorpus.Of(new("i", "a", "true"), new("i", "b", "True"), new("i", "c", "TRUE")).NamedCount(0), Is.EqualTo(1));

    [TestCase("true True", "True")]
    [TestCase("true True true", "true")]
    [TestCase("TRUE true true", "true")]
    public void Build_YesNoWordInTwoSpellings_ShowsTheOneOfMostRows(string values, string shown) =>
        Assert.That(SmallCorpus.Of([.. values.Split(' ').Select((value, index) => new Assertion("i", $"s{index}", value))]).ValueText(0), Is.EqualTo(shown));

    /// <summary>How relations and single rows spell a word renames no claim that others spell otherwise.</summary>
    [Test]
    public void Build_YesNoWordThatRelationsSpellOtherwise_StaysAsTheRowsHaveIt()
    {
        var corpus = SmallCorpus.Build(
            [new("a", "s", "true"), new("b", "s", "true"), new("c", "s", "true")], relations: [new("a", "TRUE", RelationKind.Implies, "b", "True", 5), new("c", "TRUE", RelationKind.Implies, "b", "True", 5)]).Corpus;
        Assert.That(Enumerable.Range(0, corpus.ClaimCount).Select(corpus.ValueText), Is.EqualTo(new[] { "true", "true", "true" }));
    }

    [Test]
    public void Build_SourceThatSaysOneWordInTwoSpellings_IsADuplicate() =>
        Assert.That(SmallCorpus.Of(new("i", "a", "true"), new("i", "a", "True")).DuplicateRows, Is.EqualTo(1));

    [Test]
    public void Build_OtherValueInTwoSpellings_IsTwoClaims() =>
        Assert.That(SmallCorpus.Of(new("i", "a", "Paris"), new("i", "b", "paris")).NamedCount(0), Is.EqualTo(2));

    [Test]
    public void Build_ColumnsThatNoRowUses_AreLeftOut()
    {
        var details = SmallCorpus.Of(new Assertion("i", "s")).Details;
        Assert.That(
            new object?[]
            {
                details.Stance, details.Origin, details.Via, details.SourceType, details.Directness, details.Hedge,
                details.Interest, details.Time, details.Url, details.Quote, details.Note,
            },
            Is.All.Null);
    }

    [Test]
    public void Build_FullRow_KeepsEveryColumn()
    {
        var corpus = SmallCorpus.Of(Full, new Assertion("a", "b"));
        var (details, a) = (corpus.Details, corpus.AssertionOf(Full.Source));
        Assert.That(
            new Assertion(corpus.ItemText(corpus.ClaimOfAssertion(a)), Full.Source, corpus.ValueText(corpus.ClaimOfAssertion(a)))
            {
                Stance = details.StanceOf(a),
                Origin = corpus.Sources[details.OriginOf(a)],
                Via = details.Word(details.Via, a),
                SourceType = details.Word(details.SourceType, a),
                Directness = details.Directness![a],
                Hedge = details.Word(details.Hedge, a),
                Interest = details.Interest![a],
                Time = new DateTimeOffset(details.TimeOf(a), TimeSpan.Zero),
                Url = details.Url![a],
                Quote = details.Quote![a],
                Note = details.Note![a],
            },
            Is.EqualTo(Full));
    }

    private static Assertion Full { get; } = new("i", "s", "v")
    {
        Stance = Stance.Denies,
        Origin = "o",
        Via = "w1",
        SourceType = "w2",
        Directness = Directness.Told,
        Hedge = "w3",
        Interest = -1,
        Time = Day,
        Url = "u",
        Quote = "q",
        Note = "n",
    };

    private static IEnumerable<TestCaseData> Variants()
    {
        yield return Variant("Item", Full with { Item = "j" });
        yield return Variant("Source", Full with { Source = "t" });
        yield return Variant("Value", Full with { Value = "w" });
        yield return Variant("Stance", Full with { Stance = Stance.Supports });
        yield return Variant("Origin", Full with { Origin = "p" });
        yield return Variant("NoOrigin", Full with { Origin = null });
        yield return Variant("UnknownOrigin", Full with { Origin = "unknown" });
        yield return Variant("Via", Full with { Via = "w2" });
        yield return Variant("SourceType", Full with { SourceType = null });
        yield return Variant("Directness", Full with { Directness = Directness.Inferred });
        yield return Variant("Hedge", Full with { Hedge = "0.5" });
        yield return Variant("Interest", Full with { Interest = 2 });
        yield return Variant("Time", Full with { Time = Day.AddTicks(1) });
        yield return Variant("NoTime", Full with { Time = null });
        yield return Variant("Url", Full with { Url = "U" });
        yield return Variant("Quote", Full with { Quote = null });
        yield return Variant("Note", Full with { Note = "n " });
    }

    private static TestCaseData Variant(string name, Assertion assertion) => new TestCaseData(assertion).SetArgDisplayNames(name);

    private static (Corpus Corpus, List<string> Warnings) Draw(int seed) =>
        SmallCorpus.Build(RandomRows.Draw(seed), RandomRows.Declarations(seed), RandomRows.Relations(seed));

    private static (string, string, string) Described(Corpus corpus, int assertion)
    {
        var claim = corpus.ClaimOfAssertion(assertion);
        return (corpus.ItemText(claim), corpus.Sources[corpus.SourceOfAssertion[assertion]], Canonical(corpus.ValueText(claim)));
    }

    private static string Canonical(string value) => YesNo.Word(value) ?? value;
}
