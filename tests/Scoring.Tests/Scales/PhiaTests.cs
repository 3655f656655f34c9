using Scoring.Scales;

namespace Scoring.Tests.Scales;

public sealed class PhiaTests
{
    [TestCase(double.Epsilon, "remote chance")]
    [TestCase(0.05, "remote chance")]
    [TestCase(0.10, "highly unlikely")]
    [TestCase(0.20, "highly unlikely")]
    [TestCase(0.25, "unlikely")]
    [TestCase(0.35, "unlikely")]
    [TestCase(0.40, "realistic possibility")]
    [TestCase(0.4999, "realistic possibility")]
    [TestCase(0.55, "likely or probable")]
    [TestCase(0.75, "likely or probable")]
    [TestCase(0.80, "highly likely")]
    [TestCase(0.90, "highly likely")]
    [TestCase(0.95, "almost certain")]
    [TestCase(0.9999, "almost certain")]
    public void Word_EdgeInsideABand_HasAWord(double probability, string expected) =>
        Assert.That(Phia.Word(probability), Is.EqualTo(expected));

    [TestCase(0)]
    [TestCase(0.0501)]
    [TestCase(0.0999)]
    [TestCase(0.2001)]
    [TestCase(0.2499)]
    [TestCase(0.3501)]
    [TestCase(0.3999)]
    [TestCase(0.50)]
    [TestCase(0.5499)]
    [TestCase(0.7501)]
    [TestCase(0.7999)]
    [TestCase(0.9001)]
    [TestCase(0.9499)]
    [TestCase(1)]
    public void Word_InAGap_IsNull(double probability) => Assert.That(Phia.Word(probability), Is.Null);

    [TestCase(0.07, "7.0%")]
    [TestCase(0.225, "22.5%")]
    [TestCase(0.37, "37.0%")]
    [TestCase(0.50, "50.0%")]
    [TestCase(0.77, "77.0%")]
    [TestCase(0.925, "92.5%")]
    public void WordOrNumber_InAGap_PrintsTheNumber(double probability, string expected) =>
        Assert.That(Phia.WordOrNumber(probability), Is.EqualTo(expected));

    [TestCase(0.0504, ">5.0%")]
    [TestCase(0.0996, "<10.0%")]
    [TestCase(0.9004, ">90.0%")]
    [TestCase(0.9496, "<95.0%")]
    [TestCase(0.5496, "<55.0%")]
    public void WordOrNumber_JustInAGap_IsNotRoundedIntoABand(double probability, string expected) =>
        Assert.That(Phia.WordOrNumber(probability), Is.EqualTo(expected));

    [TestCase(0, "<0.1%")]
    [TestCase(1, ">99.9%")]
    public void WordOrNumber_Certainty_PrintsABound(double probability, string expected) =>
        Assert.That(Phia.WordOrNumber(probability), Is.EqualTo(expected));

    [Test]
    public void WordOrNumber_InABand_IsTheWord() => Assert.That(Phia.WordOrNumber(0.6), Is.EqualTo("likely or probable"));

    [TestCase(double.NaN)]
    [TestCase(-0.01)]
    [TestCase(1.01)]
    public void Word_NoProbability_Throws(double value) =>
        Assert.That(() => Phia.Word(value), Throws.TypeOf<ArgumentOutOfRangeException>());
}
