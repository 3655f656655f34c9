using System.Globalization;
using Scoring.Reporting;
using Scoring.Scales;

namespace Scoring.Tests.Reporting;

public sealed class DisplayTextTests
{
    [TestCase(0.5, "0.50")]
    [TestCase(0.944, "0.94")]
    [TestCase(0.948, "0.948")]
    [TestCase(0.9496, "0.9496")]
    [TestCase(0.95, "0.95")]
    [TestCase(0.951, "0.95")]
    [TestCase(0.898, "0.898")]
    [TestCase(0.748, "0.75")]
    [TestCase(0.0096, "0.0096")]
    [TestCase(0.9945, "0.995")]
    [TestCase(0.69999, "0.70")]
    [TestCase(0.996, ">0.99")]
    [TestCase(0.001, "<0.01")]
    [TestCase(0.0, "0.00")]
    [TestCase(1.0, "1.00")]
    public void Credibility_NextToWhereAWordBegins_IsPrintedOnItsSide(double credibility, string expected) => Assert.That(DisplayText.Credibility(credibility, Icd203.Word), Is.EqualTo(expected));

    [TestCase(0.748, "0.748")]
    [TestCase(0.948, "0.95")]
    [TestCase(0.898, "0.898")]
    [TestCase(0.90, "0.90")]
    public void Reliability_NextToWhereALetterBegins_IsPrintedOnItsSide(double reliability, string expected) => Assert.That(DisplayText.Reliability(reliability), Is.EqualTo(expected));

    [Test]
    public void Figures_AnyButNextToCertainty_HaveTheWordsOfWhatIsPrinted()
    {
        for (var thousandths = 11; thousandths < 989; thousandths++)
        {
            var probability = thousandths / 1000.0;
            var (credibility, reliability) = (Number(DisplayText.Credibility(probability, Icd203.Word)), Number(DisplayText.Reliability(probability)));
            Assert.That((Icd203.Word(credibility), Admiralty.Reliability(reliability, used: true)), Is.EqualTo((Icd203.Word(probability), Admiralty.Reliability(probability, used: true))), $"{probability}");
        }
    }

    [TestCase(0.13, 0.929, "0.548", "0.13–0.93")]
    [TestCase(0.0085, 0.0096, "0.009", "0.009–0.010")]
    [TestCase(0.0085, 0.0096, "0,009", "0.009–0.010")]
    [TestCase(0.94, 0.9481, "0.948", "0.94–0.95")]
    [TestCase(0.9412, 0.9441, "0.9444", "0.9412–0.9441")]
    [TestCase(0.001, 0.2, "<0.01", "<0.01–0.20")]
    public void Interval_FigureThatWouldLieOutside_HasAsManyDecimals(double low, double high, string beside, string expected) =>
        Assert.That(DisplayText.Interval(low, high, beside), Is.EqualTo(expected));

    /// <summary>Persian and pictures of families need joiners; between Latin letters they only hide.</summary>
    [TestCase("آره\u200Cها", "آره\u200Cها")]
    [TestCase("👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧")]
    [TestCase("pay\u200Cpal", "pay⟨U+200C⟩pal")]
    [TestCase("آ\u200C\u200Cر", "آ⟨U+200C⟩⟨U+200C⟩ر")]
    [TestCase("北\u200C京", "北⟨U+200C⟩京")]
    [TestCase("👨\u200C👩", "👨⟨U+200C⟩👩")]
    [TestCase("\u200Dآ", "⟨U+200D⟩آ")]
    [TestCase("a\u202Eb", "a⟨U+202E⟩b")]
    [TestCase("🏴\U000E0067\U000E007F", "🏴\U000E0067\U000E007F")]
    [TestCase("a\U000E0067b", "a⟨U+E0067⟩b")]
    public void Visible_Joiners_AreKeptWhereTheyJoin(string text, string expected) => Assert.That(DisplayText.Visible(text), Is.EqualTo(expected));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
