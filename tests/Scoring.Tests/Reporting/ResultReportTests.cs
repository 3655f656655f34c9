using System.Net;
using System.Text.Json;
using CsvHelper;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Scales;
using Scoring.Storage;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Reporting;

public sealed class ResultReportTests
{
    private static readonly ScoringResult Sample = CredibilityScorer.Score(CorpusFiles.BelarusCall, new ScoringOptions().WithFilesBeside(CorpusFiles.BelarusCall));

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("scoring-forms-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Write_EveryForm_HasTheSameFiguresToThePrintedDigit()
    {
        Sample.Report.WriteHtml(At("r.html"));
        Sample.Report.WriteMarkdown(At("r.md"));
        Sample.Report.WriteJson(At("r.json"));
        Sample.Report.WriteCsv(At("r.csv"));
        var (html, markdown) = (WebUtility.HtmlDecode(File.ReadAllText(At("r.html"))), File.ReadAllText(At("r.md")).Replace("\\", "", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(File.ReadAllText(At("r.json")));
        using var csv = CsvReader.FromFile(At("r.csv"), new CsvReaderOptions());
        foreach (var claim in json.RootElement.GetProperty("claims").EnumerateArray())
        {
            Assert.That(csv.Read());
            var (ofJson, ofCsv) = (Printed(name => claim.GetProperty(name).GetDouble()), Printed(csv.Parse<double>));
            Assert.That(ofCsv, Is.EqualTo(ofJson));
            Assert.That(html, Does.Contain(ofJson));
            Assert.That(markdown, Does.Contain(ofJson));
        }
    }

    [Test]
    public void Write_OverAnInput_IsRefused()
    {
        File.Copy(CorpusFiles.BelarusCall, At("in.csv"));
        var (result, text) = (CredibilityScorer.Score(At("in.csv")), File.ReadAllText(At("in.csv")));
        foreach (var write in (Action<string>[])[result.Report.WriteCsv, result.Report.WriteJson, path => result.Report.WriteHtml(path), path => result.Report.WriteMarkdown(path)])
        {
            Assert.That(() => write(At("in.csv")), Throws.InstanceOf<IOException>().With.Message.Contains("would be overwritten"));
        }

        Assert.That(File.ReadAllText(At("in.csv")), Is.EqualTo(text));
    }

    /// <summary>Of more claims than are held the figures are computed while the report is written, on all threads.</summary>
    [Test]
    public void Write_LargeResultDisposed_NamesTheResult()
    {
        var result = CredibilityScorer.Score(
            Enumerable.Range(0, 140_000).Select(row => new Assertion($"i{row / 40}", $"s{row % 7}", $"v{row % 40}")), new ScoringOptions { MostIterations = 1, Store = new ColumnStore(1, leastMapped: 1) });
        result.Dispose();
        foreach (var write in (Action<string>[])[result.Report.WriteCsv, result.Report.WriteJson, path => result.Report.WriteHtml(path), path => result.Report.WriteMarkdown(path), path => ReportFolder.Write(result, path)])
        {
            Assert.That(() => write(At("r")), Throws.TypeOf<ObjectDisposedException>().With.Property(nameof(ObjectDisposedException.ObjectName)).EqualTo(nameof(ScoringResult)));
        }
    }

    [Test]
    public void Write_NoSuchLanguage_IsRefused()
    {
        Assert.That(() => Sample.Report.WriteHtml(At("r.html"), (ReportLanguage)9), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Sample.Report.WriteMarkdown(At("r.md"), (ReportLanguage)9), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(Directory.GetFiles(folder), Is.Empty);
    }

    [Test]
    public void WriteJson_Sample_HasJustWhatTheSchemaNames()
    {
        Sample.Report.WriteJson(At("r.json"));
        using var schema = JsonDocument.Parse(ResultReport.JsonSchema);
        using var json = JsonDocument.Parse(File.ReadAllText(At("r.json")));
        var definitions = schema.RootElement.GetProperty("$defs");
        Assert.Multiple(() =>
        {
            Assert.That(Members(json.RootElement), Is.EquivalentTo(Members(schema.RootElement.GetProperty("properties"))));
            Assert.That(Members(json.RootElement.GetProperty("claims")[0]), Is.EquivalentTo(Members(definitions.GetProperty("claim").GetProperty("properties"))));
            Assert.That(Members(json.RootElement.GetProperty("sources")[0]), Is.EquivalentTo(Members(definitions.GetProperty("source").GetProperty("properties"))));
            Assert.That(Members(json.RootElement.GetProperty("findings")[0]), Is.EquivalentTo(Members(definitions.GetProperty("finding").GetProperty("properties"))));
        });
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("[x](javascript:alert(1))")]
    [TestCase("a | b")]
    [TestCase("`code` **bold**")]
    [TestCase("line\n# head")]
    public void WriteMarkdown_HostileText_IsInert(string hostile)
    {
        var rows = new Assertion[] { new(hostile, hostile + "s", hostile + "v") { SourceType = hostile }, new(hostile, "other", "x") };
        CredibilityScorer.Score(rows).Report.WriteMarkdown(At("r.md"));
        Assert.That(File.ReadAllText(At("r.md")), Does.Not.Contain(hostile).And.Not.Contain("<script"));
    }

    [Test]
    public void ToFlip_ALoneClaim_NeedsMoreThanOneAgainstIt()
    {
        var result = CredibilityScorer.Score([new Assertion("i", "s", "true") { SourceType = "public_record" }]);
        Assert.That(result.ToFlip(result.Claims[0])!.Count, Is.GreaterThan(1));
        Assert.That(result.ToFlip(result.Claims[0])!.CredibilityAfter, Is.LessThan(0.5));
    }

    private static string Printed(Func<string, double> figure) =>
        $"{DisplayText.Credibility(figure("credibility"), Icd203.Word)} (90 % interval {DisplayText.Interval(figure("low"), figure("high"), DisplayText.Credibility(figure("credibility"), Icd203.Word))}), {DisplayText.Db(figure("weight_db"))} dB";

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private string At(string name) => Path.Combine(folder, name);
}
