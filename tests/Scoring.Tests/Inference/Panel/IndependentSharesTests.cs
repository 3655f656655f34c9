using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class IndependentSharesTests
{
    private const int Crowd = SourcePairs.MostSupporters + 1;

    /// <summary>
    /// Sources 1 and 2 depend most on each other: 1 comes first and keeps its vote, 2 keeps 1 − 0.8·0.9. Then 0, which may have copied both:
    /// (1 − 0.8·0.5)(1 − 0.8·0.1).
    /// </summary>
    [Test]
    public void Update_ThreeSources_DiscountsInTheOrderOfDependence()
    {
        var votes = SmallVotes.OfItems("00 01 02", "00 01 02");
        var pairs = SourcePairs.Of(votes, CancellationToken.None);
        var probability = new double[3];
        (probability[pairs.Find(1, 2)], probability[pairs.Find(0, 1)], probability[pairs.Find(0, 2)]) = (0.9, 0.5, 0.1);
        var shares = new IndependentShares(votes, pairs);
        shares.Update(probability, CancellationToken.None);
        Assert.That(shares.OfVote[..3], Is.EqualTo(new[] { 0.6 * 0.92, 1, 0.28 }).Within(1e-12));
    }

    [Test]
    public void Update_NoPairs_LeavesVotesWhole()
    {
        var votes = SmallVotes.OfItems("00 01", "02 13");
        var shares = new IndependentShares(votes, SourcePairs.Of(votes, CancellationToken.None));
        shares.Update([], CancellationToken.None);
        Assert.That(shares.OfVote, Is.All.EqualTo(1));
    }

    /// <summary>All speak on the first item; only 0 and 1 are a pair, by two items of their own: of them the later one is discounted.</summary>
    [Test]
    public void Update_MoreSourcesThanAreOrdered_DiscountsTheLaterOfAPair()
    {
        var votes = SmallVotes.Of(0, [.. Enumerable.Range(0, Crowd).Select(source => (0, 0, source)), (1, 0, 0), (1, 0, 1), (2, 0, 0), (2, 0, 1)]);
        var shares = new IndependentShares(votes, SourcePairs.Of(votes, CancellationToken.None));
        shares.Update([0.5], CancellationToken.None);
        Assert.That(shares.OfVote[..Crowd], Is.EqualTo(new double[] { 1, 0.6 }.Concat(Enumerable.Repeat(1.0, Crowd - 2))).Within(1e-12));
    }
}
