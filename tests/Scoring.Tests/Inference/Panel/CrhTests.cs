using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class CrhTests
{
    /// <summary>Losses 0, 0 and 1, each with 10⁻⁵ on top: weights are the negative logarithms of their shares.</summary>
    [Test]
    public void Infer_TwoAgainstOne_WeighsByTheLogOfLosses()
    {
        const double all = 1 + 3e-5;
        var (right, wrong) = (-Math.Log(1e-5 / all), -Math.Log((1 + 1e-5) / all));
        Assert.That(new Crh().Run(SmallVotes.TwoAgainstOne).Credibility[0], Is.EqualTo(2 * right / ((2 * right) + wrong)).Within(1e-12));
    }

    /// <summary>Sources 0 and 1 are right elsewhere, 2 to 4 wrong: three liars lose to two that the rest bears out.</summary>
    [Test]
    public void Infer_MajorityOfProvenLiars_IsNotBelieved()
    {
        var elsewhere = Enumerable.Repeat("00 01 05 06 07 12 23 34", 6);
        var credibility = new Crh().Run(SmallVotes.OfItems(["00 01 12 13 14", .. elsewhere])).Credibility;
        Assert.That(credibility[0], Is.GreaterThan(credibility[1]));
    }
}
