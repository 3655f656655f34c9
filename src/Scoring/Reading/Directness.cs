namespace Scoring.Reading;

/// <summary>How a source knows what it says, from closest to furthest.</summary>
public enum Directness
{
    /// <summary>Not given.</summary>
    Unstated = 0,

    /// <summary>The source saw or heard it happen.</summary>
    Witnessed = 1,

    /// <summary>The source is a party to it or acted in it.</summary>
    Firsthand = 2,

    /// <summary>The source was told by somebody else.</summary>
    Told = 3,

    /// <summary>The source concludes it from something else.</summary>
    Inferred = 4,
}
