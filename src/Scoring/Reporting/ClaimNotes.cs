using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>What stands out about each claim: whether it is contested, and whether it rests on one origin alone.</summary>
/// <param name="IsContested">Whether independent origins speak for and against it; by claim.</param>
/// <param name="LoneOrigin">Source index of the only origin that speaks for it, −1 where there is none or more, <see cref="Lineage.UnknownRoot"/> for an unknown one; by claim.</param>
internal sealed record ClaimNotes(bool[] IsContested, int[] LoneOrigin)
{
    public const int NoLoneOrigin = -1;

    public static ClaimNotes Of(ScoringResult result)
    {
        var (corpus, lineage) = (result.Evidence.Corpus, result.Evidence.Lineage);
        var lone = new int[corpus.ClaimCount];
        for (var claim = 0; claim < lone.Length; claim++)
        {
            lone[claim] = result.Claims[claim].Origins == 1 ? Origin(corpus, lineage, claim) : NoLoneOrigin;
        }

        return new ClaimNotes([.. result.Claims.Select(claim => claim.Origins > 0 && claim.ContradictingOrigins > 0)], lone);
    }

    private static int Origin(Corpus corpus, Lineage lineage, int claim)
    {
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            if (lineage.Status[a] == AssertionStatus.Active && corpus.Details.StanceOf(a) == Stance.Supports)
            {
                return lineage.Root[a];
            }
        }

        return NoLoneOrigin;
    }
}
