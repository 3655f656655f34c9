using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class AccuCopyTests
{
    /// <summary>
    /// Sources 0 to 4 are right throughout; 5 to 7 make the same three mistakes, outvoted, and are three against two on the last item. Plain
    /// accuracy gives them that; three shared mistakes show that they are one voice.
    /// </summary>
    [Test]
    public void Infer_CopiersInTheMajority_AreOutvoted()
    {
        var votes = SmallVotes.OfItems(
        [
            "00 01 15 16 17",
            .. Enumerable.Repeat("00 01 02 03 04 15 16 17", 3),
            .. Enumerable.Repeat("00 01 02 03 04 05 06 07", 15),
        ]);
        var (aware, plain) = (new AccuCopy().Run(votes).Credibility, new Accu().Run(votes).Credibility);
        Assert.That((aware[0] > aware[1], plain[0] > plain[1]), Is.EqualTo((true, false)));
    }

    [Test]
    public void Infer_OneVote_IsAsProbableAsTheSourceIsAccurate() =>
        Assert.That(new AccuCopy().Run(SmallVotes.Of(0, "00")).Credibility[0], Is.EqualTo(0.8).Within(1e-12));

    [TestCase("flight_20111208", 89.5)]
    [TestCase("heritages", 37.3)]
    public void Infer_PublicSet_ReachesThePublishedAccuracy(string set, double published) =>
        Assert.That(PublicSets.Accuracy(set, "accu-copy"), Is.AtLeast(published - 1));
}
