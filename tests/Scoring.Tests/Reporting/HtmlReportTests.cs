using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Scales;
using Scoring.Tests.Calibrating;
using Scoring.Tests.Corpora;
using Scoring.Tests.Reading;

namespace Scoring.Tests.Reporting;

public sealed class HtmlReportTests
{
    private static readonly ScoringResult Sample = CredibilityScorer.Score(CorpusFiles.BelarusCall, new ScoringOptions().WithFilesBeside(CorpusFiles.BelarusCall));
    private static readonly string SampleHtml = Render(Sample);

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\" onmouseover=\"alert(1)")]
    [TestCase("</title><img src=x onerror=alert(1)>")]
    [TestCase("{{ 7 | times: 6 }}{% raw %}")]
    [TestCase("]]><svg onload=alert(1)>")]
    public void Write_HostileText_StandsOnlyEscaped(string hostile)
    {
        var row = new Assertion(hostile, hostile + "s", hostile + "v") { Origin = hostile, Via = hostile, Quote = hostile, Note = hostile, SourceType = hostile, Hedge = hostile };
        var html = Render(CredibilityScorer.Score(
            [row, new Assertion(hostile, "other", hostile)], new ScoringOptions { Sources = [new SourceDeclaration(hostile) { Name = hostile, Affiliation = hostile }] }));
        Assert.That(html, Does.Not.Contain(hostile).Or.Contain("{{ 7"));
        Assert.That(WebUtility.HtmlDecode(html), Does.Contain(hostile));
        Assert.That(Regex.Replace(html, "\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(1)), Does.Not.Match("<(img|svg)[^>]*\\son(error|load)"));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("file:///etc/passwd")]
    [TestCase("//example.org")]
    public void Write_UrlThatIsNotWeb_IsNoLink(string url) =>
        Assert.That(Hrefs(Render(CredibilityScorer.Score([new Assertion("i", "s") { Url = url }]))), Is.All.StartsWith("#"));

    [Test]
    public void Write_WebUrl_IsALinkWithoutOpener() =>
        Assert.That(
            Render(CredibilityScorer.Score([new Assertion("i", "s") { Url = "https://example.org/?a=1&b=2" }])),
            Does.Contain("<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">"));

    [TestCase("\u202Eabc")]
    [TestCase("a\u200Bb")]
    [TestCase("a\u0007b")]
    public void Write_InvisibleCharacters_AreShownByNumber(string text)
    {
        var html = WebUtility.HtmlDecode(Render(CredibilityScorer.Score([new Assertion(text, "s")])));
        Assert.That(html, Does.Not.Contain(text).And.Contain("⟨U+"));
    }

    [Test]
    public void Write_AsOfATimeElsewhere_IsInUniversalTime() => Assert.That(
        Render(CredibilityScorer.Score([new Assertion("i", "s") { Time = DateTimeOffset.UnixEpoch }], new ScoringOptions { AsOf = new DateTimeOffset(2025, 1, 9, 1, 0, 0, TimeSpan.FromHours(3)) })),
        Does.Contain("2025-01-08 22:00:00 UTC").And.Not.Contain("2025-01-09 01:00"));

    [Test]
    public void Write_VeryLongText_IsCut() =>
        Assert.That(Render(CredibilityScorer.Score([new Assertion("i", "s", new string('x', 100_000))])).Length, Is.LessThan(200_000));

    [Test]
    public void Write_UrlThatIsNotWeb_IsShownAsText() =>
        Assert.That(Render(CredibilityScorer.Score([new Assertion("i", "s") { Url = "archive.example/x" }])), Does.Contain("<bdi>archive.example/x</bdi>"));

    [Test]
    public void Write_LinkToALookAlikeHost_NamesItInAscii() =>
        Assert.That(
            Render(CredibilityScorer.Score([new Assertion("i", "s") { Url = "https://bank.example@\u0430pple.example/" }])),
            Does.Contain("<bdi>xn--pple-43d.example</bdi></a>"));

    [Test]
    public void Write_LongQuote_IsFoldedInFull()
    {
        var quote = string.Concat(Enumerable.Range(0, 200).Select(word => $"word{word} "));
        Assert.That(Render(CredibilityScorer.Score([new Assertion("i", "s") { Quote = quote, Note = "short" }])), Does.Contain($"</summary><q><bdi>{quote}</bdi></q></details>"));
    }

    [Test]
    public void Write_TextOfNoMoreThanACell_IsNotFolded() =>
        Assert.That(Render(CredibilityScorer.Score([new Assertion("i", "s") { Quote = new string('x', 300) }])), Does.Not.Contain("<details><summary><q>"));

    [Test]
    public void Write_SampleCorpus_AsksForNothingOutside()
    {
        Assert.That(Hrefs(SampleHtml), Is.All.StartsWith("#"));
        Assert.That(SampleHtml, Does.Not.Match("\\s(src|srcset|style|onclick)=").And.Not.Contain("@import").And.Not.Match("url\\((?!#)"));
    }

    [TestCase("style")]
    [TestCase("script")]
    public void Write_ContentSecurityPolicy_AllowsJustWhatIsThere(string element)
    {
        var text = Regex.Match(SampleHtml, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Assert.That(SampleHtml, Does.Contain($"default-src 'none';").And.Contain($"{element}-src 'sha256-{hash}';"));
    }

    [Test]
    public void Write_EveryLink_LeadsSomewhere() =>
        Assert.That(Hrefs(SampleHtml).Select(href => href[1..]).Distinct(StringComparer.Ordinal).Where(id => !SampleHtml.Contains($"id=\"{id}\"", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Write_EveryClaim_HasItsScoreAsPrinted() =>
        Assert.That(
            Sample.Claims.Select(claim => $"{DisplayText.Interval(claim.Low, claim.High, DisplayText.Credibility(claim.Credibility, Icd203.Word))}), {DisplayText.Db(claim.WeightDb)} dB").Where(text => !WebUtility.HtmlDecode(SampleHtml).Contains(text, StringComparison.Ordinal)),
            Is.Empty);

    [Test]
    public void Write_WithoutTruth_SaysPriorAndNeverCalibrated() =>
        Assert.That(SampleHtml, Does.Contain("prior").And.Not.Contain("calibrated"));

    [Test]
    public void Write_TruthWithoutACalibration_DrawsTheBlindDiagramAndStillSaysPrior()
    {
        var (assertions, truths, _) = new Simulation { Items = 40 }.Draw();
        var html = Render(CredibilityScorer.Score(assertions, new ScoringOptions { Truths = truths }));
        Assert.That(html, Does.Contain("prior").And.Not.Contain("alibrated on"));
        Assert.That(html, Does.Contain("class=\"reliability\"").And.Contain("Blind:").And.Contain("40 known answers").And.Contain("(probability)"));
    }

    [Test]
    public void Write_WithoutTruth_DrawsNoDiagram() => Assert.That(SampleHtml, Does.Not.Contain("class=\"reliability\"").And.Not.Contain("#reliability"));

    [Test]
    public void Write_WithACalibration_SaysOnHowManyAnswers()
    {
        var options = new ScoringOptions { CalibrationPath = CalibrationFiles.Write(new PlattMap(0.5, 0)) };
        var html = Render(CredibilityScorer.Score([new Assertion("i", "s")], options));
        Assert.That(html, Does.Contain("Calibrated on 812 known answers: platt map").And.Contain("here calibrated on 812").And.Not.Match("[Ss]cores are prior|here prior"));
    }

    [Test]
    public void Write_ManyClaims_SaysWhatIsLeftOut()
    {
        var html = Render(CredibilityScorer.Score(Enumerable.Range(0, 2500).Select(item => new Assertion($"i{item}", $"s{item % 7}", "x"))));
        Assert.That(html, Does.Match("of 2,500 claims are shown"));
    }

    [Test]
    public void Write_ManyWarnings_FoldsAllButTheFirst()
    {
        using var folder = new InputFolder();
        var rows = string.Concat(Enumerable.Range(0, 300).Select(_ => "i,,x\n"));
        var html = Render(CredibilityScorer.Score(folder.Write("claims.csv", $"item,source,value\ni,s,x\n{rows}"), new ScoringOptions { Lenient = true }));
        Assert.That(html, Does.Contain("<summary>195 more</summary>").And.Contain("100 more warnings not shown. All are in run.json."));
    }

    [Test]
    public void Write_EveryClaim_NamesLikelihoodAndConfidenceInSentencesOfTheirOwn() =>
        Assert.That(
            Regex.Matches(WebUtility.HtmlDecode(SampleHtml), "<p>Confidence: [^<]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(sentence => sentence.Value).ToList(),
            Has.Count.EqualTo(Sample.Claims.Count).And.None.Match("likely|certain|chance"));

    [Test]
    public void Write_SameResultTwice_SameBytes() => Assert.That(Render(Sample), Is.EqualTo(SampleHtml));

    private static IEnumerable<string> Hrefs(string html) =>
        Regex.Matches(html, "href=\"(?<address>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["address"].Value);

    private static string Render(ScoringResult result)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(result, writer, Phrasing.English);
        return writer.ToString();
    }
}
