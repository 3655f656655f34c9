using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Scoring.Cli.Tests.Browser;

/// <summary>What axe-core finds against WCAG 2.2 AA and its own good practices; with everything unfolded in one report.</summary>
public sealed class ReportAccessibilityTests
{
    [Test]
    public async Task Axe_FindsNoViolation([Values] bool isRich, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        await using var report = await ReportPage.Open(isRich ? ScoredReports.Rich.Value : ScoredReports.Sample.Value, new() { ColorScheme = scheme });
        if (isRich)
        {
            await report.OpenEverything();
        }

        var result = await report.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.That(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}"), Is.Empty);
    }

    [TestCase(390)]
    [TestCase(1280)]
    public async Task Page_OfAnyWidth_NeedsNoSidewaysScrolling(int width)
    {
        await using var report = await ReportPage.Open(ScoredReports.Sample.Value, new() { ViewportSize = new() { Width = width, Height = 800 } });
        await report.OpenEverything();
        Assert.That(await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
    }
}
