namespace Scoring.Scales;

/// <summary>Admiralty number of a piece of information (STANAG 2511).</summary>
/// <remarks>The numbers are no probabilities; 6 is not the middle but "unknown".</remarks>
public enum AdmiraltyCredibility
{
    /// <summary>1: certain to originate from another source than what is already known.</summary>
    Confirmed = 1,

    /// <summary>2: likelihood sufficiently established, though independence cannot be guaranteed.</summary>
    ProbablyTrue = 2,

    /// <summary>3: not enough confirmation, no conflict with known behaviour.</summary>
    PossiblyTrue = 3,

    /// <summary>4: tends to conflict with what is known.</summary>
    Doubtful = 4,

    /// <summary>5: positively contradicted.</summary>
    Improbable = 5,

    /// <summary>6: no basis for comparison.</summary>
    CannotBeJudged = 6,
}
