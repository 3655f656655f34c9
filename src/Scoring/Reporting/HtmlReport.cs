namespace Scoring.Reporting;

/// <summary>Placeholder until the template lands.</summary>
internal static class HtmlReport
{
    public static void Write(ScoringResult result, TextWriter writer) => writer.Write(result.Claims.Count);
}
