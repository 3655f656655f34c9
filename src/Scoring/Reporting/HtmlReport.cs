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

    /// <summary>A length beyond the longest by no more than this is tried: what is reckoned from a part of the items is some percent off.</summary>
    private const double Doubt = 1.05;

    private const int ItemsOfSample = 60;

    private const string Template = "report.liquid";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Lazy<(string Text, string Hash)> Style = new(() => Inline("report.css"));

    private static readonly Lazy<(string Text, string Hash)> Script = new(() => Inline("report.js"));

    /// <summary>Parses the template, which takes longer than to write a small report.</summary>
    public static void GetReady() => ReportTemplate.Parsed(Template);

    /// <summary>Writes the report of a result.</summary>
    /// <param name="result">What to show.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="say">The language.</param>
    public static void Write(ScoringResult result, TextWriter writer, Phrasing say) => Write(result, ClaimDigest.Of(result, new ReportOptions()), writer, say);

    /// <summary>Writes the report of a result whose claims were gone through already.</summary>
    public static void Write(ScoringResult result, ClaimDigest digest, TextWriter writer, Phrasing say, CancellationToken cancellation = default)
    {
        // Meanwhile the model is built.
        _ = Task.Run(() => ReportTemplate.Parsed(Template));
        var builder = new ReportModelBuilder(result, digest, say, cancellation);
        var details = ReportDetail.Of(builder.Shown.Length);
        var html = new StringBuilder();
        for (var level = builder.Shown.Length > ReportDetail.Many ? LikelyToFit(builder, details, say) : 0; level < details.Count; level++)
        {
            html = Html(builder.Build(details[level]), say);
            if (html.Length <= Longest)
            {
                break;
            }
        }

        writer.Write(html);
    }

    /// <summary>The first level of detail at which a report of many claims may fit, by how long it would be with a part of its items.</summary>
    private static int LikelyToFit(ReportModelBuilder builder, IReadOnlyList<ReportDetail> details, Phrasing say)
    {
        var (some, fold) = builder.Sample(ItemsOfSample);
        var bare = builder.WithoutClaims with { Sources = [], Findings = [], Agreement = null };
        var (lengthOfRest, lengthOfBare) = (Html(builder.WithoutClaims, say).Length, Html(bare, say).Length);
        return Enumerable.Range(0, details.Count - 1).FirstOrDefault(
            level => lengthOfRest + (fold * (Html(builder.With(bare, some, details[level]), say).Length - lengthOfBare)) <= Doubt * Longest, details.Count - 1);
    }

    private static StringBuilder Html(ReportModel report, Phrasing say)
    {
        var html = new StringBuilder();
        using var text = new StringWriter(html, CultureInfo.InvariantCulture);
        var (style, script) = (Style.Value, Script.Value);
        ReportTemplate.Render(
            Template, new HtmlPage(style.Text, script.Text, style.Hash, script.Hash, report), say, Encoder, text);
        return html;
    }

    /// <summary>A text to stand in the page, and the hash by which a content security policy allows it.</summary>
    private static (string Text, string Hash) Inline(string asset)
    {
        var text = Assets.Text(asset);
        return (text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
    }
}
