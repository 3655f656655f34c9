using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class SpreadTests
{
    [Test]
    public void Normalise_SeveralNumbers_IsHalfScaledHalfRounded()
    {
        double[] estimates = [0.2, 0.4, 0.6];
        Spread.Normalise(estimates);
        Assert.That(estimates, Is.EqualTo(new[] { 0, 0.25, 1 }).Within(1e-12));
    }

    [Test]
    public void Normalise_OutsideOfProbabilities_CountsAsTheNearerEnd()
    {
        double[] estimates = [-3, 0.5, 7];
        Spread.Normalise(estimates);
        Assert.That(estimates, Is.EqualTo(new[] { 0, 0.75, 1 }).Within(1e-12));
    }

    [TestCase(0.3, 0.15)]
    [TestCase(0.7, 0.85)]
    public void Normalise_EqualNumbers_AreTheirOwnScale(double number, double expected)
    {
        double[] estimates = [number, number];
        Spread.Normalise(estimates);
        Assert.That(estimates, Is.All.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Normalise_Nothing_StaysNothing() => Assert.That(() => Spread.Normalise([]), Throws.Nothing);

    [Test]
    public void Normalise_NextToTheMiddle_CountsAsTheMiddle()
    {
        double[] estimates = [0, Math.BitDecrement(0.5), 1];
        Spread.Normalise(estimates);
        Assert.That(estimates, Is.EqualTo(new[] { 0, 0.75, 1 }).Within(1e-12));
    }

    [Test]
    public void Normalise_NumbersThatAreNoEstimates_StretchNothing()
    {
        double[] estimates = [0, 0.4, 0.8];
        Spread.Normalise(estimates, [false, true, true]);
        Assert.That(estimates, Is.EqualTo(new[] { 0, 0, 1 }).Within(1e-12));
    }
}
