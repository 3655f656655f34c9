using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Tests.Calibrating;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Explaining;

public sealed class NumberBreakdownTests
{
    private const double Exact = 1e-9;

    [Test]
    public void Explain_RandomNumbers_BarsAddUpToTheScore([Range(0, 149)] int seed)
    {
        var (assertions, options) = RandomNumbers.Draw(seed);
        AssertSums(CredibilityScorer.Score(assertions, options));
    }

    [Test]
    public void Explain_RandomNumbersWithACalibration_BarsAddUpToTheScore([Range(0, 29)] int seed)
    {
        var (assertions, options) = RandomNumbers.Draw(seed);
        AssertSums(CredibilityScorer.Score(assertions, options with { CalibrationPath = CalibrationFiles.Write(CalibrationFiles.Draw(seed)) }));
    }

    [Test]
    public void Explain_Measurements_BarsAddUpToTheScore() => AssertSums(CredibilityScorer.Score(MeasuredCorpus.Draw(1, items: 40).Assertions));

    [Test]
    public void Explain_ANearNumber_IsABarThatSaysSo()
    {
        var result = CredibilityScorer.Score([.. MeasuredCorpus.Draw(2, items: 60).Assertions, new("i", "s01", "10"), new("i", "s03", "10.3"), new("i", "s02", "500"), new("i", "s04", "500")]);
        var steps = result.Explain(result.ClaimsOf("i").Single(claim => claim.Value == "10"));
        var near = steps.Single(step => step is { Source: "s03", Factor: Factor.SourceType });
        Assert.That(near.WeightDb, Is.GreaterThan(0));
        Assert.That(near.Detail, Does.Match("^says '10.3', near '10': counts 0\\.[0-9]+ as if it named that, as its errors are about [0-9.]+; "));
    }

    [Test]
    public void WhatWouldChange_Numbers_NamesASource()
    {
        var result = CredibilityScorer.Score([new("i", "a", "10"), new("i", "b", "10.1"), new("i", "c", "500")], new ScoringOptions { Numeric = NumericValues.On });
        Assert.That(result.WhatWouldChange(result.ClaimsOf("i")[0])?.Source, Is.AnyOf("a", "b", "c"));
    }

    private static void AssertSums(ScoringResult result)
    {
        Assert.That(result.Claims.Select(claim => (claim.Low <= claim.Credibility, claim.Credibility <= claim.High)), Is.All.EqualTo((true, true)));
        foreach (var claim in result.Claims)
        {
            Assert.That(result.Explain(claim).Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb), $"{claim.Item} = {claim.Value}");
        }
    }
}
