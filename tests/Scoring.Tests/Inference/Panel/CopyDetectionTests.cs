using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class CopyDetectionTests
{
    /// <summary>The paper's Bayes rule with plain powers: prior 0.2, copy rate 0.8.</summary>
    [TestCase(3, 0, 0, 0.8, 0.8, 100)]
    [TestCase(1, 2, 0, 0.8, 0.7, 100)]
    [TestCase(3, 0, 4, 0.9, 0.6, 10)]
    [TestCase(2.5, 0.5, 1, 0.6, 0.9, 1)]
    public void Dependence_Counts_FollowsBayes(double sharedTrue, double sharedFalse, double different, double a, double b, int falseValues)
    {
        var (isTrue, isFalse) = (a * b, (1 - a) * (1 - b) / falseValues);
        var independent = 0.8 * Likelihood(isTrue, isFalse, 1 - isTrue - isFalse);
        var copied = (0.1 * Copy(a)) + (0.1 * Copy(b));
        Assert.That(
            CopyDetection.Dependence(sharedTrue, sharedFalse, different, a, b, falseValues),
            Is.EqualTo(copied / (copied + independent)).Within(1e-12));

        double Copy(double original) =>
            Likelihood((0.8 * original) + (0.2 * isTrue), (0.8 * (1 - original)) + (0.2 * isFalse), 0.2 * (1 - isTrue - isFalse));

        double Likelihood(double t, double f, double d) => Math.Pow(t, sharedTrue) * Math.Pow(f, sharedFalse) * Math.Pow(d, different);
    }

    [Test]
    public void Dependence_NothingInCommon_IsThePrior() => Assert.That(CopyDetection.Dependence(0, 0, 0, 0.8, 0.8, 100), Is.EqualTo(0.2).Within(1e-12));

    [Test]
    public void Dependence_SharedErrors_SayMoreThanSharedTruths() =>
        Assert.That(CopyDetection.Dependence(0, 3, 5, 0.8, 0.8, 100), Is.GreaterThan(CopyDetection.Dependence(3, 0, 5, 0.8, 0.8, 100)));

    [TestCase(100000, 0, 0, 1)]
    [TestCase(0, 0, 100000, 0)]
    public void Dependence_ManyItems_StaysANumber(double shared, double sharedFalse, double different, double expected) =>
        Assert.That(CopyDetection.Dependence(shared, sharedFalse, different, 0.8, 0.8, 100), Is.EqualTo(expected).Within(1e-9));

    /// <summary>Sources 0 and 1 share two claims, one of them probably false, and differ on a third item.</summary>
    [Test]
    public void Detect_OnePair_CountsByProbability()
    {
        var votes = SmallVotes.OfItems("00 01", "00 01", "00 11");
        var pairs = SourcePairs.Of(votes, CancellationToken.None);
        var detection = new CopyDetection(votes, pairs);
        detection.Detect([0.9, 0.2, 0.5, 0.5], [0.7, 0.6], 100, CancellationToken.None);
        Assert.That(detection.Probability, Is.EqualTo(new[] { CopyDetection.Dependence(1.1, 0.9, 1, 0.7, 0.6, 100) }).Within(1e-12));
    }
}
