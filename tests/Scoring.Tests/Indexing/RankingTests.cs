using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Indexing;

public sealed class RankingTests
{
    [Test]
    public void Of_Texts_AreInOrdinalOrder() => Assert.That(Ranking.Of(Interned("b", "a", "B", "é", ""), ColumnStore.InMemory).Texts, Is.EqualTo(new[] { "", "B", "a", "b", "é" }));

    [Test]
    public void Of_Texts_RankIsWhereEachWent() => Assert.That(Ranking.Of(Interned("b", "a", "B"), ColumnStore.InMemory).Rank, Is.EqualTo(new[] { 2, 1, 0 }));

    [Test]
    public void Of_TextsWithOneWord_GoUnderTheOrdinallyFirst() =>
        Assert.That(TextRanking.Of(Interned("true", "m", "TRUE", "a", "True"), ColumnStore.InMemory, YesNo.Word).Texts, Is.EqualTo(new[] { "TRUE", "a", "m" }));

    [Test]
    public void Of_TextsWithOneWord_ShareARank() =>
        Assert.That(TextRanking.Of(Interned("true", "m", "TRUE", "a", "True"), ColumnStore.InMemory, YesNo.Word).Rank, Is.EqualTo(new[] { 0, 2, 0, 1, 0 }));

    [Test]
    public void Of_VeryManyTexts_AreInOrdinalOrderWhateverTheThreads([Values(1, 2, 3, 8)] int threads, [Values("", "item ", "https://example.org/a/rather/long/path/")] string prefix)
    {
        var random = new Random(threads);
        string[] ends = ["", "é", "\uE000", "\U0001F600", "z", "-and-much-more-that-comes-behind"];
        string[] texts = [.. Enumerable.Range(0, 60_000).Select(_ => $"{prefix}{random.Next(30_000)}{ends[random.Next(ends.Length)]}").Distinct(StringComparer.Ordinal)];
        var ranking = TextRanking.Of(Interned(texts), new ColumnStore(long.MaxValue, threads: threads));
        string[] sorted = [.. texts.Order(StringComparer.Ordinal)];
        Assert.That(Enumerable.Range(0, ranking.Length).Select(index => ranking.Texts[index]), Is.EqualTo(sorted));
        Assert.That(texts.Select((_, index) => sorted[ranking.Rank[index]]), Is.EqualTo(texts));
    }

    private static Interner Interned(params string[] texts)
    {
        var interner = new Interner(ColumnStore.InMemory);
        foreach (var text in texts)
        {
            interner.Add(text);
        }

        return interner;
    }
}
