using Scoring.Reading;

namespace Scoring.Tests.Indexing;

/// <summary>Numbers with a decimal comma are names, and who writes them is told so once.</summary>
public sealed class DecimalCommasTests
{
    [TestCase("3,5", "3.5")]
    [TestCase("-0,125", "-0.125")]
    [TestCase("1234,567", "1234.567")]
    [TestCase("1 234,5", "1 234.5")]
    [TestCase("12,50 €", "12.50 €")]
    public void Score_NumbersWithADecimalComma_WarnsOnceAndSaysWhatToWrite(string value, string write) => Assert.That(
        Warnings(NumericValues.Auto, value, "2,5", "7"),
        Is.EqualTo(new[] { $"values with a decimal comma are no numbers but names, as '{value}' of item 'i0': write '{write}'" }));

    [TestCase("1,234")]
    [TestCase("1,234,567")]
    [TestCase("3.5")]
    [TestCase("1,2,3")]
    [TestCase("Paris, Texas")]
    [TestCase("a,5")]
    [TestCase(",")]
    public void Score_OtherValues_DoesNotWarn(string value) => Assert.That(Warnings(NumericValues.Auto, value, value), Is.Empty);

    /// <summary>One name that looks like it among many says nothing, unless numbers were asked for.</summary>
    [TestCase(NumericValues.Auto, 0)]
    [TestCase(NumericValues.Off, 0)]
    [TestCase(NumericValues.On, 1)]
    public void Score_CommaAmongNames_WarnsWhereNumbersAreAskedFor(NumericValues mode, int warnings) =>
        Assert.That(Warnings(mode, "a", "b", "3,5", "c").Count(warning => warning.StartsWith("values with a decimal comma", StringComparison.Ordinal)), Is.EqualTo(warnings));

    [Test]
    public void Score_CommasWhereNumbersAreOff_DoesNotWarn() => Assert.That(Warnings(NumericValues.Off, "3,5", "2,5"), Is.Empty);

    /// <summary>Each value on an item of its own.</summary>
    private static IReadOnlyList<string> Warnings(NumericValues mode, params string[] values) =>
        CredibilityScorer.Score(values.Select((value, item) => new Assertion($"i{item}", "s", value)), new ScoringOptions { Numeric = mode }).Run.Warnings;
}
