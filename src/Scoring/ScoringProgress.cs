namespace Scoring;

/// <summary>What a scoring run is doing.</summary>
/// <param name="Stage">The stage: reading, indexing, learning, comparing, explaining, writing.</param>
/// <param name="Done">Bytes read, passes made or rows written; 0 in the other stages.</param>
/// <param name="Total">The same when finished, in indexing the rows and in explaining the claims there are; 0 where it is not known beforehand.</param>
/// <param name="Change">Largest move of a credibility in the last pass; 0 outside of learning.</param>
public readonly record struct ScoringProgress(string Stage, long Done, long Total, double Change);
