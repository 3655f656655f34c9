using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class SourcePairsTests
{
    [Test]
    public void Of_DrawnVotes_AreThePairsThatShareTwoClaims([Values(1, 2, 3)] int seed)
    {
        var votes = SmallVotes.Draw(seed, 3, 12, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.7, 0.6);
        var pairs = SourcePairs.Of(votes, CancellationToken.None);
        var expected = from a in Enumerable.Range(0, votes.SourceCount)
                       from b in Enumerable.Range(0, a)
                       where votes.ClaimsOf(a).ToArray().Intersect(votes.ClaimsOf(b).ToArray()).Count() >= SourcePairs.LeastShared
                       select (a, b);
        var found = from a in Enumerable.Range(0, votes.SourceCount) from b in Enumerable.Range(0, a) where pairs.Find(a, b) >= 0 select (a, b);
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void Find_EitherWay_IsTheSamePair()
    {
        var pairs = SourcePairs.Of(SmallVotes.OfItems("00 01", "00 01", "01"), CancellationToken.None);
        Assert.That((pairs.Find(0, 1), pairs.Find(1, 0)), Is.EqualTo((0, 0)));
    }

    [TestCase(SourcePairs.MostSupporters, 1)]
    [TestCase(SourcePairs.MostSupporters + 1, 0)]
    public void Of_ClaimsOfVeryManySources_PairNobody(int supporters, int expected)
    {
        var votes = SmallVotes.Of(0, [.. from item in Enumerable.Range(0, 2) from source in Enumerable.Range(0, supporters) select (item, 0, source)]);
        Assert.That(Math.Sign(SourcePairs.Of(votes, CancellationToken.None).Partner.Length), Is.EqualTo(expected));
    }
}
