namespace Scoring.Reporting;

/// <summary>The language of a report.</summary>
public enum ReportLanguage
{
    /// <summary>English, with the estimative words of ICD 203.</summary>
    English = 0,

    /// <summary>French, with the estimative words of Kent in French and French number formats.</summary>
    French = 1,
}
