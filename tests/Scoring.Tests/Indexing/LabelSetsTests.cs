using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Tests.Indexing;

/// <summary>Which kinds of questions with few labels a corpus has, beside others.</summary>
public sealed class LabelSetsTests
{
    [Test]
    public void Sets_KindsBesideOpenQuestions_AreToldApart()
    {
        var corpus = SmallCorpus.Of([.. Open(30), .. Asked("yn", 40, "yes", "no"), .. Asked("side", 40, "left", "right", "middle")]);
        Assert.That(Texts(corpus), Is.EqualTo(new[] { "left middle right", "no yes" }));
        string[] items = ["open0", "side3", "yn3"];
        Assert.That(items.Select(item => corpus.Labels.PlaceOf(corpus.FindItem(item))), Is.EqualTo(new[] { -1, 0, 1 }));
        Assert.That(corpus.SharedLabels, Is.Empty);
    }

    [TestCase(19, 0)]
    [TestCase(20, 1)]
    public void Sets_FewerThanTenItemsToALabel_AreNone(int items, int sets) =>
        Assert.That(SmallCorpus.Of([.. Open(30), .. Asked("side", items, "left", "right")]).Labels.Sets, Has.Count.EqualTo(sets));

    [Test]
    public void Sets_MoreThanThirtyTwoLabels_AreNone()
    {
        string[] labels = [.. Enumerable.Range(0, 33).Select(label => $"label {label}")];
        Assert.That(SmallCorpus.Of([.. Open(30), .. Asked("q", 330, labels)]).Labels.Sets, Is.Empty);
        Assert.That(Texts(SmallCorpus.Of([.. Open(30), .. Asked("q", 320, labels[..32])])), Has.Count.EqualTo(1));
    }

    /// <summary>What stands beside values of all sorts is no label, however often it is named.</summary>
    [Test]
    public void Sets_PopularValuesOfOpenQuestions_AreNone() => Assert.That(
        SmallCorpus.Of([.. Enumerable.Range(0, 90).SelectMany(item => (Assertion[])[new($"i{item}", "s", item % 2 == 0 ? "Paris" : "Lyon"), new($"i{item}", "t", item % 3 == 0 ? "Paris" : $"place {item}")])]).Labels.Sets,
        Is.Empty);

    /// <summary>An item on which one row is misspelt has answers of its own; the others keep their labels.</summary>
    [Test]
    public void Sets_OneItemWithSomethingElse_IsLeftOut()
    {
        var corpus = SmallCorpus.Of([.. Asked("side", 60, "left", "right"), new("side3", "z", "rihgt"), .. Enumerable.Range(0, 40).Select(value => new Assertion("odd", $"s{value}", $"value {value}"))]);
        Assert.That(Texts(corpus), Is.EqualTo(new[] { "left right" }));
        Assert.That((corpus.Labels.Of(corpus.FindItem("side3")), corpus.IsOpen(corpus.FindItem("side3")), corpus.Labels.PlaceOf(corpus.FindItem("side4"))), Is.EqualTo(((LabelSet?)null, true, 0)));
    }

    /// <summary>"Unknown" may be answered to every question: it joins no kinds, and is a label of those where it is said often.</summary>
    [Test]
    public void Sets_UnknownSaidOfEveryKind_JoinsNone()
    {
        var corpus = SmallCorpus.Of(
        [
            .. Open(30), .. Asked("yn", 40, "yes", "no"), .. Asked("side", 40, "left", "right", "middle"),
            .. Enumerable.Range(0, 15).SelectMany(item => (Assertion[])[new($"yn{item}", "u", "unknown"), new($"open{item}", "u", "unknown")]), new("side3", "u", "unknown"),
        ]);
        Assert.That(Texts(corpus), Is.EqualTo(new[] { "left middle right", "no unknown yes" }));
        string[] items = ["open0", "side3", "side4", "yn3"];
        Assert.That(items.Select(item => corpus.Labels.PlaceOf(corpus.FindItem(item))), Is.EqualTo(new[] { -1, -1, 0, 1 }));
    }

    /// <summary>A label on the wrong item here and there does not make the values of that item labels: here towns that somebody gets "right".</summary>
    [Test]
    public void Sets_LabelOnTheWrongItems_JoinsNothing()
    {
        var towns = Enumerable.Range(0, 12).SelectMany(town => Enumerable.Range(0, 12).Select(item => new Assertion($"town{town} {item}", "s0", $"town {town}")));
        var corpus = SmallCorpus.Of([.. Open(30), .. Asked("side", 60, "left", "right"), .. towns, .. Enumerable.Range(0, 12).Select(town => new Assertion($"town{town} 0", "s1", "right"))]);
        Assert.That(Texts(corpus), Is.EqualTo(new[] { "left right" }));
    }

    /// <summary>Of 1 for yes and 1 of a scale nobody can tell which is meant: neither is taken for one question of all these labels.</summary>
    [Test]
    public void Sets_KindsThatShareALabel_AreNone() => Assert.That(
        SmallCorpus.Of([.. Open(30), .. Asked("flag", 100, "0", "1"), .. Asked("rated", 100, "1", "2", "3"), .. Asked("rated more", 100, "3", "2", "1")]).Labels.Sets,
        Is.Empty);

    /// <summary>What only a relation names is no answer that others could give, but to its own item.</summary>
    [TestCase(0)]
    [TestCase(30)]
    public void Sets_ValueThatOnlyARelationNames_IsNoLabel(int open)
    {
        var corpus = SmallCorpus.Build([.. Open(open), .. Asked("side", 60, "left", "right")], relations: [new RelationDeclaration("side0", "lift", RelationKind.Implies, "side1", "left")]).Corpus;
        Assert.That(Texts(corpus), Is.EqualTo(new[] { "left right" }));
        Assert.That((corpus.Labels.PlaceOf(corpus.FindItem("side0")), corpus.Labels.PlaceOf(corpus.FindItem("side1"))), Is.EqualTo((-1, 0)));
    }

    /// <summary>A 1 somewhere else does not make a question of yes alone one of yes and no.</summary>
    [Test]
    public void Sets_YesAlone_AreNone() => Assert.That(
        SmallCorpus.Of([.. Open(30), .. Enumerable.Range(0, 60).Select(item => new Assertion($"yn{item}", "s", "yes")), new("other", "s", "1"), new("other", "t", "7")]).Labels.Sets, Is.Empty);

    /// <summary>Who denies yes names no, though nobody writes it.</summary>
    [Test]
    public void Sets_YesThatIsOnlyDenied_HasNoToo() => Assert.That(
        Texts(SmallCorpus.Of([.. Open(30), .. Enumerable.Range(0, 40).SelectMany(item => (Assertion[])[new($"yn{item}", "s", "yes"), new($"yn{item}", "t", "yes") { Stance = Stance.Denies }])])),
        Is.EqualTo(new[] { "no yes" }));

    [Test]
    public void Sets_ManyKinds_AreThoseWithTheMostItems()
    {
        var corpus = SmallCorpus.Of([.. Open(30), .. Enumerable.Range(0, 12).SelectMany(kind => Asked($"kind{kind:00} ", 20 + kind, $"a{kind:00}", $"b{kind:00}"))]);
        Assert.That(Texts(corpus), Is.EqualTo(Enumerable.Range(4, 8).Select(kind => $"a{kind:00} b{kind:00}")));
    }

    /// <summary>Open questions, each with answers of its own.</summary>
    internal static IEnumerable<Assertion> Open(int items) =>
        Enumerable.Range(0, items).SelectMany(item => Enumerable.Range(0, 3).Select(source => new Assertion($"open{item}", $"s{source}", $"only {item} {source}")));

    /// <summary>Questions on which two name a label each, most of them different ones.</summary>
    private static IEnumerable<Assertion> Asked(string question, int items, params string[] labels) => Enumerable.Range(0, items).SelectMany(item => (Assertion[])
        [new($"{question}{item}", "s0", labels[item % labels.Length]), new($"{question}{item}", "s1", labels[(item + 1) % labels.Length])]);

    private static List<string> Texts(Corpus corpus) => [.. corpus.Labels.Sets.Select(set => string.Join(' ', set.Values.Select(value => corpus.Values[value])))];
}
