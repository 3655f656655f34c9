using System.Globalization;
using Microsoft.Playwright;
using Scoring.Reporting;
using Scoring.Tests;

namespace Scoring.Benchmarks;

/// <summary>How large a report of 2,000 claims is, and how soon a headless Chromium draws and filters it.</summary>
internal static class ReportInBrowser
{
    private const int Claims = 2000;
    private const int Seed = 1;
    private const int Openings = 7;

    /// <summary>From the keystroke to the frame in which the answer has been drawn, in milliseconds: one figure a search.</summary>
    private const string Filter = """
        async () => {
          const words = document.getElementById("words");
          const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
          const times = [];
          for (const text of ["b", "br", "bridge", "bridge treaty", "", "answer 1", "9", "envoy-", "zzz", ""]) {
            await frame();
            const start = performance.now();
            words.value = text;
            words.dispatchEvent(new Event("input", { bubbles: true }));
            document.body.getBoundingClientRect();
            await frame();
            times.push(performance.now() - start);
          }
          return times;
        }
        """;

    /// <summary>When the browser drew its first content, and the largest part of the first screen, in milliseconds after it was told to open the file.</summary>
    private const string Paints = """
        () => new Promise(resolve => new PerformanceObserver(list => setTimeout(() => resolve([
          performance.getEntriesByName("first-contentful-paint")[0].startTime, list.getEntries().at(-1).startTime, performance.getEntriesByType("navigation")[0].loadEventEnd]), 300))
          .observe({ type: "largest-contentful-paint", buffered: true }))
        """;

    /// <param name="path">Where the report is written to.</param>
    /// <param name="output">Receives the figures.</param>
    public static async Task Measure(string path, TextWriter output)
    {
        var result = CredibilityScorer.Score(ReportCorpus.Draw(Claims, Seed));
        result.Report.WriteHtml(path);
        using var driver = await Playwright.CreateAsync();
        await using var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Browsers.Executable() ?? throw new InvalidOperationException(Browsers.Advice) });
        var (paints, searches) = (new List<double[]>(), new List<double>());
        for (var opening = 0; opening < Openings; opening++)
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(Path.GetFullPath(path)).AbsoluteUri);
            paints.Add(await page.EvaluateAsync<double[]>(Paints));
            searches.AddRange(await page.EvaluateAsync<double[]>(Filter));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | {result.Claims.Count:#,0} claims, {result.Run.Rows:#,0} assertions, {result.Sources.Count} sources | median | worst | aim |
            |---|---:|---:|---:|
            | size of report.html, MB | {new FileInfo(path).Length / 1e6:0.00} | | < 8 |
            | first content drawn, ms | {Median(paints.Select(paint => paint[0])):0} | {paints.Max(paint => paint[0]):0} | < 1,000 |
            | first screen drawn, ms | {Median(paints.Select(paint => paint[1])):0} | {paints.Max(paint => paint[1]):0} | < 1,000 |
            | all loaded and scripts run, ms | {Median(paints.Select(paint => paint[2])):0} | {paints.Max(paint => paint[2]):0} | |
            | filter answered and drawn, ms | {Median(searches):0} | {searches.Max():0} | < 100 |

            {Openings} openings, each in a fresh context, {searches.Count} searches; Chromium {browser.Version}.
            """));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
