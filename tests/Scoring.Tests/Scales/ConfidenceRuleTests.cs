using Scoring.Scales;

namespace Scoring.Tests.Scales;

public sealed class ConfidenceRuleTests
{
    [TestCase(0.40, 0.60, 3, AnalyticConfidence.High)]
    [TestCase(0.40, 0.6001, 3, AnalyticConfidence.Moderate)]
    [TestCase(0.40, 0.60, 2, AnalyticConfidence.Moderate)]
    [TestCase(0.25, 0.75, 2, AnalyticConfidence.Moderate)]
    [TestCase(0.25, 0.7501, 2, AnalyticConfidence.Low)]
    [TestCase(0.25, 0.7501, 9, AnalyticConfidence.Low)]
    [TestCase(0.40, 0.40, 1, AnalyticConfidence.Low)]
    [TestCase(0.40, 0.40, 0, AnalyticConfidence.Low)]
    [TestCase(0, 1, 9, AnalyticConfidence.Low)]
    public void Judge_BothSidesOfAnEdge_NeedsWidthAndOrigins(double low, double high, int origins, AnalyticConfidence expected) =>
        Assert.That(ConfidenceRule.Judge(low, high, origins), Is.EqualTo(expected));

    /// <summary>As doubles, some of these differences are a little more than 0.2, or 0.5.</summary>
    [TestCase(0.70, 0.90, AnalyticConfidence.High)]
    [TestCase(0.60, 0.80, AnalyticConfidence.High)]
    [TestCase(0.80, 1.00, AnalyticConfidence.High)]
    [TestCase(0.07, 0.57, AnalyticConfidence.Moderate)]
    public void Judge_WidthAtTheEdgeInDecimal_CountsAsTheEdge(double low, double high, AnalyticConfidence expected) =>
        Assert.That(ConfidenceRule.Judge(low, high, 3), Is.EqualTo(expected));

    /// <summary>Confidence is not likelihood: where the interval lies makes no difference.</summary>
    [Test]
    public void Judge_SameWidthAnywhere_IsTheSame([Range(0, 90, 10)] int lowPercent) =>
        Assert.That(ConfidenceRule.Judge(lowPercent / 100.0, (lowPercent + 10) / 100.0, 3), Is.EqualTo(AnalyticConfidence.High));

    [TestCase(double.NaN, 0.5, 1, "low")]
    [TestCase(-0.01, 0.5, 1, "low")]
    [TestCase(0.5, double.NaN, 1, "high")]
    [TestCase(0.5, 1.01, 1, "high")]
    [TestCase(0.5, 0.4, 1, "high")]
    [TestCase(0.4, 0.5, -1, "independentOrigins")]
    public void Judge_OutOfRange_NamesTheArgument(double low, double high, int origins, string name) =>
        Assert.That(
            () => ConfidenceRule.Judge(low, high, origins),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo(name));
}
