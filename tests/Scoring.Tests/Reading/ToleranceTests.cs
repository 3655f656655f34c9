using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class ToleranceTests
{
    [TestCase("0", 0, 0)]
    [TestCase("0.5", 0.5, 0)]
    [TestCase(" 1e-3 ", 0.001, 0)]
    [TestCase("1%", 0, 0.01)]
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

    [TestCase("0.5")]
    [TestCase("2%")]
    public void ToString_OnePart_ReadsBack(string text)
    {
        Assert.That(Tolerance.TryParse(text, out var tolerance), Is.True);
        Assert.That(tolerance.ToString(), Is.EqualTo(text));
    }
}
