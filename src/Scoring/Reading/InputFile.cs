namespace Scoring.Reading;

/// <summary>A file that was read.</summary>
/// <param name="Role">claims, sources, relations, truth, calibration, memory or rules.</param>
/// <param name="Path">The path as the caller gave it.</param>
/// <param name="Sha256">SHA-256 of the bytes read, in lower-case hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
public sealed record InputFile(string Role, string Path, string Sha256, long Bytes);
