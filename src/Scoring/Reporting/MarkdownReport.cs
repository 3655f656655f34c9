using Fluid;

namespace Scoring.Reporting;

/// <summary>The report in Markdown, for wikis and pull requests: the claims with their bars, the sources and the findings.</summary>
internal static class MarkdownReport
{
    private static readonly ReportTemplate Template = new(() => Assets.Template("markdown.liquid"));

    /// <summary>Writes the report of a result.</summary>
    /// <param name="result">What to show.</param>
    /// <param name="digest">Its claims.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="say">The language.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Write(ScoringResult result, ClaimDigest digest, TextWriter writer, Phrasing say, CancellationToken cancellation = default)
    {
        var (builder, detail) = (new ReportModelBuilder(result, digest, say, cancellation), ReportDetail.For(digest.ExplainedClaims().Length));
        var items = builder.ItemsOf(builder.Shown, detail);
        var report = builder.With(Enumerable.Range(0, items.Count).SelectMany(item => items.Item(item).Claims), detail);
        Template.Render(new MarkdownPage(report), say, NullEncoder.Default, writer);
    }
}
