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

    [TestCase("true m TRUE a True", "TRUE a m", "0 2 0 1 0")]
    [TestCase("true m TRUE a True True", "True a m", "0 2 0 1 0")]
    [TestCase("true a TRUE true no NO No no", "a no true", "2 0 2 1 1 1")]
    [TestCase("no No yes TRUE", "No TRUE yes", "0 0 2 1")]
    public void Of_TextsWithOneWord_GoUnderTheOneMostRowsUse(string rows, string texts, string rank)
    {
        var (interner, column) = (new Interner(ColumnStore.InMemory), new GrowingColumn<int>(ColumnStore.InMemory));
        foreach (var text in rows.Split(' '))
        {
            column.Add(interner.Add(text));
        }

        var ranking = TextRanking.Of(interner, ColumnStore.InMemory, YesNo.Word, column);
        Assert.That((string.Join(' ', ranking.Texts), string.Join(' ', ranking.Rank)), Is.EqualTo((texts, rank)));
    }

    [Test]
    public void Of_TextsWithOneWordThatNoRowUses_GoUnderTheOrdinallyFirst() => Assert.That(
        TextRanking.Of(Interned("true", "TRUE"), ColumnStore.InMemory, YesNo.Word, new GrowingColumn<int>(ColumnStore.InMemory)).Texts, Is.EqualTo(new[] { "TRUE" }));

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
