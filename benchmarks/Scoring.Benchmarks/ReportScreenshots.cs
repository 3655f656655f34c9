using Microsoft.Playwright;
using Scoring.Reporting;
using Scoring.Tests;

namespace Scoring.Benchmarks;

/// <summary>Pictures of a report, for the README and for looking it over.</summary>
internal static class ReportScreenshots
{
    private static readonly (string Name, ReportLanguage Language, ColorScheme Scheme, int Width, int Height, string At, string? PointAt)[] Views =
    [
        ("report", ReportLanguage.English, ColorScheme.Light, 1280, 900, "body", null),
        ("report-claim", ReportLanguage.English, ColorScheme.Light, 1280, 900, "#why", ".bar:has-text('independence')"),
        ("report-dark-french", ReportLanguage.French, ColorScheme.Dark, 1280, 900, "#why", ".bar:has-text('type de source')"),
        ("report-mobile", ReportLanguage.English, ColorScheme.Light, 390, 844, "body", null),
    ];

    /// <summary>Takes the pictures.</summary>
    /// <param name="claims">The corpus.</param>
    /// <param name="folder">Where to; report.png and others beside it.</param>
    public static async Task Take(string claims, string folder)
    {
        var result = CredibilityScorer.Score(claims, new ScoringOptions().WithFilesBeside(claims));
        using var driver = await Playwright.CreateAsync();
        await using var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Browsers.Executable() ?? throw new InvalidOperationException(Browsers.Advice) });
        var html = Path.Combine(Directory.CreateTempSubdirectory("scoring-report-").FullName, "report.html");
        foreach (var view in Views)
        {
            result.Report.WriteHtml(html, view.Language);
            await using var context = await browser.NewContextAsync(new() { ColorScheme = view.Scheme, ViewportSize = new() { Width = view.Width, Height = view.Height } });
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(html).AbsoluteUri);
            await page.EvaluateAsync("selector => document.querySelector(selector).scrollIntoView()", view.At);
            if (view.PointAt is { } bar)
            {
                await page.Locator(bar).First.HoverAsync();
            }

            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{view.Name}.png") });
        }

        Directory.Delete(Path.GetDirectoryName(html)!, recursive: true);
    }
}
