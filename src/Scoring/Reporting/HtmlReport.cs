using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Scoring.Reporting;

/// <summary>The report for people: one HTML file that needs no network and reads without scripts.</summary>
internal static class HtmlReport
{
    /// <summary>In characters; a report that would be longer has less detail.</summary>
    private const int Longest = 7_500_000;

    private const string Template = "report.liquid";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the report of a result.</summary>
    /// <param name="result">What to show.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="say">The language.</param>
    public static void Write(ScoringResult result, TextWriter writer, Phrasing say) => Write(result, ClaimDigest.Of(result, new ReportOptions()), writer, say);

    /// <summary>Writes the report of a result whose claims were gone through already.</summary>
    public static void Write(ScoringResult result, ClaimDigest digest, TextWriter writer, Phrasing say)
    {
        var (style, script) = (Assets.Text("report.css"), Assets.Text("report.js"));
        var html = new StringBuilder();

        // Meanwhile the model is built.
        _ = Task.Run(() => ReportTemplate.Parsed(Template));
        foreach (var detail in ReportDetail.Of(digest.Explained().Length))
        {
            html.Clear();
            using var text = new StringWriter(html, CultureInfo.InvariantCulture);
            var report = ReportModelBuilder.Build(result, digest, detail, say);
            ReportTemplate.Render(Template, new { Style = style, Script = script, StyleHash = Hash(style), ScriptHash = Hash(script), Report = report }, say, Encoder, text);
            if (html.Length <= Longest)
            {
                break;
            }
        }

        writer.Write(html);
    }

    /// <summary>The hash by which a content security policy allows an inline text.</summary>
    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
