using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>A consistency relation between two claims of different items.</summary>
/// <param name="Claim">Index of the first claim.</param>
/// <param name="Kind">How the first bears on the second.</param>
/// <param name="OtherClaim">Index of the second claim.</param>
/// <param name="StrengthDb">Weight against the forbidden state, in decibans.</param>
internal sealed record ClaimRelation(int Claim, RelationKind Kind, int OtherClaim, double StrengthDb);
