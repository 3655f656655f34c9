using Scoring.Scales;

namespace Scoring.Tests.Scales;

public sealed class MispTests
{
    [TestCase(AdmiraltyReliability.A, "a", 100)]
    [TestCase(AdmiraltyReliability.B, "b", 75)]
    [TestCase(AdmiraltyReliability.C, "c", 50)]
    [TestCase(AdmiraltyReliability.D, "d", 25)]
    [TestCase(AdmiraltyReliability.E, "e", 0)]
    [TestCase(AdmiraltyReliability.F, "f", 50)]
    public void Reliability_Letter_HasTagAndNumeric(AdmiraltyReliability letter, string name, int numeric)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Misp.ReliabilityTag(letter), Is.EqualTo($"admiralty-scale:source-reliability=\"{name}\""));
            Assert.That(Misp.ReliabilityNumeric(letter), Is.EqualTo(numeric));
        }
    }

    [TestCase(1, 100)]
    [TestCase(2, 75)]
    [TestCase(3, 50)]
    [TestCase(4, 25)]
    [TestCase(5, 0)]
    [TestCase(6, 50)]
    public void Credibility_Number_HasTagAndNumeric(int number, int numeric)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Misp.CredibilityTag((AdmiraltyCredibility)number), Is.EqualTo($"admiralty-scale:information-credibility=\"{number}\""));
            Assert.That(Misp.CredibilityNumeric((AdmiraltyCredibility)number), Is.EqualTo(numeric));
        }
    }

    /// <summary>The numeric value is the band's lower edge, not its middle; the lowest band begins at 0 here, at 1 % in ICD 203.</summary>
    [TestCase(0.01, "almost-no-chance", 0)]
    [TestCase(0.0499, "almost-no-chance", 0)]
    [TestCase(0.05, "very-unlikely", 5)]
    [TestCase(0.1999, "very-unlikely", 5)]
    [TestCase(0.20, "unlikely", 20)]
    [TestCase(0.4499, "unlikely", 20)]
    [TestCase(0.45, "roughly-even-chance", 45)]
    [TestCase(0.5499, "roughly-even-chance", 45)]
    [TestCase(0.55, "likely", 55)]
    [TestCase(0.7999, "likely", 55)]
    [TestCase(0.80, "very-likely", 80)]
    [TestCase(0.9499, "very-likely", 80)]
    [TestCase(0.95, "almost-certain", 95)]
    [TestCase(0.99, "almost-certain", 95)]
    public void Likelihood_BothSidesOfAnEdge_HasTagAndLowerEdge(double probability, string name, int numeric)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Misp.LikelihoodTag(probability), Is.EqualTo($"estimative-language:likelihood-probability=\"{name}\""));
            Assert.That(Misp.LikelihoodNumeric(probability), Is.EqualTo(numeric));
        }
    }

    [TestCase(0)]
    [TestCase(0.0099)]
    [TestCase(0.9901)]
    [TestCase(1)]
    public void Likelihood_OutsideTheIcdTable_HasNeither(double probability)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Misp.LikelihoodTag(probability), Is.Null);
            Assert.That(Misp.LikelihoodNumeric(probability), Is.Null);
        }
    }

    [TestCase(double.NaN)]
    [TestCase(-0.01)]
    [TestCase(1.01)]
    public void Likelihood_NoProbability_Throws(double value)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Misp.LikelihoodTag(value), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Misp.LikelihoodNumeric(value), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [TestCase(-1)]
    [TestCase(6)]
    public void Reliability_NoSuchLetter_Throws(int letter)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Misp.ReliabilityTag((AdmiraltyReliability)letter), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Misp.ReliabilityNumeric((AdmiraltyReliability)letter), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [TestCase(0)]
    [TestCase(7)]
    public void Credibility_NoSuchNumber_Throws(int number)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Misp.CredibilityTag((AdmiraltyCredibility)number), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Misp.CredibilityNumeric((AdmiraltyCredibility)number), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }
}
