using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class HardTruthTests
{
    [TestCase(3, 1, 0, 1)]
    [TestCase(1, 3, 1, 0)]
    [TestCase(2, 2, 0.5, 0.5)]
    [TestCase(0, 0, 0.5, 0.5)]
    public void Misses_TwoClaims_AreZeroForTheHighest(double first, double second, double firstMiss, double secondMiss) =>
        Assert.That(HardTruth.Misses(SmallVotes.TwoAgainstOne, [first, second]), Is.EqualTo(new[] { firstMiss, secondMiss }));
}
