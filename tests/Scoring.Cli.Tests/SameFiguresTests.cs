using System.Globalization;
using System.Net;
using System.Text.Json;
using CsvHelper;

namespace Scoring.Cli.Tests;

/// <summary>HTML, Markdown, JSON, CSV and the console give the same figures, to the printed digit.</summary>
public sealed class SameFiguresTests
{
    [Test]
    public void Score_EveryForm_PrintsTheSameFiguresOfEveryClaim()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        var results = folder.Score("out", "claims.csv", "--format", "md", "--format", "json");
        var html = WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(results, "report.html")));
        var markdown = File.ReadAllText(Path.Combine(results, "report.md")).Replace("\\", "", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal);
        var csv = Table.Rows(Path.Combine(results, "claims.csv"), row => (Claim: $"{row.GetString("item")}/{row.GetString("value")}", Line: Line(name => row.Parse<double>(name), row.GetString("icd203"))));
        var console = csv.Select(row => row.Claim[..row.Claim.IndexOf('/', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal)
            .AsParallel().ToDictionary(item => item, item => folder.Run("explain", "claims.csv", "--item", item).Unwrapped, StringComparer.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "report.json")));
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToArray();
        Assert.That(claims, Has.Length.EqualTo(csv.Count));
        foreach (var (claim, row) in claims.Zip(csv))
        {
            var item = claim.GetProperty("item").GetString()!;
            var line = Line(name => claim.GetProperty(name).GetDouble(), claim.GetProperty("icd203").GetString()!);
            Assert.Multiple(() =>
            {
                Assert.That(row, Is.EqualTo(($"{item}/{claim.GetProperty("value").GetString()}", line)));
                Assert.That(html, Does.Contain(line));
                Assert.That(markdown, Does.Contain(line));
                Assert.That(console[item].Replace('−', '-'), Does.Contain(line.Replace('−', '-')));
            });
        }
    }

    [Test]
    public void Score_EveryForm_PrintsTheSameFiguresOfEverySource()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        var results = folder.Score("out", "claims.csv", "--format", "md", "--format", "json");
        var html = WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(results, "report.html")));
        var markdown = File.ReadAllText(Path.Combine(results, "report.md"));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "report.json")));
        var ofJson = json.RootElement.GetProperty("sources").EnumerateArray().ToDictionary(source => source.GetProperty("source").GetString()!, source => source, StringComparer.Ordinal);
        foreach (var (source, figure) in Table.Rows(Path.Combine(results, "sources.csv"), row => (row.GetString("source"), (Func<string, double>)Figures(row))))
        {
            var (reliability, interval, weight) = (Probability(figure("reliability"), OfSources), Interval(figure), Db(figure("weight_db")));
            Assert.Multiple(() =>
            {
                Assert.That(html, Does.Contain($"Reliability {reliability} (90 % interval {interval}), {weight} dB an assertion."));
                Assert.That(markdown.Replace("\\", "", StringComparison.Ordinal), Does.Match($"\\| {reliability} \\| {interval} \\| [A-F] \\| {weight.Replace("+", "\\+", StringComparison.Ordinal)} \\|"));
                Assert.That(new[] { "reliability", "low", "high", "weight_db" }.Select(name => ofJson[source].GetProperty(name).GetDouble()), Is.EqualTo(new[] { "reliability", "low", "high", "weight_db" }.Select(figure)));
            });
        }
    }

    private static Func<string, double> Figures(CsvReader row)
    {
        var figures = new[] { "reliability", "low", "high", "weight_db" }.ToDictionary(name => name, row.Parse<double>, StringComparer.Ordinal);
        return name => figures[name];
    }

    /// <summary>Where words of ICD 203 or numbers of the Admiralty begin; the last ends there.</summary>
    private static readonly double[] OfClaims = [0.01, 0.05, 0.15, 0.2, 0.4, 0.45, 0.55, 0.7, 0.8, 0.9, 0.95, double.BitIncrement(0.99)];

    /// <summary>Where letters of the Admiralty begin.</summary>
    private static readonly double[] OfSources = [0.3, 0.55, 0.75, 0.9];

    /// <summary>The first line of a claim, as all forms print it.</summary>
    private static string Line(Func<string, double> figure, string words) =>
        $"{Probability(figure("credibility"), OfClaims)} (90 % interval {Interval(figure)}), {Db(figure("weight_db"))} dB: {words}. Admiralty number {figure("credibility_code"):0}";

    private static string Interval(Func<string, double> figure) => $"{Rounded(figure("low"), "0.00")}–{Rounded(figure("high"), "0.00")}";

    /// <summary>Two decimals, or more where two would stand on another side of an edge.</summary>
    private static string Probability(double probability, double[] edges) => new[] { "0.00", "0.000", "0.0000" }.Select(format => Rounded(probability, format))
        .FirstOrDefault(text => !char.IsAsciiDigit(text[0]) || !edges.Any(edge => double.Parse(text, CultureInfo.InvariantCulture) >= edge != probability >= edge)) ?? Rounded(probability, "0.00");

    private static string Rounded(double probability, string format) => probability switch
    {
        < 0.005 => "<0.01",
        >= 0.995 => ">0.99",
        _ => probability.ToString(format, CultureInfo.InvariantCulture),
    };

    private static string Db(double db) => db.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}
