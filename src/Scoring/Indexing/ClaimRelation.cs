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

    /// <summary>The relations in order; those that say the same, of whichever end or answer, are one of their strengths together.</summary>
    /// <param name="relations">The relations.</param>
    /// <param name="otherAnswer">Of a claim that is one of two answers the other one, else −1.</param>
    public static ClaimRelation[] Merged(IEnumerable<ClaimRelation> relations, Func<int, int> otherAnswer) =>
    [
        .. relations.GroupBy(relation => OfLaterAnswers(relation.Ends, otherAnswer))
            .Select(same => (Ends: same.DistinctBy(relation => relation.Ends).Count() == 1 ? same.First().Ends : same.Key, StrengthDb: same.Select(relation => relation.StrengthDb).Order().Sum()))
            .OrderBy(relation => relation.Ends)
            .Select(relation => new ClaimRelation(relation.Ends.Claim, relation.Ends.Kind, relation.Ends.OtherClaim, relation.StrengthDb)),
    ];

    /// <summary>The claims, those of a kind that holds of both alike in order.</summary>
    private (int Claim, int OtherClaim, RelationKind Kind) Ends => Kind == RelationKind.Implies || Claim <= OtherClaim ? (Claim, OtherClaim, Kind) : (OtherClaim, Claim, Kind);

    /// <summary>
    /// What is said of two answers each as it is said of the later ones, which are yes: no and no are equivalent as yes and yes are, and that no implies
    /// no is that yes implies yes the other way round.
    /// </summary>
    private static (int Claim, int OtherClaim, RelationKind Kind) OfLaterAnswers((int Claim, int OtherClaim, RelationKind Kind) ends, Func<int, int> otherAnswer)
    {
        var (turned, otherTurned) = (otherAnswer(ends.Claim), otherAnswer(ends.OtherClaim));
        if (turned < 0 || otherTurned < 0 || ends.Kind == RelationKind.Excludes)
        {
            return ends;
        }

        var same = ends.Kind == RelationKind.Equivalent ? (turned, otherTurned, ends.Kind) : (otherTurned, turned, ends.Kind);
        return Later(same) > Later(ends) || (Later(same) == Later(ends) && same.CompareTo(ends) < 0) ? same : ends;

        int Later((int Claim, int OtherClaim, RelationKind Kind) of) => (of.Claim > otherAnswer(of.Claim) ? 1 : 0) + (of.OtherClaim > otherAnswer(of.OtherClaim) ? 1 : 0);
    }
}
