using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Tests.Indexing;

public sealed class NumberClaimsTests
{
    [Test]
    public void Of_SpellingsOfOneNumber_AreTheOneMostRowsUse() => Assert.That(
        NumberClaims.Of(["1,200", "1.2e3", "1200", "1200.0"], [1, 1, 3, 1], default), Is.EqualTo(new[] { 2, 2, 2, 2 }));

    [Test]
    public void Of_DifferentNumbers_StandForThemselves() => Assert.That(NumberClaims.Of(["12.1", "12.2"], [1, 1], default), Is.EqualTo(new[] { 0, 1 }));

    [Test]
    public void Of_WithinTolerance_IsTheNumberWithMostRows() => Assert.That(
        NumberClaims.Of(["10", "11", "12", "13"], [1, 5, 1, 2], new Tolerance { Absolute = 1 }), Is.EqualTo(new[] { 1, 1, 1, 3 }));

    [Test]
    public void Of_AChain_NeverJoinsNumbersFurtherApartThanToleranceFromTheirName()
    {
        string[] texts = [.. Enumerable.Range(100, 50).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        var named = NumberClaims.Of(texts, [.. Enumerable.Repeat(1, 50)], new Tolerance { Absolute = 2 });
        Assert.That(named.Select((name, index) => Math.Abs(name - index)), Is.All.LessThanOrEqualTo(2));
    }

    [Test]
    public void Of_RelativeTolerance_GrowsWithTheNumber() => Assert.That(
        NumberClaims.Of(["1", "1.05", "100", "105"], [2, 1, 2, 1], new Tolerance { Relative = 0.05 }), Is.EqualTo(new[] { 0, 0, 2, 2 }));

    [Test]
    public void Of_WhatIsNoNumber_StandsForItself() => Assert.That(
        NumberClaims.Of(["1", "n/a", "unknown"], [1, 1, 1], new Tolerance { Absolute = 9 }), Is.EqualTo(new[] { 0, 1, 2 }));

    [TestCase("9007199254740992 9007199254740993", "0 1")]
    [TestCase("12345678901234567890 12345678901234567891", "0 1")]
    [TestCase("0.12345678901234567 0.12345678901234568", "0 1")]
    [TestCase("0.1 0.10000000000000001", "0 1")]
    [TestCase("0 1e-400 2e-400", "0 1 2")]
    [TestCase("1.2345678901234567891e19 12,345,678,901,234,567,891.0 12345678901234567890 12345678901234567891", "3 3 2 3")]
    public void Of_NumbersThatDifferBeyondADouble_AreOneOnlyIfAllDigitsAre(string texts, string named)
    {
        string[] values = texts.Split(' ');
        Assert.That(string.Join(' ', NumberClaims.Of(values, [.. values.Select((_, index) => index + 1)], default)), Is.EqualTo(named));
    }

    [TestCase(0.5, "0 1")]
    [TestCase(2, "0 0")]
    public void Of_NumbersThatDifferBeyondADouble_AreOneWhereTheToleranceReachesFurther(double tolerance, string named) => Assert.That(
        string.Join(' ', NumberClaims.Of(["9007199254740992", "9007199254740993"], [2, 1], new Tolerance { Absolute = tolerance })), Is.EqualTo(named));

    /// <summary>The truth is one of them, whether or not there is a third number.</summary>
    [TestCase("1e16 9007199254740992 9007199254740993")]
    [TestCase("9007199254740992 9007199254740993")]
    public void Score_NumbersThatDifferBeyondADouble_AreClaimsOfTheirOwn(string values)
    {
        var result = CredibilityScorer.Score(
            [.. values.Split(' ').Select(value => new Assertion("i", $"s{value}", value)), new Assertion("j", "s1e16", "7")],
            new ScoringOptions { Numeric = NumericValues.On, Truths = [new("i", "9007199254740993.0")] });
        Assert.That(string.Join(' ', result.ClaimsOf("i").Select(claim => claim.Value)), Is.EqualTo(values));
        Assert.That(result.ClaimsOf("i").Where(claim => claim.Credibility > 0.5).Select(claim => claim.Value), Is.EqualTo(new[] { "9007199254740993" }));
    }

    [Test]
    public void Explain_NumbersThatDifferBeyondADouble_HasFiniteFigures()
    {
        var result = CredibilityScorer.Score(
            [new("i", "a", "9007199254740992"), new("i", "b", "9007199254740993"), .. "cdefgh".Select((source, index) => new Assertion("i", $"{source}", $"{(index / 2) + 1}e17"))], new ScoringOptions { Numeric = NumericValues.On });
        Assert.That(result.Claims.SelectMany(result.Explain).Select(step => step.Detail), Has.Some.Contains(", near '9007199254740993'").And.None.Contains("NaN").And.None.Contains("∞"));
        Assert.That(result.Claims.Select(claim => claim.Credibility), Is.All.InRange(0.01, 0.99));
    }

    [Test]
    public void Score_SpellingsOfOneNumber_AreOneClaimThatAnySpellingFinds()
    {
        var result = CredibilityScorer.Score(
            [new("i", "a", "1,200"), new("i", "b", "1200"), new("i", "c", "1200"), new("i", "d", "900")],
            new ScoringOptions { Numeric = NumericValues.On, Truths = [new("i", "1.2e3")] });
        Assert.That(result.ClaimsOf("i").Select(claim => (claim.Value, claim.Supports, claim.Credibility > 0.5)), Is.EqualTo(new[] { ("1200", 3, true), ("900", 1, false) }));
    }

    [Test]
    public void Score_SpellingsByDefaultOnTexts_StayApart() => Assert.That(
        CredibilityScorer.Score([new("version", "a", "1.0"), new("version", "b", "1")]).Claims, Has.Count.EqualTo(2));

    [Test]
    public void Score_NumbersWithinTolerance_AgreeInFindingsAndCounts()
    {
        var result = CredibilityScorer.Score(
            [new("i", "a", "12.1"), new("i", "b", "12.2"), new("i", "c", "12.1"), new("i", "d", "40")],
            new ScoringOptions { Numeric = NumericValues.On, Tolerance = new Tolerance { Absolute = 0.1 } });
        Assert.That(result.Sources.Select(source => source.Agreed), Is.EqualTo(new[] { 1, 1, 1, 0 }));
    }

    [Test]
    public void Score_RelationToAnotherSpelling_FindsTheClaim()
    {
        var result = CredibilityScorer.Score(
            [new("i", "a", "1,200"), new("i", "b", "900"), new("j", "a", "5"), new("j", "c", "7")],
            new ScoringOptions { Numeric = NumericValues.On, Relations = [new("i", "1200", RelationKind.Implies, "j", "5.0", 10)] });
        Assert.That(result.Claims, Has.Count.EqualTo(4));
    }
}
