using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Scoring.Kernels;

namespace Scoring.Tests.Kernels;

public sealed class ExponentialTests
{
    [Test]
    public void Of_AnyNumber_IsWithinTwoUnitsInTheLastPlace()
    {
        var random = new Random(1);
        double[] numbers = [0, -1e-300, -1e-17, -0.5 * Math.Log(2), -1, -699.999, -700, .. Enumerable.Range(0, 100_000).Select(_ => -700 * Math.Pow(random.NextDouble(), 4))];
        Assert.That(numbers.Max(x => Math.Abs(Exponential.Of(x) - Math.Exp(x)) / Math.Exp(x)), Is.LessThan(2 * double.BitIncrement(1) - 2));
    }

    [Test]
    public void Of_BelowTheLeast_IsThatOfTheLeast([Values(-701, -1e300, double.NegativeInfinity)] double number) =>
        Assert.That(Exponential.Of(number), Is.EqualTo(Math.Exp(Exponential.Least)).Within(1e-315));

    [Test]
    public void OfAll_Vectors_GivesTheBitsOfEachNumber()
    {
        var random = new Random(1);
        Vector512<double>[] numbers = [.. Enumerable.Range(0, 5).Select(_ => Vector512.Create([.. Enumerable.Range(0, 8).Select(_ => -100 * random.NextDouble())]))];
        var each = numbers.SelectMany(eight => Enumerable.Range(0, 8).Select(lane => Exponential.Of(eight[lane]))).ToArray();
        Exponential.OfAll(numbers);
        Assert.That(MemoryMarshal.Cast<Vector512<double>, double>(numbers).ToArray(), Is.EqualTo(each));
    }
}
