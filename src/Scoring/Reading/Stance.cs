namespace Scoring.Reading;

/// <summary>What an assertion does with the value it names.</summary>
public enum Stance
{
    /// <summary>The source says that the value is so.</summary>
    Supports = 0,

    /// <summary>The source says that the value is not so.</summary>
    Denies = 1,

    /// <summary>The source takes back what it said before; counts neither for nor against.</summary>
    Retracts = 2,
}
