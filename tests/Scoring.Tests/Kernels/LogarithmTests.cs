using System.Runtime.Intrinsics;
using Scoring.Kernels;

namespace Scoring.Tests.Kernels;

public sealed class LogarithmTests
{
    [Test]
    public void Of_AnyNumber_IsWithinFourUnitsInTheLastPlaceOrNearlyZero()
    {
        var random = new Random(1);
        double[] numbers =
        [
            1, 2, 0.5, Math.Sqrt(0.5), Math.BitDecrement(Math.Sqrt(0.5)), Math.Sqrt(2), Math.BitIncrement(1), Math.BitDecrement(1), 1e-300, 1e300, double.MaxValue, 2.3e-308,
            .. Enumerable.Range(0, 100_000).Select(_ => Math.Exp(1400 * (random.NextDouble() - 0.5) * Math.Pow(random.NextDouble(), 4))),
        ];
        Assert.That(numbers.Max(x => Math.Abs(Of(x) - Math.Log(x)) / Math.Max(1e-15, Math.Abs(Math.Log(x)) * 4 * (Math.BitIncrement(1) - 1))), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void Of_EachLane_IsOfItsOwnNumber()
    {
        var logarithms = Logarithm.Of(Vector512.Create(1.0, 2, 3, 4, 1e-9, 1e9, 0.1, 7));
        Assert.That(Enumerable.Range(0, 8).Select(lane => logarithms[lane]), Is.EqualTo(new[] { 1.0, 2, 3, 4, 1e-9, 1e9, 0.1, 7 }.Select(Of)));
    }

    private static double Of(double x) => Logarithm.Of(Vector512.Create(x)).ToScalar();
}
