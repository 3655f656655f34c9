namespace Scoring.Reporting;

/// <summary>Reports of results.</summary>
public static class ResultReports
{
    extension(ScoringResult result)
    {
        /// <summary>Writes the result as HTML, Markdown, JSON or CSV.</summary>
        public ResultReport Report => new(result);
    }
}
