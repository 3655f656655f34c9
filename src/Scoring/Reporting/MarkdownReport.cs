using Fluid;

namespace Scoring.Reporting;

/// <summary>The report in Markdown, for wikis and pull requests: the claims with their bars, the sources and the findings.</summary>
internal static class MarkdownReport
{
    /// <summary>Writes the report of a result.</summary>
    /// <param name="result">What to show.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="say">The language.</param>
    public static void Write(ScoringResult result, TextWriter writer, Phrasing say)
    {
        var digest = ClaimDigest.Of(result, new ReportOptions());
        var report = new ReportModelBuilder(result, digest, say).Build(ReportDetail.For(digest.Explained().Length));
        ReportTemplate.Render("markdown.liquid", new MarkdownPage(report), say, NullEncoder.Default, writer);
    }
}
