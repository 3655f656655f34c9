using Scoring.Inference.Panel;
using Scoring.Reading;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

/// <summary>What every method of the panel keeps to.</summary>
public sealed class PanelContractTests
{
    private static IEnumerable<string> All() => PanelMethods.All.Select(method => method.Name);

    private static IEnumerable<string> OfOpenItems() => PanelMethods.All.Where(method => !method.NeedsSharedLabels).Select(method => method.Name);

    [Test]
    public void Names_OfAllMethods_AreDistinct() => Assert.That(All(), Is.Unique);

    [TestCaseSource(nameof(All))]
    public void Infer_SharedLabels_SharesOutEveryItem(string method)
    {
        var corpus = SmallCorpus.Of(PanelCorpora.Draw(3, labels: 4).Rows);
        Assert.That(corpus.SharedLabels, Has.Length.EqualTo(4));
        AssertShares(method, corpus);
    }

    [TestCaseSource(nameof(OfOpenItems))]
    public void Infer_OpenItems_SharesOutEveryItem(string method)
    {
        var corpus = SmallCorpus.Of([.. Enumerable.Range(0, 60).Select(row => new Assertion($"i{row % 9}", $"s{row % 7}", $"v{row * row % 11} of {row % 9}"))]);
        Assert.That(corpus.SharedLabels, Is.Empty);
        AssertShares(method, corpus);
    }

    [TestCaseSource(nameof(All))]
    public void Infer_RowsInAnotherOrder_GivesTheSameBits(string method)
    {
        var rows = PanelCorpora.Draw(5, labels: 3, items: 60).Rows;
        var before = PanelCorpora.Infer(method, SmallCorpus.Of(rows));
        new Random(1).Shuffle(rows);
        var after = PanelCorpora.Infer(method, SmallCorpus.Of(rows));
        Assert.That((after.Credibility, after.Unnamed), Is.EqualTo((before.Credibility, before.Unnamed)));
    }

    [TestCaseSource(nameof(All))]
    public void Infer_ItemThatIsOnlyDenied_GivesNumbers(string method)
    {
        var rows = PanelCorpora.Draw(5, labels: 2, items: 60).Rows;
        var answer = PanelCorpora.Infer(method, SmallCorpus.Of([.. rows, new Assertion("denied", "s1", "v0") { Stance = Stance.Denies }]));
        Assert.That(answer.Credibility.Concat(answer.Unnamed), Is.All.InRange(0, 1));
    }

    [TestCaseSource(nameof(All))]
    public void Infer_NoVotes_GivesNumbers(string method)
    {
        var rows = Enumerable.Range(0, 20).Select(item => new Assertion($"i{item}", "s", item % 2 == 0 ? "x" : "y") { Stance = Stance.Denies });
        Assert.That(PanelCorpora.Infer(method, SmallCorpus.Of([.. rows])).Credibility, Is.All.InRange(0, 1));
    }

    [TestCaseSource(nameof(All))]
    public void Infer_Unanimity_MakesItTheMostCredible(string method)
    {
        var says = string.Concat(Enumerable.Repeat("01", 15));
        var answer = PanelCorpora.Infer(method, ("a", says), ("b", says), ("c", says));
        Assert.That(answer.Credibility, Is.All.GreaterThan(0.5));
    }

    [TestCase("dawid-skene")]
    [TestCase("glad")]
    [TestCase("zencrowd")]
    [TestCase("ibcc")]
    [TestCase("mace")]
    [TestCase("ebcc")]
    [TestCase("wawa")]
    public void Infer_Stopped_Throws(string method)
    {
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Draw(5, labels: 2, items: 60).Rows));
        Assert.That(() => PanelCorpora.Method(method).Infer(votes, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    private static void AssertShares(string method, Scoring.Indexing.Corpus corpus)
    {
        var answer = PanelCorpora.Infer(method, corpus);
        var sums = Enumerable.Range(0, corpus.ItemCount).Select(item =>
            answer.Unnamed[item] + answer.Credibility[corpus.FirstClaim[item]..corpus.FirstClaim[item + 1]].ToArray().Sum());
        Assert.Multiple(() =>
        {
            Assert.That(answer.Credibility.Concat(answer.Unnamed), Is.All.InRange(0, 1));
            Assert.That(sums, Is.All.EqualTo(1).Within(1e-9));
        });
    }
}
