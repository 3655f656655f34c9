using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class TwoEstimatesTests
{
    /// <summary>Truths 2/3 and 1/3 are spread to 1 and 0; errors are then 0, 0 and 1, and the next truths (2 + 1)/3 and 0.</summary>
    [Test]
    public void Infer_TwoAgainstOne_SettlesOnTheMajority() =>
        Assert.That(new TwoEstimates().Run(SmallVotes.TwoAgainstOne).Credibility, Is.EqualTo(new[] { 1.0, 0.0 }));

    /// <summary>Sources 0 and 1 are right elsewhere, 2 to 4 wrong: three liars lose to two that the rest bears out.</summary>
    [Test]
    public void Infer_MajorityOfProvenLiars_IsNotBelieved()
    {
        var elsewhere = Enumerable.Repeat("00 01 05 06 07 12 23 34", 6);
        var credibility = new TwoEstimates().Run(SmallVotes.OfItems(["00 01 12 13 14", .. elsewhere])).Credibility;
        Assert.That(credibility[0], Is.GreaterThan(credibility[1]));
    }
}
