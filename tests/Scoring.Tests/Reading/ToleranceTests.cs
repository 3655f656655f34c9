using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class ToleranceTests
{
    [TestCase("0", 0, 0)]
    [TestCase("0.5", 0.5, 0)]
    [TestCase(" 1e-3 ", 0.001, 0)]
    [TestCase("1%", 0, 0.01)]
    [TestCase("1.3%", 0, 0.013)]
    [TestCase("5e-1%", 0, 0.005)]
    [TestCase(" 0.5 or 1% ", 0.5, 0.01)]
    [TestCase("12.5%", 0, 0.125)]
    public void TryParse_DistanceOrShare_GivesIt(string text, double absolute, double relative)
    {
        Assert.That(Tolerance.TryParse(text, out var tolerance), Is.True);
        Assert.That((tolerance.Absolute, tolerance.Relative), Is.EqualTo((absolute, relative)));
    }

    [TestCase("")]
    [TestCase("%")]
    [TestCase("-1")]
    [TestCase("100%")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("1e400")]
    [TestCase("1,5")]
    [TestCase("near")]
    [TestCase("1e%")]
    [TestCase("1% or 0.5")]
    [TestCase("1% or 2%")]
    [TestCase("1 or 2")]
    [TestCase("1 or 2 or 3%")]
    [TestCase("0.5 or ")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.That(Tolerance.TryParse(text, out _), Is.False);

    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Absolute_OutOfRange_Throws(double distance) =>
        Assert.That(() => new Tolerance { Absolute = distance }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(-0.1)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void Relative_OutOfRange_Throws(double share) =>
        Assert.That(() => new Tolerance { Relative = share }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Around_BothParts_IsTheLarger() => Assert.That(
        new[] { 10.0, -1000 }.Select(new Tolerance { Absolute = 1, Relative = 0.01 }.Around), Is.EqualTo(new[] { 1.0, 10 }));

    [Test]
    public void TryParse_Null_IsRefused() => Assert.That(Tolerance.TryParse(null, out _), Is.False);

    [Test]
    public void ToString_AnyShare_ReadsBackToTheLastBit()
    {
        var random = new Random(1);
        foreach (var share in Enumerable.Range(1, 999).Select(thousandth => thousandth / 1000.0)
            .Concat(Enumerable.Range(0, 1000).Select(_ => random.NextDouble() * Math.Pow(10, -random.Next(300)))).Append(double.Epsilon).Append(Math.BitDecrement(1.0)))
        {
            foreach (var distance in (double[])[0, 0.5, 1e300])
            {
                var tolerance = new Tolerance { Absolute = distance, Relative = share };
                Assert.That(Tolerance.TryParse(tolerance.ToString(), out var again), Is.True, tolerance.ToString());
                Assert.That(again, Is.EqualTo(tolerance), tolerance.ToString());
            }
        }
    }

    [TestCase("0")]
    [TestCase("0.5")]
    [TestCase("2%")]
    [TestCase("1.3%")]
    [TestCase("0.5 or 1%")]
    public void ToString_Parsed_IsTheText(string text)
    {
        Assert.That(Tolerance.TryParse(text, out var tolerance), Is.True);
        Assert.That(tolerance.ToString(), Is.EqualTo(text));
    }
}
