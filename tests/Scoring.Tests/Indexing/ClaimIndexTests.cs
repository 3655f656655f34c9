using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Tests.Indexing;

public sealed class ClaimIndexTests
{
    [Test]
    public void Of_Nothing_IsEmpty() => Assert.That(ClaimIndex.Of([0], [], [], ColumnStore.InMemory).FirstAssertion, Is.EqualTo(new[] { 0 }));

    [TestCase(new[] { 5, 5, 7 }, new int[0], new[] { 5, 7 }, new[] { 0, 2, 3 })]
    [TestCase(new[] { 5, 5, 7 }, new[] { 6 }, new[] { 5, 6, 7 }, new[] { 0, 2, 2, 3 })]
    [TestCase(new[] { 5 }, new[] { 9, 1, 9 }, new[] { 1, 5, 9 }, new[] { 0, 0, 1, 1 })]
    [TestCase(new[] { 5, 7 }, new[] { 7, 5 }, new[] { 5, 7 }, new[] { 0, 1, 2 })]
    [TestCase(new int[0], new[] { 3, 2 }, new[] { 2, 3 }, new[] { 0, 0, 0 })]
    public void Of_RowsAndNamedClaimsOfOneItem_MergesThem(int[] rows, int[] named, int[] values, int[] first)
    {
        var index = ClaimIndex.Of([0, rows.Length], Keys(rows), named.Select(value => (0, value)), ColumnStore.InMemory);
        Assert.That((index.ValueOfClaim, index.FirstAssertion), Is.EqualTo((values, first)));
    }

    [Test]
    public void Of_SeveralItems_KeepsThemApart()
    {
        int[] rows = [5, 5, 2];
        var index = ClaimIndex.Of([0, 2, 2, 3], Keys(rows), [(1, 4), (2, 3)], ColumnStore.InMemory);
        Assert.That(
            (index.FirstClaim, index.ItemOfClaim, index.ValueOfClaim, index.FirstAssertion),
            Is.EqualTo((new[] { 0, 1, 2, 4 }, new[] { 0, 1, 2, 2 }, new[] { 5, 4, 2, 3 }, new[] { 0, 2, 2, 3, 3 })));
    }

    [Test]
    public void Find_ItemAndValue_IsTheClaim() => Assert.That(ClaimIndex.Of([0, 3], Keys(5, 5, 7), [(0, 6)], ColumnStore.InMemory).Find(0, 7), Is.EqualTo(2));

    private static Column<long> Keys(params int[] values) => new([.. values.Select(value => SortedRows.KeyOf(value, source: 0))]);
}
