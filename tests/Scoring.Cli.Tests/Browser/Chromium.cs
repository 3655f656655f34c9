using Microsoft.Playwright;

namespace Scoring.Cli.Tests.Browser;

/// <summary>The browser of the machine, started once for all tests of this folder.</summary>
[SetUpFixture]
public sealed class Chromium
{
    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(Start);

    /// <summary>The browser; the test is skipped where there is none.</summary>
    internal static async Task<IBrowser> Browser()
    {
        if (Browsers.Executable() is null)
        {
            Assert.Ignore($"The report is not looked at in a browser. {Browsers.Advice}");
        }

        return (await Started.Value).Browser;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Started.IsValueCreated)
        {
            var (driver, browser) = await Started.Value;
            await browser.CloseAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> Start()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Browsers.Executable(), Headless = true }));
    }
}
