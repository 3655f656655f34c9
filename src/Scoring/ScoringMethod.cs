namespace Scoring;

/// <summary>A method that can be compared.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it does, in a phrase.</param>
public sealed record ScoringMethod(string Name, string Description)
{
    /// <summary>Whether it works only where all items draw from one small label set: at most 32 labels, ten items or more to a label.</summary>
    public bool NeedsSharedLabels { get; init; }
}
