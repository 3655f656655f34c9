namespace Scoring.Reading;

/// <summary>How the truth of one claim bears on another.</summary>
public enum RelationKind
{
    /// <summary>If the first is true, so is the second.</summary>
    Implies = 0,

    /// <summary>The two cannot both be true.</summary>
    Excludes = 1,

    /// <summary>The two are true or false together.</summary>
    Equivalent = 2,
}
