using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Scoring.Cli.Tests.Browser;

/// <summary>What axe-core finds against WCAG 2.2 AA and its own good practices; with everything unfolded in one report.</summary>
public sealed class ReportAccessibilityTests
{
    /// <summary>Asks for violations alone: to describe all that is well takes three times as long.</summary>
    private const string Violations = """
        async () => {
          const { violations } = await axe.run({ resultTypes: ["violations"] });
          return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(node => node.html).join("; ")}`);
        }
        """;

    [Test]
    public async Task Axe_FindsNoViolation([Values] bool isRich, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        await using var report = await ReportPage.Open(isRich ? ScoredReports.Rich : ScoredReports.Sample, new() { ColorScheme = scheme });
        if (isRich)
        {
            await report.OpenEverything();
        }

        await report.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        Assert.That(await report.Page.EvaluateAsync<string[]>(Violations), Is.Empty);
    }

    [TestCase(390, false)]
    [TestCase(390, true)]
    [TestCase(1280, false)]
    public async Task Page_OfAnyWidth_NeedsNoSidewaysScrolling(int width, bool isFrench)
    {
        await using var report = await ReportPage.Open(isFrench ? ScoredReports.French : ScoredReports.Sample, new() { ViewportSize = new() { Width = width, Height = 800 } });
        await report.OpenEverything();
        Assert.That(await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
    }
}
