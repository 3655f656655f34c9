using Scoring.Scales;

namespace Scoring.Tests.Scales;

public sealed class StixTests
{
    [TestCase(StixScale.NoneLowMedHigh, "None", 0, 0, 0)]
    [TestCase(StixScale.NoneLowMedHigh, "Low", 15, 1, 29)]
    [TestCase(StixScale.NoneLowMedHigh, "Med", 50, 30, 69)]
    [TestCase(StixScale.NoneLowMedHigh, "High", 85, 70, 100)]
    [TestCase(StixScale.AdmiraltyCredibility, "5 - Improbable", 10, 0, 19)]
    [TestCase(StixScale.AdmiraltyCredibility, "4 - Doubtful", 30, 20, 39)]
    [TestCase(StixScale.AdmiraltyCredibility, "3 - Possibly True", 50, 40, 59)]
    [TestCase(StixScale.AdmiraltyCredibility, "2 - Probably True", 70, 60, 79)]
    [TestCase(StixScale.AdmiraltyCredibility, "1 - Confirmed by other sources", 90, 80, 100)]
    [TestCase(StixScale.Wep, "Impossible", 0, 0, 0)]
    [TestCase(StixScale.Wep, "Highly Unlikely/Almost Certainly Not", 10, 1, 19)]
    [TestCase(StixScale.Wep, "Unlikely/Probably Not", 30, 20, 39)]
    [TestCase(StixScale.Wep, "Even Chance", 50, 40, 59)]
    [TestCase(StixScale.Wep, "Likely/Probable", 70, 60, 79)]
    [TestCase(StixScale.Wep, "Highly likely/Almost Certain", 90, 80, 99)]
    [TestCase(StixScale.Wep, "Certain", 100, 100, 100)]
    [TestCase(StixScale.Dni, "Almost No Chance / Remote", 5, 0, 9)]
    [TestCase(StixScale.Dni, "Very Unlikely / Highly Improbable", 15, 10, 19)]
    [TestCase(StixScale.Dni, "Unlikely / Improbable", 30, 20, 39)]
    [TestCase(StixScale.Dni, "Roughly Even Chance / Roughly Even Odds", 50, 40, 59)]
    [TestCase(StixScale.Dni, "Likely / Probable", 70, 60, 79)]
    [TestCase(StixScale.Dni, "Very Likely / Highly Probable", 85, 80, 89)]
    [TestCase(StixScale.Dni, "Almost Certain / Nearly Certain", 95, 90, 100)]
    public void ValueAndWord_EveryRowOfTheSpecification_AgreeBothWays(StixScale scale, string word, int value, int from, int to)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Stix.Value(scale, word), Is.EqualTo(value));
            Assert.That(Stix.Word(scale, from), Is.EqualTo(word));
            Assert.That(Stix.Word(scale, value), Is.EqualTo(word));
            Assert.That(Stix.Word(scale, to), Is.EqualTo(word));
        }
    }

    /// <summary>"Cannot be judged" is no value here, where MISP makes it 50.</summary>
    [Test]
    public void Value_AdmiraltySix_IsAbsentWhereMispHasFifty()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Stix.Value(StixScale.AdmiraltyCredibility, "6 - Truth cannot be judged"), Is.Null);
            Assert.That(Misp.CredibilityNumeric(AdmiraltyCredibility.CannotBeJudged), Is.EqualTo(50));
        }
    }

    [Test]
    public void Word_AnyValue_IsNeverAdmiraltySix() =>
        Assert.That(Enumerable.Range(0, 101).Select(value => Stix.Word(StixScale.AdmiraltyCredibility, value)), Has.None.StartWith("6"));

    [Test]
    public void Value_OtherCase_IsTheSameWord() => Assert.That(Stix.Value(StixScale.NoneLowMedHigh, "HIGH"), Is.EqualTo(85));

    [TestCase(StixScale.NoneLowMedHigh, "'Low'")]
    [TestCase(StixScale.AdmiraltyCredibility, "'6 - Truth cannot be judged'")]
    [TestCase(StixScale.Wep, "'Even Chance'")]
    [TestCase(StixScale.Dni, "'Likely / Probable'")]
    public void Value_UnknownWord_ListsTheValidOnes(StixScale scale, string valid) =>
        Assert.That(
            () => Stix.Value(scale, "perhaps"),
            Throws.TypeOf<ArgumentException>().With.Message.Contains("'perhaps'").And.Message.Contains(valid));

    [Test]
    public void Value_WordOfAnotherScale_Throws() =>
        Assert.That(() => Stix.Value(StixScale.Wep, "Likely / Probable"), Throws.TypeOf<ArgumentException>());

    [Test]
    public void Value_NoWord_Throws() =>
        Assert.That(() => Stix.Value(StixScale.Wep, null!), Throws.TypeOf<ArgumentNullException>());

    [Test]
    public void Word_OutOfRange_Throws([Values] StixScale scale, [Values(-1, 101)] int value) =>
        Assert.That(() => Stix.Word(scale, value), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("from 0 to 100"));

    [Test]
    public void Value_NoSuchScale_Throws() =>
        Assert.That(() => Stix.Value((StixScale)4, "Low"), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("Wep"));

    [Test]
    public void Word_NoSuchScale_Throws() =>
        Assert.That(() => Stix.Word((StixScale)4, 50), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(0, 0)]
    [TestCase(0.0049, 0)]
    [TestCase(0.005, 1)]
    [TestCase(0.025, 3)]
    [TestCase(0.285, 29)]
    [TestCase(0.575, 58)]
    [TestCase(0.4249, 42)]
    [TestCase(0.995, 100)]
    [TestCase(1, 100)]
    public void FromProbability_Half_IsRoundedAwayFromZero(double probability, int expected) =>
        Assert.That(Stix.FromProbability(probability), Is.EqualTo(expected));

    [TestCase(double.NaN)]
    [TestCase(-0.01)]
    [TestCase(1.01)]
    public void FromProbability_NoProbability_Throws(double value) =>
        Assert.That(() => Stix.FromProbability(value), Throws.TypeOf<ArgumentOutOfRangeException>());
}
