using System.Globalization;
using Scoring.Scales;

namespace Scoring.Tests.Scales;

public sealed class Icd203Tests
{
    [TestCase(0.01, "almost no chance")]
    [TestCase(0.0499, "almost no chance")]
    [TestCase(0.05, "very unlikely")]
    [TestCase(0.1999, "very unlikely")]
    [TestCase(0.20, "unlikely")]
    [TestCase(0.4499, "unlikely")]
    [TestCase(0.45, "roughly even chance")]
    [TestCase(0.5499, "roughly even chance")]
    [TestCase(0.55, "likely")]
    [TestCase(0.7999, "likely")]
    [TestCase(0.80, "very likely")]
    [TestCase(0.9499, "very likely")]
    [TestCase(0.95, "almost certain")]
    [TestCase(0.99, "almost certain")]
    public void Word_BothSidesOfAnEdge_HoldsTheLowerEdge(double probability, string expected) =>
        Assert.That(Icd203.Word(probability), Is.EqualTo(expected));

    [TestCase(0)]
    [TestCase(double.Epsilon)]
    [TestCase(0.0099)]
    [TestCase(0.9901)]
    [TestCase(1)]
    public void Word_OutsideTheTable_IsNull(double probability) => Assert.That(Icd203.Word(probability), Is.Null);

    [TestCase(0.5, "roughly even chance")]
    [TestCase(0.996, "99.6%")]
    [TestCase(0.004, "0.4%")]
    [TestCase(0.001, "0.1%")]
    [TestCase(0.999, "99.9%")]
    public void WordOrNumber_InsideAndOutside_GivesWordOrPercent(double probability, string expected) =>
        Assert.That(Icd203.WordOrNumber(probability), Is.EqualTo(expected));

    [Test]
    public void WordOrNumber_AnyOutsideTheTable_IsRoundedAsItsDigitsAreWritten()
    {
        for (var step = 0; step < 90_000; step++)
        {
            // Halves of a tenth of a percent are among them.
            var probability = 0.001 + (step / 1e7);
            var tenths = Math.Round(1000 * (decimal)probability, MidpointRounding.AwayFromZero);
            Assert.That(Icd203.WordOrNumber(probability), Is.EqualTo(tenths < 10 ? FormattableString.Invariant($"{tenths / 10:0.0}%") : "<1.0%"));
        }
    }

    /// <summary>A weight of a few hundred decibans is 1 as a double, and still no certainty.</summary>
    [TestCase(0, "<0.1%")]
    [TestCase(double.Epsilon, "<0.1%")]
    [TestCase(0.00099, "<0.1%")]
    [TestCase(0.99901, ">99.9%")]
    [TestCase(0.9999999, ">99.9%")]
    [TestCase(1, ">99.9%")]
    public void WordOrNumber_NextToCertainty_PrintsABound(double probability, string expected) =>
        Assert.That(Icd203.WordOrNumber(probability), Is.EqualTo(expected));

    [TestCase(0.0094, "0.9%")]
    [TestCase(0.0096, "<1.0%")]
    [TestCase(0.9904, ">99.0%")]
    [TestCase(0.9906, "99.1%")]
    public void WordOrNumber_JustOutside_IsNotRoundedIntoTheTable(double probability, string expected) =>
        Assert.That(Icd203.WordOrNumber(probability), Is.EqualTo(expected));

    /// <summary>The build knows the invariant culture only, so that a culture with a comma is made here.</summary>
    [Test]
    public void WordOrNumber_CultureWithDecimalComma_PrintsAPoint()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.That(Icd203.WordOrNumber(0.996), Is.EqualTo("99.6%"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase(double.NaN)]
    [TestCase(-0.01)]
    [TestCase(1.01)]
    public void Word_NoProbability_NamesValueAndRange(double value)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => Icd203.Word(value));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.ActualValue, Is.EqualTo(value));
            Assert.That(thrown.Message, Does.Contain("from 0 to 1"));
        }
    }

    [TestCase(double.NaN)]
    [TestCase(-0.01)]
    [TestCase(1.01)]
    public void WordOrNumber_NoProbability_Throws(double value) =>
        Assert.That(() => Icd203.WordOrNumber(value), Throws.TypeOf<ArgumentOutOfRangeException>());

    /// <summary>The cut points of STIX's "DNI" scale are not those of the DNI's directive.</summary>
    [Test]
    public void Word_FortyTwoPercent_IsUnlikelyHereAndEvenInStixDni()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Icd203.Word(0.42), Is.EqualTo("unlikely"));
            Assert.That(Stix.Word(StixScale.Dni, Stix.FromProbability(0.42)), Is.EqualTo("Roughly Even Chance / Roughly Even Odds"));
        }
    }
}
