namespace Scoring.Scales;

/// <summary>Admiralty letter of a source (STANAG 2511).</summary>
/// <remarks>The letters are no probabilities; F is not the middle but "unknown".</remarks>
public enum AdmiraltyReliability
{
    /// <summary>Completely reliable: tried and trusted.</summary>
    A = 0,

    /// <summary>Usually reliable: successful so far, some doubt.</summary>
    B = 1,

    /// <summary>Fairly reliable: occasionally used.</summary>
    C = 2,

    /// <summary>Not usually reliable: more often wrong than right.</summary>
    D = 3,

    /// <summary>Unreliable: proved unworthy of confidence.</summary>
    E = 4,

    /// <summary>Reliability cannot be judged: not used before.</summary>
    F = 5,
}
