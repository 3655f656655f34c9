using Microsoft.Playwright;

namespace Scoring.Cli.Tests.Browser;

/// <summary>A report open in a tab of its own. Closing it fails the test if the page wrote to the console, asked for anything, or opened a dialog.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> noise = [];

    private ReportPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) => noise.Add($"console: {message.Text}");
        page.PageError += (_, error) => noise.Add($"error: {error}");
        page.Request += (_, request) => noise.Add($"request: {(request.Url.Length > 100 ? request.Url[..100] : request.Url)}");
        page.Dialog += (_, dialog) =>
        {
            noise.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public static async Task<ReportPage> Open(string path, BrowserNewContextOptions? options = null, string hash = "")
    {
        var browser = await Chromium.Browser();
        var tab = await browser.NewContextAsync(options ?? new());
        var report = new ReportPage(tab, await tab.NewPageAsync());
        await report.Page.GotoAsync(new Uri(path).AbsoluteUri + hash);
        report.noise.RemoveAll(line => line.StartsWith($"request: {new Uri(path).AbsoluteUri}", StringComparison.Ordinal));
        return report;
    }

    /// <summary>What the page said and asked for since it was opened or this was last called.</summary>
    public string[] TakeNoise()
    {
        var taken = noise.ToArray();
        noise.Clear();
        return taken;
    }

    public ILocator Find(string selector) => Page.Locator(selector);

    /// <summary>Texts of those elements that can be seen, by what is drawn.</summary>
    public async Task<IReadOnlyList<string>> Texts(string selector) => await Find(selector).And(Page.Locator(":visible")).AllInnerTextsAsync();

    /// <summary>Presses a key until what has the focus fits a selector.</summary>
    public async Task PressUntil(string key, string selector, int most = 150)
    {
        for (var press = 0; press < most; press++)
        {
            await Page.Keyboard.PressAsync(key);
            if (await IsFocused(selector))
            {
                return;
            }
        }

        Assert.Fail($"{most} times {key} never led to {selector}.");
    }

    private Task<bool> IsFocused(string selector) => Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);

    public Task WaitForFocus(string selector) => Page.WaitForFunctionAsync("selector => document.activeElement.matches(selector)", selector);

    public Task OpenEverything() => Page.EvaluateAsync("() => { for (const box of document.querySelectorAll('details')) box.open = true; }");

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Assert.That(noise, Is.Empty, "A report is silent and asks for nothing.");
    }
}
