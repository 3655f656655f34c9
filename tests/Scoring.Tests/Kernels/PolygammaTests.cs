using Scoring.Kernels;

namespace Scoring.Tests.Kernels;

public sealed class PolygammaTests
{
    [Test]
    public void InverseDigamma_AnyArgument_IsFoundAgain([Values(0.01, 0.1, 0.5, 1, 1.4616, 3, 40, 1e6)] double x) =>
        Assert.That(Polygamma.InverseDigamma(Polygamma.Digamma(x)), Is.EqualTo(x).Within(1e-10 * x));

    [Test]
    public void Digamma_AnyArgument_AgreesWithTheNumericsPackage()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var x = Math.Exp(-4.6 + (16 * random.NextDouble()));
            Assert.That(Polygamma.Digamma(x), Is.EqualTo(MathNet.Numerics.SpecialFunctions.DiGamma(x)).Within(1e-11), $"at {x}");
        }
    }

    // ψ(1) = −γ, ψ(1/2) = −γ − 2 ln 2.
    [TestCase(1, -0.5772156649015329)]
    [TestCase(0.5, -1.9635100260214235)]
    public void Digamma_KnownValue_Agrees(double x, double expected) => Assert.That(Polygamma.Digamma(x), Is.EqualTo(expected).Within(1e-11));

    // Reference values: Abramowitz and Stegun 1964, table 6.1; ψ₁(1) = π²/6, ψ₁(1/2) = π²/2.
    [TestCase(1, 1.6449340668482264)]
    [TestCase(0.5, 4.934802200544679)]
    [TestCase(2, 0.6449340668482264)]
    [TestCase(10, 0.10516633568168575)]
    [TestCase(100, 0.010050166663333571)]
    [TestCase(1e-3, 1000001.6425331958)]
    public void Trigamma_KnownValue_AgreesToThirteenDigits(double x, double expected) =>
        Assert.That(Polygamma.Trigamma(x), Is.EqualTo(expected).Within(1e-12 * expected));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    public void Trigamma_NotAboveZero_Throws(double x) => Assert.That(() => Polygamma.Trigamma(x), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Trigamma_AnyArgument_ObeysRecurrence()
    {
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var x = 0.01 + (30 * random.NextDouble());
            Assert.That(Polygamma.Trigamma(x) - Polygamma.Trigamma(x + 1), Is.EqualTo(1 / (x * x)).Within(1e-10 / (x * x)));
        }
    }
}
