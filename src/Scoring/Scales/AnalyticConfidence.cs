namespace Scoring.Scales;

/// <summary>How well founded a judgement is. Not how likely: the two never share a sentence (ICD 203).</summary>
public enum AnalyticConfidence
{
    /// <summary>Scant or uncorroborated basis.</summary>
    Low = 0,

    /// <summary>Corroborated, but thin or uncertain.</summary>
    Moderate = 1,

    /// <summary>Well corroborated, and the interval is narrow.</summary>
    High = 2,
}
