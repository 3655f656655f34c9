namespace Scoring.Reporting;

/// <summary>Reports of results.</summary>
public static class ResultReports
{
    extension(ScoringResult result)
    {
        /// <summary>Writes the result as HTML, Markdown, JSON or CSV.</summary>
        /// <exception cref="ArgumentNullException">There is no result.</exception>
        public ResultReport Report => new(result ?? throw new ArgumentNullException(nameof(result)));
    }
}
