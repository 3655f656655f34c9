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

    /// <summary>So many are put together by a thread before it takes others.</summary>
    private const int ItemsOfPart = 16;

    private static readonly ReportTemplate BeforeItems = new(() => Template()[0]);

    private static readonly ReportTemplate Items = new(() => Assets.Template("item.liquid"));

    private static readonly ReportTemplate AfterItems = new(() => Template()[1]);

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Lazy<(string Text, string Hash)> Style = new(() => Inline("report.css"));

    private static readonly Lazy<(string Text, string Hash)> Script = new(() => Inline("report.js"));

    /// <summary>Parses the templates, which takes longer than to write a small report.</summary>
    public static void GetReady() => Parallel.Invoke(BeforeItems.GetReady, Items.GetReady, AfterItems.GetReady);

    /// <summary>Writes the report of a result.</summary>
    /// <param name="result">What to show.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="say">The language.</param>
    public static void Write(ScoringResult result, TextWriter writer, Phrasing say) => Write(result, ClaimDigest.Of(result, new ReportOptions()), writer, say);

    /// <summary>Writes the report of a result whose claims were gone through already.</summary>
    public static void Write(ScoringResult result, ClaimDigest digest, TextWriter writer, Phrasing say, CancellationToken cancellation = default)
    {
        // Meanwhile the model is built.
        _ = Task.Run(GetReady, cancellation);
        var builder = new ReportModelBuilder(result, digest, say, cancellation);
        var details = ReportDetail.Of(builder.Shown.Length);
        var after = Html(AfterItems, Page(builder.WithoutClaims), say);
        StringBuilder[] html = [];
        for (var level = builder.Shown.Length > ReportDetail.Many ? LikelyToFit(builder, after.Length, details, say, cancellation) : 0; level < details.Count; level++)
        {
            html = [.. BeforeAndItems(builder, builder.Shown, details[level], say, cancellation), after];
            if (Length(html) <= Longest)
            {
                break;
            }
        }

        Array.ForEach(html, writer.Write);
    }

    /// <summary>The first level of detail at which a report of many claims may fit, by how long it would be with a part of its items.</summary>
    private static int LikelyToFit(ReportModelBuilder builder, int after, IReadOnlyList<ReportDetail> details, Phrasing say, CancellationToken cancellation)
    {
        var (some, fold) = builder.Sample(ItemsOfSample);
        cancellation.ThrowIfCancellationRequested();
        if (some.Length == builder.Shown.Length)
        {
            // No part, but all of them.
            return 0;
        }

        var before = Html(BeforeItems, Page(builder.WithoutClaims), say).Length;
        return Enumerable.Range(0, details.Count - 1).FirstOrDefault(
            level => before + (fold * (Length(BeforeAndItems(builder, some, details[level], say, cancellation)) - before)) + after <= Doubt * Longest, details.Count - 1);
    }

    /// <summary>The page up to its last item, with some of the claims, in parts; its items are put together on all threads.</summary>
    private static StringBuilder[] BeforeAndItems(ReportModelBuilder builder, ClaimScore[] claims, ReportDetail detail, Phrasing say, CancellationToken cancellation)
    {
        var items = builder.ItemsOf(claims, detail);
        var parts = (items.Count + ItemsOfPart - 1) / ItemsOfPart;
        var (rows, html) = (new ReportClaim[parts][], new StringBuilder[parts]);
        InParallel.For(0, parts, part =>
        {
            ReportItem[] shown = [.. Enumerable.Range(part * ItemsOfPart, Math.Min(ItemsOfPart, items.Count - (part * ItemsOfPart))).Select(items.Item)];
            rows[part] = [.. shown.SelectMany(item => item.Claims).Select(claim => claim.Row)];
            html[part] = Html(Items, new HtmlItems(shown, AreFirst: part == 0), say);
        }, cancellation);
        return [Html(BeforeItems, Page(builder.With(rows.SelectMany(row => row), detail)), say), .. html];
    }

    private static HtmlPage Page(ReportModel report)
    {
        var (style, script) = (Style.Value, Script.Value);
        return new HtmlPage(style.Text, script.Text, style.Hash, script.Hash, report);
    }

    private static StringBuilder Html(ReportTemplate template, object model, Phrasing say)
    {
        var html = new StringBuilder();
        using var text = new StringWriter(html, CultureInfo.InvariantCulture);
        template.Render(model, say, Encoder, text);
        return html;
    }

    private static int Length(StringBuilder[] html) => html.Sum(part => part.Length);

    /// <summary>The template of the page before and after its items.</summary>
    private static string[] Template() => Assets.Template("report.liquid").Split("{% items %}");

    /// <summary>A text to stand in the page, and the hash by which a content security policy allows it.</summary>
    private static (string Text, string Hash) Inline(string asset)
    {
        var text = Assets.Text(asset);
        return (text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
    }
}
