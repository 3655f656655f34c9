namespace Scoring.Cli.Tests.Browser;

/// <summary>Data made to harm: it changes nothing but what is shown.</summary>
public sealed class ReportHostilityTests
{
    private const string Structure = "() => [...document.querySelectorAll('*')].filter(element => !element.closest('header details')).map(element => element.tagName).join(' ')";

    private static readonly string[] Hostile =
    [
        "<script>window.hacked = 1</script>", "</script><script>window.hacked = 1</script>", "</style><img src=x onerror='window.hacked = 1'>", "'><svg onload=window.hacked=1>",
        "\" autofocus onfocus=\"window.hacked=1", "{{ 7 | times: 6 }}", "javascript:window.hacked=1", "\u202Egnp.exe", "zero\u200Bwidth\u2066", "👩‍👩‍👧‍👦🏳️‍🌈", "a\u0000b\u001B[31m", "&lt;b&gt;&amp;",
    ];

    [Test]
    public async Task Text_OfTheData_AddsNoElementAndRunsNothing()
    {
        await using var harmless = await ReportPage.Open(ScoredReports.Of(Claims([.. Hostile.Select((_, number) => $"plain{number}")])));
        await using var report = await ReportPage.Open(ScoredReports.Of(Claims(Hostile)));
        await report.OpenEverything();
        Assert.That(await report.Page.EvaluateAsync<bool>("() => 'hacked' in window"), Is.False);
        Assert.That(await report.Page.EvaluateAsync<string>(Structure), Is.EqualTo(await harmless.Page.EvaluateAsync<string>(Structure)));
        var text = await report.Page.EvaluateAsync<string>("() => document.body.innerText");
        Assert.That(text, Does.Not.Match("[\u202A-\u202E\u2066-\u2069\u200B\u001B]").And.Contain(Hostile[0]).And.Contain("⟨U+202E⟩gnp.exe"));
    }

    [Test]
    public async Task Value_Of100Kilobytes_IsCutAndLeavesThePageInShape()
    {
        var path = ScoredReports.Of(Claims(new string('w', 100_000)));
        await using var report = await ReportPage.Open(path, new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await report.OpenEverything();
        Assert.That(new FileInfo(path).Length, Is.LessThan(1_000_000));
        Assert.That(await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(1280));
    }

    [Test]
    public async Task Links_LeadToTheWebAloneAndWithoutOpener()
    {
        string[] urls = ["https://example.org/a?b=1&c=<x>", "http://example.org/", "javascript:window.hacked=1", "JaVaScRiPt:window.hacked=1", "data:text/html,<script>window.hacked=1</script>", "file:///etc/passwd", "//example.org/"];
        await using var report = await ReportPage.Open(ScoredReports.Of("item,source,value,url\n" + string.Concat(urls.Select((url, number) => $"i,s{number},x,\"{url}\"\n"))));
        var found = await report.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a:not([href^=\"#\"])')].map(link => `${link.href} ${link.rel}`)");
        Assert.That(found, Is.EquivalentTo(new[] { "https://example.org/a?b=1&c=%3Cx%3E noopener noreferrer", "http://example.org/ noopener noreferrer" }));
    }

    [Test]
    public async Task Policy_StopsAScriptThatWouldBeAdded()
    {
        await using var report = await ReportPage.Open(ScoredReports.Sample);
        Assert.That(await report.Find("meta[http-equiv=Content-Security-Policy]").GetAttributeAsync("content"), Does.StartWith("default-src 'none'; style-src 'sha256-"));
        await report.Page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.hacked = 1'; document.body.append(script); }");
        Assert.That(await report.Page.EvaluateAsync<bool>("() => 'hacked' in window"), Is.False);
        Assert.That(report.TakeNoise(), Has.Length.EqualTo(1).And.All.Contains("Content Security Policy"));
    }

    /// <summary>An item for each text, with the text in every column that takes one.</summary>
    private static string Claims(params string[] texts) => "item,source,value,via,hedge,topic,url,quote,note\n" + string.Concat(
        texts.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").Select(text =>
            $"{text},{text},{text},{text},asserted,{text},https://example.org/,{text},{text}\n{text},other,other,,,,,,\n"));
}
