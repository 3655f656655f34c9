using Scoring.Indexing;

namespace Scoring.Tests.Indexing;

public sealed class NumberTextTests
{
    [TestCase("0", 0)]
    [TestCase("1200", 1200)]
    [TestCase("1200.0", 1200)]
    [TestCase("1.2e3", 1200)]
    [TestCase("1,200", 1200)]
    [TestCase("1 200 300.5", 1200300.5)]
    [TestCase("1\u00A0200", 1200)]
    [TestCase("1\u202F200", 1200)]
    [TestCase("+3", 3)]
    [TestCase("-0.5", -0.5)]
    [TestCase("\u22122", -2)]
    [TestCase(".5", 0.5)]
    [TestCase(" 7 ", 7)]
    public void TryParse_Number_GivesIt(string text, double expected)
    {
        Assert.That(NumberText.TryParse(text, out var number), Is.True);
        Assert.That(number, Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("-")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("-Infinity")]
    [TestCase("\u221E")]
    [TestCase("1e400")]
    [TestCase("0x10")]
    [TestCase("\uFF10\uFF11\uFF12")]
    [TestCase("\u0661\u0662")]
    [TestCase("007")]
    [TestCase("02139")]
    [TestCase("1,20")]
    [TestCase("12,3456")]
    [TestCase("1200,300")]
    [TestCase("0,123")]
    [TestCase("1,200 300")]
    [TestCase("1,,200")]
    [TestCase(",200")]
    [TestCase("12:30")]
    [TestCase("2011-12-08")]
    [TestCase("10%")]
    [TestCase("--1")]
    [TestCase("1.2.3")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.That(NumberText.TryParse(text, out _), Is.False);

    [Test]
    public void TryParse_LongText_IsRefused() => Assert.That(NumberText.TryParse(new string('1', 100_000), out _), Is.False);

    [Test]
    public void TryParse_NegativeZero_IsZero()
    {
        Assert.That(NumberText.TryParse("-0", out var number), Is.True);
        Assert.That(double.IsNegative(number), Is.False);
    }

    [Test]
    [SetCulture("de-DE")]
    public void TryParse_OtherCulture_ChangesNothing()
    {
        Assert.That(NumberText.TryParse("1.5", out var number), Is.True);
        Assert.That(number, Is.EqualTo(1.5));
    }
}
