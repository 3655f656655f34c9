using System.Net;
using CsvHelper;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Tests.Inference.Panel;

namespace Scoring.Tests.Reporting;

public sealed class PanelReportTests
{
    private static readonly ScoringResult Split = CredibilityScorer.Score(
        [new("i", "a", "x") { SourceType = "public_record" }, new("i", "b", "=y"), new("i", "c", "=y"), new("j", "a", "z"), new("j", "b", "z")],
        new ScoringOptions { Panel = true });

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("scoring-panel-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Write_ResultWithPanel_GivesItsFileLast() =>
        Assert.That(ReportFolder.Write(Split, folder).Select(Path.GetFileName), Is.EqualTo(new[] { "claims.csv", "sources.csv", "breakdown.csv", "report.html", "run.json", "panel.csv" }));

    [Test]
    public void Write_ResultWithPanel_HasARowForEachClaimAndMethod()
    {
        ReportFolder.Write(Split, folder);
        using var csv = CsvReader.FromFile(Path.Combine(folder, "panel.csv"), new CsvReaderOptions());
        var rows = new List<(string Item, string Value, string Method, double Credibility, int Agrees)>();
        while (csv.Read())
        {
            rows.Add((csv.GetString("item"), csv.GetString("value"), csv.GetString("method"), csv.Parse<double>("credibility"), csv.Parse<int>("agrees")));
        }

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.EqualTo(3 * Split.Panel!.Methods.Count));
            Assert.That(rows, Does.Contain(("i", "'=y", "majority", 2 / 3.0, 1)).And.Contains(("i", "x", "majority", 1 / 3.0, 0)).And.Contains(("j", "z", "wawa", 1.0, 1)));
        });
    }

    [Test]
    public void Overwritten_PanelAmongTheInputs_IsNamed()
    {
        var input = Path.Combine(folder, "panel.csv");
        Assert.That(ReportFolder.Overwritten(folder, input), Is.EqualTo(input));
    }

    [Test]
    public void Html_WithPanel_SaysHowManyRankAClaimFirst()
    {
        // c says the opposite of a and b, and alone speaks on the last item: a vote takes its word, confusion matrices do not.
        const string truth = "01010101010101010101";
        var result = CredibilityScorer.Score(PanelCorpora.Rows(("a", truth), ("b", truth), ("c", "101010101010101010100")), new ScoringOptions { Panel = true });
        Assert.That(Render(result), Does.Match($"<strong>Other methods:</strong> \\d+ of {result.Panel!.Methods.Count} ranks? it first: majority"));
    }

    [Test]
    public void Html_WithPanel_HasATableOfTheMethodsWithTheirAgreement()
    {
        var html = Render(Split);
        Assert.That(
            Split.Panel!.Methods.Select(method => $"<tr><th scope=\"row\">{method.Name}</th><td class=\"number\">{100 * method.Agreement:0.0} %</td>").Where(row => !html.Contains(row, StringComparison.Ordinal)),
            Is.Empty);
    }

    [Test]
    public void Html_WithoutPanel_SaysNothingOfMethods() =>
        Assert.That(Render(CredibilityScorer.Score([new Assertion("i", "a", "x")])), Does.Not.Contain("methods:").And.Not.Contain("id=\"methods\"").And.Not.Contain("#methods"));

    [TestCase(new string[0], "none of 3 ranks it first.")]
    [TestCase(new[] { "glad" }, "1 of 3 ranks it first: glad.")]
    [TestCase(new[] { "glad", "wawa" }, "2 of 3 rank it first: glad, wawa.")]
    [TestCase(new[] { "glad", "mace", "wawa" }, "all 3 rank it first.")]
    public void RankedFirst_Names_AreASentence(string[] names, string sentence) => Assert.That(ReportText.RankedFirst(names, 3, Phrasing.English), Is.EqualTo(sentence));

    private static string Render(ScoringResult result)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(result, writer, Phrasing.English);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
