using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>A consistency relation between two claims of different items.</summary>
/// <param name="Claim">Index of the first claim.</param>
/// <param name="Kind">How the first bears on the second.</param>
/// <param name="OtherClaim">Index of the second claim.</param>
/// <param name="StrengthDb">Weight against the forbidden state, in decibans.</param>
internal sealed record ClaimRelation(int Claim, RelationKind Kind, int OtherClaim, double StrengthDb)
{
    /// <summary>Odds of the forbidden state against the others, in (0, 1).</summary>
    public double Forbidden { get; } = Math.Pow(10, -StrengthDb / 10);

    /// <summary>The relations in order; those that say the same, of whichever end first, are one of their strengths together.</summary>
    public static ClaimRelation[] Merged(IEnumerable<ClaimRelation> relations) =>
    [
        .. relations.Select(relation => relation.Kind == RelationKind.Implies || relation.Claim <= relation.OtherClaim ? relation : relation with { Claim = relation.OtherClaim, OtherClaim = relation.Claim })
            .GroupBy(relation => (relation.Claim, relation.OtherClaim, relation.Kind), relation => relation.StrengthDb)
            .OrderBy(group => group.Key)
            .Select(group => new ClaimRelation(group.Key.Claim, group.Key.Kind, group.Key.OtherClaim, group.Order().Sum())),
    ];
}
