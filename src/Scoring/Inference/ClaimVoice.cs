namespace Scoring.Inference;

/// <summary>Who speaks for a claim or against it.</summary>
/// <param name="Source">The source.</param>
/// <param name="IsFor">Whether for it.</param>
internal readonly record struct ClaimVoice(int Source, bool IsFor);
