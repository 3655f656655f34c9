using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Scoring.Kernels;

namespace Scoring.Tests.Kernels;

public sealed class BetaQuantileTests
{
    private static readonly double[] Shapes = [1e-3, 0.1, 0.5, 0.7, 1, 1.5, 2, 5, 20, 100, 1234.5, 1e5, 1e7];
    private static readonly double[] Shares = [0.001, 0.05, 0.25, 0.5, 0.9, 0.95, 0.999];

    [Test]
    public void Of_UniformDistribution_IsTheShare([ValueSource(nameof(Shares))] double share) => Assert.That(BetaQuantile.Of(1, 1, share), Is.EqualTo(share).Within(1e-14));

    [Test]
    public void Of_PowerOfAUniform_IsTheRoot([ValueSource(nameof(Shares))] double share, [Values(2, 9, 40)] int power) =>
        Assert.That(BetaQuantile.Of(power, 1, share), Is.EqualTo(Math.Pow(share, 1.0 / power)).Within(1e-14));

    [Test]
    public void Of_AnyShapes_IsWhereTheNumericsPackageHasIt([ValueSource(nameof(Shapes))] double a, [ValueSource(nameof(Shapes))] double b, [ValueSource(nameof(Shares))] double share) =>
        Assert.That(BetaQuantile.Of(a, b, share), Is.EqualTo(Beta.InvCDF(a, b, share)).Within(1e-10));

    [Test]
    public void Of_ShapesOfRecords_LeavesTheShareBelow([Values(0.6, 3.2, 17, 400)] double a, [Values(0.55, 1.9, 12, 90)] double b, [ValueSource(nameof(Shares))] double share) =>
        Assert.That(SpecialFunctions.BetaRegularized(a, b, BetaQuantile.Of(a, b, share)), Is.EqualTo(share).Within(1e-11));
}
