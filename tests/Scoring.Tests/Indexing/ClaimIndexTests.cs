using Scoring.Indexing;

namespace Scoring.Tests.Indexing;

public sealed class ClaimIndexTests
{
    [Test]
    public void Of_Nothing_IsEmpty() => Assert.That(ClaimIndex.Of([], []).FirstAssertion, Is.EqualTo(new[] { 0 }));

    [TestCase(new long[] { 5, 5, 7 }, new long[0], new long[] { 5, 7 }, new[] { 0, 2, 3 })]
    [TestCase(new long[] { 5, 5, 7 }, new long[] { 6 }, new long[] { 5, 6, 7 }, new[] { 0, 2, 2, 3 })]
    [TestCase(new long[] { 5 }, new long[] { 9, 1, 9 }, new long[] { 1, 5, 9 }, new[] { 0, 0, 1, 1 })]
    [TestCase(new long[] { 5, 7 }, new long[] { 7, 5 }, new long[] { 5, 7 }, new[] { 0, 1, 2 })]
    [TestCase(new long[0], new long[] { 3, 2 }, new long[] { 2, 3 }, new[] { 0, 0, 0 })]
    public void Of_RowsAndNamedClaims_MergesThem(long[] rows, long[] named, long[] keys, int[] first)
    {
        var index = ClaimIndex.Of(rows, named);
        Assert.That((index.Keys, index.FirstAssertion), Is.EqualTo((keys, first)));
    }

    [Test]
    public void Find_Key_IsItsClaim() => Assert.That(ClaimIndex.Of([5, 5, 7], [6]).Find(7), Is.EqualTo(2));
}
