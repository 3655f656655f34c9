namespace Scoring.Rules;

/// <summary>Whether an assertion counts, and if not, why.</summary>
internal enum AssertionStatus : byte
{
    /// <summary>It counts.</summary>
    Active = 0,

    /// <summary>It is itself a retraction and counts neither for nor against.</summary>
    Retraction = 1,

    /// <summary>Its source, or whom it relays, took it back.</summary>
    Retracted = 2,

    /// <summary>The same source said something later on the item.</summary>
    Superseded = 3,

    /// <summary>It relays an origin that speaks on the item itself and says something else.</summary>
    AtOddsWithOrigin = 4,
}
