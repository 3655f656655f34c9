namespace Scoring;

/// <summary>A method that can be compared.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it does, in a phrase.</param>
public sealed record ScoringMethod(string Name, string Description);
