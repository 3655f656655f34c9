using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Indexing;

public sealed class RankingTests
{
    [Test]
    public void Of_Texts_AreInOrdinalOrder() => Assert.That(Ranking.Of(Interned("b", "a", "B", "é", "")).Texts, Is.EqualTo(new[] { "", "B", "a", "b", "é" }));

    [Test]
    public void Of_Texts_RankIsWhereEachWent() => Assert.That(Ranking.Of(Interned("b", "a", "B")).Rank, Is.EqualTo(new[] { 2, 1, 0 }));

    [Test]
    public void Of_TextsWithOneWord_GoUnderTheOrdinallyFirst() =>
        Assert.That(Ranking.Of(Interned("true", "m", "TRUE", "a", "True"), YesNo.Word).Texts, Is.EqualTo(new[] { "TRUE", "a", "m" }));

    [Test]
    public void Of_TextsWithOneWord_ShareARank() =>
        Assert.That(Ranking.Of(Interned("true", "m", "TRUE", "a", "True"), YesNo.Word).Rank, Is.EqualTo(new[] { 0, 2, 0, 1, 0 }));

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
