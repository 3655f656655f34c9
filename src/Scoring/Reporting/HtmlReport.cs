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

    /// <summary>Claims of a report that is written at once; of one with more it is looked first which detail is likely to fit.</summary>
    private const int MostTried = 300;

    private const int ItemsOfSample = 60;

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
        // Meanwhile the model is built.
        _ = Task.Run(() => ReportTemplate.Parsed(Template));
        var builder = new ReportModelBuilder(result, digest, say);
        var details = ReportDetail.Of(builder.Shown.Length);
        var html = new StringBuilder();
        for (var level = builder.Shown.Length > MostTried ? LikelyToFit(builder, details, say) : 0; level < details.Count; level++)
        {
            html = Html(builder.Build(details[level]), say);
            if (html.Length <= Longest)
            {
                break;
            }
        }

        writer.Write(html);
    }

    /// <summary>The first level of detail at which a report seems to fit, by how long it would be with a part of its items.</summary>
    private static int LikelyToFit(ReportModelBuilder builder, IReadOnlyList<ReportDetail> details, Phrasing say)
    {
        var (some, fold) = builder.Sample(ItemsOfSample);
        var bare = builder.WithoutClaims with { Sources = [], Findings = [], Agreement = null };
        var (lengthOfRest, lengthOfBare) = (Html(builder.WithoutClaims, say).Length, Html(bare, say).Length);
        return Enumerable.Range(0, details.Count - 1).FirstOrDefault(
            level => lengthOfRest + (fold * (Html(builder.With(bare, some, details[level]), say).Length - lengthOfBare)) <= Longest, details.Count - 1);
    }

    private static StringBuilder Html(ReportModel report, Phrasing say)
    {
        var (html, style, script) = (new StringBuilder(), Assets.Text("report.css"), Assets.Text("report.js"));
        using var text = new StringWriter(html, CultureInfo.InvariantCulture);
        ReportTemplate.Render(Template, new { Style = style, Script = script, StyleHash = Hash(style), ScriptHash = Hash(script), Report = report }, say, Encoder, text);
        return html;
    }

    /// <summary>The hash by which a content security policy allows an inline text.</summary>
    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
