using System.Globalization;
using System.Text.RegularExpressions;

namespace Scoring.Cli.Tests.Browser;

/// <summary>Finding one's way in the report: with the pointer, with the keyboard, and without scripts.</summary>
public sealed class ReportBrowsingTests
{
    private const string Rows = "#claim-table tbody tr";

    [Test]
    public async Task Click_ClaimThenSource_LeadsFromOverviewToBoth()
    {
        await using var report = await ReportPage.Open(ScoredReports.Sample);
        var link = report.Find($"{Rows} a").Nth(7);
        var claim = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        Assert.That(await report.Find(claim!).IsVisibleAsync());
        await report.WaitForFocus(claim!);
        var source = report.Find($"details.item:has({claim}) .assertions a[href^='#source-']").First;
        var name = await source.InnerTextAsync();
        var anchor = await source.GetAttributeAsync("href");
        await source.ClickAsync();
        Assert.That(await report.Find($"{anchor} > p.sentence").InnerTextAsync(), Does.StartWith("Reliability 0."));
        Assert.That(await report.Find($"{anchor} > summary").InnerTextAsync(), Does.Contain(name));
        Assert.That(report.Page.Url, Does.EndWith(anchor!));
    }

    [Test]
    public async Task Open_LinkToAClaim_ShowsIt()
    {
        await using var overview = await ReportPage.Open(ScoredReports.Sample);
        var claim = await overview.Find($"{Rows} a").Last.GetAttributeAsync("href");
        await using var report = await ReportPage.Open(ScoredReports.Sample, hash: claim!);
        Assert.That(await report.Find(claim!).IsVisibleAsync());
    }

    [Test]
    public async Task Search_Words_LeavesTheRowsThatHaveThemAll()
    {
        await using var report = await ReportPage.Open(ScoredReports.Sample);
        await report.Find("#words").FillAsync("CALL took");
        Assert.That(await report.Texts($"{Rows} th"), Has.Count.EqualTo(1).And.All.Contains("call-took-place"));
        Assert.That(await report.Find("#count").InnerTextAsync(), Does.Match("^1 of \\d+ claims$"));
        await report.Find("#filter button[type=reset]").ClickAsync();
        await report.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('#claim-table tbody tr')].every(row => !row.hidden)");
    }

    [TestCase("item,source\ni,s\n", "1 of 1 claim")]
    [TestCase("", "1,200 of 1,200 claims")]
    public async Task Count_OfClaims_ReadsAsOneWritesIt(string claims, string count)
    {
        await using var report = await ReportPage.Open(ScoredReports.Of(claims.Length > 0 ? claims : "item,source\n" + string.Concat(Enumerable.Range(0, 1200).Select(item => $"i{item},s\n"))));
        Assert.That(await report.Find("#count").InnerTextAsync(), Is.EqualTo(count));
    }

    [Test]
    public async Task Filter_BandTypeAndNotes_LeaveTheRowsThatFit()
    {
        await using var report = await ReportPage.Open(ScoredReports.Rich);
        await report.Find("#contested").CheckAsync();
        Assert.That(await report.Texts(Rows), Is.Not.Empty.And.All.Contains("contested"));
        await report.Find("#contested").UncheckAsync();
        await report.Find("#lone").CheckAsync();
        Assert.That(await report.Texts(Rows), Is.Not.Empty.And.All.Contains("one origin"));
        await report.Find("#lone").UncheckAsync();
        await report.Find("#band").SelectOptionAsync("very likely");
        Assert.That(await report.Texts($"{Rows} td:nth-child(10)"), Is.Not.Empty.And.All.EqualTo("very likely"));
        await report.Find("#band").SelectOptionAsync("");
        await report.Find("#type").SelectOptionAsync("named analyst");
        Assert.That(await report.Texts($"{Rows} th"), Has.Count.EqualTo(1).And.All.StartsWith("minister-resigned"));
    }

    [TestCase("Weight (dB)", 5)]
    [TestCase("Credibility", 3)]
    [TestCase("Reports for", 6)]
    public async Task Sort_ColumnOfNumbers_IsAscendingThenDescending(string column, int cell)
    {
        await using var report = await ReportPage.Open(ScoredReports.Sample);
        var head = report.Find("#claim-table thead button").Filter(new() { HasTextRegex = new Regex($"^{Regex.Escape(column)}$", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        await head.ClickAsync();
        Assert.That((await report.Texts($"{Rows} td:nth-child({cell})")).Select(Number), Is.Ordered);
        await head.ClickAsync();
        Assert.That((await report.Texts($"{Rows} td:nth-child({cell})")).Select(Number), Is.Ordered.Descending);
        Assert.That(await report.Find("#claim-table thead th[aria-sort=descending]").InnerTextAsync(), Does.StartWith(column));
    }

    [Test]
    public async Task Sort_FrenchFigures_AreReadAsNumbers()
    {
        await using var report = await ReportPage.Open(ScoredReports.French);
        await report.Find("#claim-table thead button").GetByText("Poids (dB)").ClickAsync();
        Assert.That((await report.Texts($"{Rows} td:nth-child(5)")).Select(text => Number(text.Replace(',', '.'))), Is.Ordered);
    }

    [Test]
    public async Task Keyboard_Alone_ReachesFilterSortClaimReasonsAndSource()
    {
        await using var report = await ReportPage.Open(ScoredReports.Sample);
        await report.PressUntil("Tab", ".skip", 1);
        await report.Page.Keyboard.PressAsync("Enter");
        await report.PressUntil("Tab", "#words", 3);
        await report.Page.Keyboard.TypeAsync("call");
        await report.PressUntil("Tab", "#claim-table thead button");
        await report.PressUntil("Tab", "#claim-table thead th:nth-child(5) button");
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.That(await report.Find("#claim-table th[aria-sort=ascending]").CountAsync(), Is.EqualTo(1));
        await report.PressUntil("Tab", $"{Rows} a");
        await report.Page.Keyboard.PressAsync("Enter");
        await report.WaitForFocus("article");
        await report.PressUntil("Tab", ".bar");
        var reasons = report.Find(".bar:focus > ul");
        Assert.That(await reasons.IsVisibleAsync());
        await report.Page.Keyboard.PressAsync("Escape");
        Assert.That(await reasons.IsVisibleAsync(), Is.False);
        await report.PressUntil("Tab", ".assertions a[href^='#source-']");
        await report.Page.Keyboard.PressAsync("Enter");
        await report.WaitForFocus("details.source[open]");
    }

    [Test]
    public async Task WithoutScripts_EverythingCanBeRead()
    {
        await using var report = await ReportPage.Open(ScoredReports.Sample, new() { JavaScriptEnabled = false });
        Assert.That(await report.Find("#filter").IsVisibleAsync(), Is.False);
        Assert.That(await report.Texts(Rows), Has.Count.EqualTo(await report.Find(Rows).CountAsync()));
        Assert.That(await report.Texts("article .bar > ul > li"), Is.Not.Empty);
        await report.Find($"{Rows} a").Last.ClickAsync();
        var claim = await report.Find($"{Rows} a").Last.GetAttributeAsync("href");
        Assert.That(await report.Find($"{claim} .sentence").IsVisibleAsync());
    }

    [Test]
    public async Task Print_ShowsEveryClaimAndReasonAndNoControls()
    {
        await using var report = await ReportPage.Open(ScoredReports.Sample);
        await report.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.That(await report.Texts("#filter, nav, .back, #more"), Is.Empty);
        Assert.That(await report.Texts("article .sentence"), Has.Count.EqualTo(await report.Find("article .sentence").CountAsync()));
        Assert.That(await report.Texts(".bar > ul > li"), Has.Count.EqualTo(await report.Find(".bar > ul > li").CountAsync()));
        Assert.That((await report.Page.PdfAsync(new() { Format = "A4" })).Length, Is.GreaterThan(20_000));
    }

    private static double Number(string text) => double.Parse(text.Replace('−', '-').Trim('<', '>'), CultureInfo.InvariantCulture);
}
