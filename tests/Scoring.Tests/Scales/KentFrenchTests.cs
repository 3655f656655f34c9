using Scoring.Scales;

namespace Scoring.Tests.Scales;

public sealed class KentFrenchTests
{
    [TestCase(0.07, "presque aucune chance")]
    [TestCase(0.30, "probablement pas")]
    [TestCase(0.50, "chances à peu près égales")]
    [TestCase(0.75, "probable")]
    [TestCase(0.93, "quasi certaine")]
    public void Word_AtAPoint_IsItsWords(double probability, string expected) =>
        Assert.That(KentFrench.Word(probability), Is.EqualTo(expected));

    [TestCase(0, "presque aucune chance")]
    [TestCase(0.1851, "probablement pas")]
    [TestCase(0.4001, "chances à peu près égales")]
    [TestCase(0.6251, "probable")]
    [TestCase(0.8401, "quasi certaine")]
    [TestCase(1, "quasi certaine")]
    public void Word_BetweenPoints_IsTheNearest(double probability, string expected) =>
        Assert.That(KentFrench.Word(probability), Is.EqualTo(expected));

    [TestCase(0.185, "presque aucune chance")]
    [TestCase(0.40, "probablement pas")]
    [TestCase(0.625, "chances à peu près égales")]
    [TestCase(0.84, "probable")]
    public void Word_HalfWay_IsTheLower(double probability, string expected) =>
        Assert.That(KentFrench.Word(probability), Is.EqualTo(expected));

    [TestCase(double.NaN)]
    [TestCase(-0.01)]
    [TestCase(1.01)]
    public void Word_NoProbability_Throws(double value) =>
        Assert.That(() => KentFrench.Word(value), Throws.TypeOf<ArgumentOutOfRangeException>());
}
