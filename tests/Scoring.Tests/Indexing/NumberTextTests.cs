using System.Globalization;
using Scoring.Indexing;
using Scoring.Tests.Corpora;

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

    [TestCase("10%", 10, "%")]
    [TestCase("12.5 km", 12.5, "km")]
    [TestCase("-3\u00B0C", -3, "\u00B0C")]
    [TestCase("$1,200", 1200, "$")]
    [TestCase("\u20AC 3", 3, "\u20AC")]
    [TestCase("1e3 m/s", 1000, "m/s")]
    [TestCase("7", 7, "")]
    public void TryParse_NumberWithAUnit_GivesBoth(string text, double expected, string expectedUnit)
    {
        Assert.That(NumberText.TryParse(text, out var number, out var unit), Is.True);
        var its = unit.ToString();
        Assert.That((number, its), Is.EqualTo((expected, expectedUnit)));
    }

    [TestCase("0", "0")]
    [TestCase("-0.000", "0")]
    [TestCase("0e99999999999999999999", "0")]
    [TestCase("1200", "12e2")]
    [TestCase("1,200.0 km", "12e2")]
    [TestCase("1.2E+3", "12e2")]
    [TestCase("-0.0120", "-12e-3")]
    [TestCase("\u2212.5e-1", "-5e-2")]
    [TestCase("+5.", "5e0")]
    [TestCase("1e-400", "1e-400")]
    [TestCase("1e-99999999999999999999", "1e-99999999999999999999")]
    [TestCase("12345678901234567890", "1234567890123456789e1")]
    public void Digits_Number_AreThoseThatCount(string text, string digits) => Assert.That(NumberText.Digits(text), Is.EqualTo(digits));

    [TestCase("F80")]
    [TestCase("5 ft 3")]
    [TestCase("km")]
    [TestCase("$")]
    [TestCase("12 anybody-else")]
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
    public void TryParse_OtherCulture_ChangesNothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CommaCulture.New();
            Assert.That(NumberText.TryParse("1.5", out var number), Is.True);
            Assert.That(number, Is.EqualTo(1.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
