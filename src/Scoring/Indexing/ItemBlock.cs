namespace Scoring.Indexing;

/// <summary>A run of items.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">One past the last.</param>
internal sealed record ItemBlock(int First, int Last);
