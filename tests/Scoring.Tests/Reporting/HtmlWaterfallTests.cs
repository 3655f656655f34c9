using System.Globalization;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Reporting;

public sealed class HtmlWaterfallTests
{
    private static readonly ScoringResult Sample = CredibilityScorer.Score(CorpusFiles.BelarusCall, new ScoringOptions().WithFilesBeside(CorpusFiles.BelarusCall));

    [Test]
    public void Of_EveryClaim_PrintsFiguresThatAddUpToThePrintedScore()
    {
        foreach (var claim in Sample.Claims)
        {
            var bars = Chart(claim).Bars;
            Assert.That(bars.SkipLast(1).Sum(bar => Number(bar.Value)), Is.EqualTo(Number(bars[^1].Value)).Within(1e-9), claim.Item);
            Assert.That(bars[^1].Value, Is.EqualTo(DisplayText.Db(claim.WeightDb)), claim.Item);
        }
    }

    [TestCase(1)]
    [TestCase(12)]
    public void Of_EveryBar_HasReasonsThatAddUpToItAsPrinted(int reasons)
    {
        var detail = ReportDetail.For(1) with { Reasons = reasons };
        foreach (var claim in Sample.Claims)
        {
            foreach (var bar in WaterfallChart.Of(Sample.Explain(claim), claim.WeightDb, detail, Phrasing.English).Bars.Where(bar => bar.Reasons.Count > 0))
            {
                var rest = bar.More.Length == 0 ? 0 : Number(bar.More.Split(": ")[1].Split(' ')[0]);
                Assert.That(bar.Reasons.Sum(reason => Number(reason.WeightDb)) + rest, Is.EqualTo(Number(bar.Value)).Within(1e-9), $"{claim.Item}: {bar.Label}");
            }
        }
    }

    [Test]
    public void Of_EveryClaim_DrawsEachBarFromTheEndOfTheLast()
    {
        foreach (var claim in Sample.Claims)
        {
            var bars = Chart(claim).Bars;
            foreach (var (bar, next) in bars.SkipLast(1).Zip(bars.Skip(1).SkipLast(1)))
            {
                var start = next.Kind.StartsWith("minus", StringComparison.Ordinal) ? Number(next.End) + Number(next.Width) : Number(next.X);
                Assert.That(start, Is.EqualTo(Number(bar.End)).Within(0.4), $"{claim.Item}: {next.Label}");
            }

            Assert.That(Number(bars[^2].End), Is.EqualTo(Number(bars[^1].End)).Within(0.11), claim.Item);
        }
    }

    [Test]
    public void Of_KnownTruth_StaysWithinTheAxis()
    {
        var result = CredibilityScorer.Score([new Assertion("i", "s", "a"), new Assertion("i", "t", "b")], new ScoringOptions { Truths = [new KnownTruth("i", "a")] });
        foreach (var claim in result.Claims)
        {
            var chart = WaterfallChart.Of(result.Explain(claim), claim.WeightDb, ReportDetail.For(1), Phrasing.English);
            Assert.That(chart.Bars.SelectMany(bar => new[] { Number(bar.X), Number(bar.X) + Number(bar.Width) }), Is.All.InRange(0, 100.4));
        }
    }

    [TestCase(new[] { 0.04, 0.04, 0.04 }, 0.12)]
    [TestCase(new[] { 17.06, -0.14, -1.93, -1.14, -2.85, -4.27 }, 6.73)]
    [TestCase(new[] { 1.0, -1.0 }, 0.0)]
    [TestCase(new double[0], 0.0)]
    public void ThatAddUp_Bars_AddUpAndAreNoTenthOff(double[] bars, double score)
    {
        var figures = WaterfallFigures.ThatAddUp(bars, score);
        Assert.That(figures.Sum(), Is.EqualTo(Math.Round(score, 1)).Within(1e-9));
        Assert.That(figures.Zip(bars).Select(pair => Math.Abs(pair.First - pair.Second)), Is.All.LessThan(0.1));
    }

    [Test]
    public void ThatAddUp_RoundedFiguresThatAddUp_AreKept() =>
        Assert.That(WaterfallFigures.ThatAddUp([2.26, -1.11], 1.15), Is.EqualTo(new[] { 2.3, -1.1 }).Within(1e-12));

    private static WaterfallChart Chart(ClaimScore claim) => WaterfallChart.Of(Sample.Explain(claim), claim.WeightDb, ReportDetail.For(1), Phrasing.English);

    private static double Number(string text) => double.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);
}
