using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Tests.Indexing;

/// <summary>How many hypotheses an item has beyond the values that somebody named.</summary>
public sealed class HypothesesTests
{
    [TestCase("true", "false")]
    [TestCase("FALSE", "true")]
    [TestCase("Yes", "no")]
    [TestCase("non", "oui")]
    public void OnlyUnnamedValue_OneAnswerOfYesAndNo_IsTheOther(string named, string other) =>
        Assert.That(SmallCorpus.Of(new Assertion("i", "s", named)).OnlyUnnamedValue(0), Is.EqualTo(other));

    [TestCase("true")]
    [TestCase("No")]
    public void UnnamedHypotheses_OneAnswerOfYesAndNo_IsOne(string named) =>
        Assert.That(SmallCorpus.Of(new Assertion("i", "s", named)).UnnamedHypotheses, Is.EqualTo(new[] { 1 }));

    [TestCase("true", "false")]
    [TestCase("True", "FALSE")]
    [TestCase("oui", "non")]
    public void UnnamedHypotheses_BothAnswers_IsNone(string one, string other) =>
        Assert.That(SmallCorpus.Of(new("i", "s", one), new("i", "t", other)).UnnamedHypotheses, Is.EqualTo(new[] { 0 }));

    [TestCase("x")]
    [TestCase("x", "y")]
    [TestCase("true", "x")]
    [TestCase("true", "no")]
    [TestCase("true", "false", "x")]
    public void UnnamedHypotheses_AnythingElse_IsOpen(params string[] values) =>
        Assert.That(SmallCorpus.Of([.. values.Select(value => new Assertion("i", "s", value))]).UnnamedHypotheses, Is.EqualTo(new[] { Corpus.Open }));

    [TestCase("x")]
    [TestCase("true", "false")]
    public void OnlyUnnamedValue_OpenOrFullItem_IsNull(params string[] values) =>
        Assert.That(SmallCorpus.Of([.. values.Select(value => new Assertion("i", "s", value))]).OnlyUnnamedValue(0), Is.Null);

    [Test]
    public void UnnamedHypotheses_ItemThatOnlyARelationNames_IsTheOtherAnswer()
    {
        var corpus = SmallCorpus.Build([new("i", "s")], relations: [new RelationDeclaration("i", "true", RelationKind.Implies, "j", "true")]).Corpus;
        Assert.That(corpus.OnlyUnnamedValue(corpus.FindItem("j")), Is.EqualTo("false"));
    }

    [TestCase(20, 2, true)]
    [TestCase(19, 2, false)]
    [TestCase(30, 3, true)]
    [TestCase(320, 32, true)]
    [TestCase(330, 33, false)]
    [TestCase(50, 1, false)]
    public void SharedLabels_FewLabelsOnManyItems_AreShared(int items, int labels, bool shared) =>
        Assert.That(Labelled(items, labels).SharedLabels, Has.Length.EqualTo(shared ? labels : 0));

    /// <summary>Answers of different questions never meet on an item; opposites belong together all the same, and who meets nobody tells nothing.</summary>
    [TestCase("true false|true false|Paris Lyon|Paris Lyon", 0)]
    [TestCase("true|false|Paris Lyon|Paris Lyon", 0)]
    [TestCase("a b|b c|c d|a d", 4)]
    [TestCase("a b|a b|c|c", 3)]
    [TestCase("a|b|c|d", 4)]
    [TestCase("true false|true false|true unclear|false", 3)]
    public void SharedLabels_QuestionsWithAnswersOfTheirOwn_AreNone(string items, int labels) => Assert.That(
        SmallCorpus.Of(
        [
            .. from copy in Enumerable.Range(0, 10)
               from item in items.Split('|').Index()
               from value in item.Item.Split(' ').Index()
               select new Assertion($"i{copy}_{item.Index}", $"s{value.Index}", value.Item),
        ]).SharedLabels,
        Has.Length.EqualTo(labels));

    /// <summary>A row on the wrong item neither joins two questions nor parts one.</summary>
    [TestCase("true false", "Paris Lyon", "true Paris", 0)]
    [TestCase("a", "b", "a b|c d", 4)]
    public void SharedLabels_FewStrayRows_DecideNothing(string one, string other, string stray, int labels) => Assert.That(
        SmallCorpus.Of(
        [
            .. from copy in Enumerable.Range(0, 60)
               from item in (string[])[one, other]
               from value in item.Split(' ').Index()
               select new Assertion($"{item}{copy}", $"s{value.Index}", value.Item),
            .. from item in stray.Split('|') from value in item.Split(' ').Index() select new Assertion($"stray {item}", $"s{value.Index}", value.Item),
        ]).SharedLabels,
        Has.Length.EqualTo(labels));

    /// <summary>Beside other questions a yes/no question has its two answers, a choice of two its own, and those of the others cannot be listed.</summary>
    [Test]
    public void UnnamedHypotheses_QuestionsOfSeveralKinds_AreTheirOwn()
    {
        var corpus = SmallCorpus.Of([.. Enumerable.Range(0, 60).SelectMany(item => (Assertion[])
            [
                new($"yn{item}", "s", "true"), new($"yn{item}", "t", "false"), new($"side{item}", "s", "left"), new($"side{item}", "t", item == 0 ? "left" : "right"),
                new($"city{item}", "s", $"Paris {item}"), new($"city{item}", "t", $"Lyon {item}"),
            ])]);
        string[] items = ["yn0", "side0", "city0"];
        Assert.That(items.Select(item => corpus.UnnamedHypotheses[corpus.FindItem(item)]), Is.EqualTo(new[] { 0, 1, Corpus.Open }));
        Assert.That(corpus.OnlyUnnamedValue(corpus.FindItem("side0")), Is.EqualTo("right"));
    }

    [Test]
    public void UnnamedHypotheses_SharedLabels_AreThoseNobodyNamed() => Assert.That(Labelled(30, 3).UnnamedHypotheses, Is.All.EqualTo(2));

    [Test]
    public void OnlyUnnamedValue_TwoSharedLabels_IsTheOther()
    {
        var corpus = Labelled(20, 2);
        Assert.That((corpus.OnlyUnnamedValue(0), corpus.OnlyUnnamedValue(1)), Is.EqualTo(("label1", "label0")));
    }

    [Test]
    public void SharedLabels_Corpus_AreInOrdinalOrder()
    {
        var corpus = Labelled(40, 4);
        Assert.That(corpus.SharedLabels.Select(label => corpus.Values[label]), Is.EqualTo(new[] { "label0", "label1", "label2", "label3" }));
    }

    private static Corpus Labelled(int items, int labels) =>
        SmallCorpus.Of([.. Enumerable.Range(0, items).Select(item => new Assertion($"item{item:D4}", "s", $"label{item % labels}"))]);
}
