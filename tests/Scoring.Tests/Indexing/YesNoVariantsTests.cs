using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Tests.Indexing;

public sealed class YesNoVariantsTests
{
    private static readonly Assertion[] Implicit =
    [
        .. Enumerable.Range(0, 30).SelectMany(item => Enumerable.Range(0, 3).Select(source => new Assertion($"i{item:00}", $"s{source}") { Stance = (item + source) % 4 == 0 ? Stance.Denies : Stance.Supports })),
    ];

    [TestCase("true", "1", 0)]
    [TestCase("TRUE", "1", 0)]
    [TestCase("true", "0", -1)]
    [TestCase("false", "0", 0)]
    [TestCase("non", "0", 0)]
    [TestCase("false", "1", -1)]
    [TestCase("1", "1", 0)]
    [TestCase("1", "true", -1)]
    [TestCase("x", "1", -1)]
    [TestCase("true", "1.0", -1)]
    public void FindClaim_OneOrZero_IsYesOrNoAmongWords(string named, string value, int claim) =>
        Assert.That(SmallCorpus.Of(new Assertion("i", "s", named)).FindClaim(0, value), Is.EqualTo(claim));

    /// <summary>Labels stay labels, and so does what stands beside anything else.</summary>
    [TestCase("true 1", "true")]
    [TestCase("true 0", "false true")]
    [TestCase("TRUE false 1 0", "TRUE false")]
    [TestCase("no 1", "no yes")]
    [TestCase("1 0", "0 1")]
    [TestCase("1 1 true", "1 true")]
    [TestCase("true 1 maybe", "1 maybe true")]
    [TestCase("true yes 1", "1 true yes")]
    public void Build_OneAndZero_AreYesAndNoWhereMostRowsSayItInWords(string values, string claims) =>
        Assert.That(Named(SmallCorpus.Of([.. values.Split(' ').Select((value, index) => new Assertion("i", $"s{index}", value))]), "i"), Is.EqualTo(claims));

    /// <summary>Beside a question in words another may be labelled 1 and 0.</summary>
    [Test]
    public void Build_LabelsOfAnotherItem_Stay()
    {
        var corpus = SmallCorpus.Of(new("i", "s", "true"), new("i", "t", "1"), new("j", "s", "1"), new("j", "t", "0"));
        Assert.That((Named(corpus, "i"), Named(corpus, "j")), Is.EqualTo(("true", "0 1")));
    }

    [TestCase("true", "1", "true", "true")]
    [TestCase("true", "0", "false true", "false")]
    [TestCase("true", "Yes", "true", "true")]
    [TestCase("oui", "no", "non oui", "non")]
    [TestCase("1", "true", "1 true", "true")]
    [TestCase("x", "1", "1 x", "1")]
    public void Build_Relation_MeansTheAnswerOfItsItem(string named, string said, string claims, string end)
    {
        var corpus = SmallCorpus.Build([new("i", "s", named), new("j", "s", named)], relations: [new("i", said, RelationKind.Implies, "j", said)]).Corpus;
        Assert.That((Named(corpus, "i"), Named(corpus, "j"), corpus.ValueText(corpus.Relations[0].Claim)), Is.EqualTo((claims, claims, end)));
    }

    /// <summary>An item of which nothing is asserted is answered as all others are.</summary>
    [TestCase("true", "1", "true")]
    [TestCase("true", "no", "false")]
    [TestCase("x", "1", "1")]
    public void Build_RelationWithAnItemThatNoRowIsOn_MeansTheAnswerOfTheOthers(string named, string said, string claim) => Assert.That(
        Named(SmallCorpus.Build([new("i", "s", named)], relations: [new("i", named, RelationKind.Implies, "j", said)]).Corpus, "j"), Is.EqualTo(claim));

    [TestCase("1")]
    [TestCase("YES")]
    public void Score_RelationsInOneOrYes_GiveTheScoresOfTrue(string said) =>
        Assert.That(Scores(new ScoringOptions { Relations = Relations(said) }), Is.EqualTo(Scores(new ScoringOptions { Relations = Relations("true") })));

    [TestCase("1", "true")]
    [TestCase("0", "false")]
    public void Score_TruthsInOneAndZero_GiveTheScoresOfTheWords(string said, string word) =>
        Assert.That(Scores(new ScoringOptions { Truths = [new("i00", said), new("i01", said)] }), Is.EqualTo(Scores(new ScoringOptions { Truths = [new("i00", word), new("i01", word)] })));

    [TestCase("1", "true")]
    [TestCase("0", "false")]
    public void Evaluate_TruthsInOneAndZero_AreTheWords(string said, string word)
    {
        var result = CredibilityScorer.Score(Implicit);
        Assert.That(result.Evaluate([new("i00", said)]), Is.EqualTo(result.Evaluate([new("i00", word)])).UsingPropertiesComparer());
    }

    private static (string, string, double)[] Scores(ScoringOptions options) => [.. CredibilityScorer.Score(Implicit, options).Claims.Select(claim => (claim.Item, claim.Value, claim.Credibility))];

    private static RelationDeclaration[] Relations(string said) => [new("i00", said, RelationKind.Implies, "i01", said), new("i02", said, RelationKind.Excludes, "i03", said)];

    private static string Named(Corpus corpus, string item)
    {
        var first = corpus.FirstClaim[corpus.FindItem(item)];
        return string.Join(' ', Enumerable.Range(first, corpus.NamedCount(corpus.FindItem(item))).Select(corpus.ValueText));
    }
}
