using System.Numerics;
using Scoring.Kernels;

namespace Scoring.Tests.Kernels;

public sealed class ExponentialTests
{
    [Test]
    public void Of_AnyNumber_IsWithinTwoUnitsInTheLastPlace()
    {
        var random = new Random(1);
        double[] numbers = [0, -1e-300, -1e-17, -0.5 * Math.Log(2), -1, -699.999, -700, .. Enumerable.Range(0, 100_000).Select(_ => -700 * Math.Pow(random.NextDouble(), 4))];
        var found = Padded(numbers);
        Exponential.Of(found, numbers.Length);
        Assert.That(numbers.Zip(found, (x, y) => Math.Abs(y - Math.Exp(x)) / Math.Exp(x)).Max(), Is.LessThan(2 * double.BitIncrement(1) - 2));
    }

    [Test]
    public void Of_BelowTheLeast_IsThatOfTheLeast([Values(-701, -1e300, double.NegativeInfinity)] double number)
    {
        var found = Padded([number]);
        Exponential.Of(found, 1);
        Assert.That(found[0], Is.EqualTo(Math.Exp(Exponential.Least)).Within(1e-315));
    }

    private static double[] Padded(double[] numbers) => [.. numbers, .. new double[Vector<double>.Count]];
}
