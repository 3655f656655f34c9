using MathNet.Numerics;
using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class ShiftedDigammaTests
{
    [Test]
    public void Of_AnyCount_IsTheDigammaOfTheSum(
        [Values(1, 4, 7.5, 40)] double prior, [Values(0, 1e-12, 1e-7, 0.99e-5, 1e-5, 0.3, 1, 1000)] double count) =>
        Assert.That(new ShiftedDigamma(prior).Of(count), Is.EqualTo(SpecialFunctions.DiGamma(prior + count)).Within(2e-10));
}
