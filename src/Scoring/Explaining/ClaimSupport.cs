using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Who speaks for and against a claim.</summary>
/// <param name="Supports">Assertions that count and support the claim; for yes/no items, denials of the opposite too.</param>
/// <param name="Denies">Assertions that count and deny the claim; for yes/no items, support of the opposite too.</param>
/// <param name="Voices">Supporting assertions in full independent voices, before rule factors.</param>
/// <param name="SupportingOrigins">Distinct origins among the supporting assertions; all of unknown lineage are one.</param>
/// <param name="ContradictingOrigins">Distinct origins that deny the claim or support a rival.</param>
/// <param name="IndependentFor">Of those that support it, how many nothing is known to link; those of unknown lineage only where there are no others.</param>
/// <param name="IndependentAgainst">The same of those against it.</param>
internal readonly record struct ClaimSupport(
    int Supports, int Denies, double Voices, int SupportingOrigins, int ContradictingOrigins, int IndependentFor, int IndependentAgainst)
{
    /// <summary>Counts who speaks for and against a claim.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="margins">Margins of the item.</param>
    /// <param name="origins">The origins of the item.</param>
    /// <param name="independent">The same by party, without those of unknown lineage.</param>
    /// <param name="place">0-based place of the claim in the item.</param>
    public static ClaimSupport Of(Evidence evidence, ItemMargins margins, OriginCounts origins, OriginCounts independent, int place)
    {
        var (supports, denies, voices) = Assertions(evidence, margins, place, evidence.Corpus.HasTwoAnswers(margins.Item));
        return new ClaimSupport(
            supports, denies, voices, origins.For(place), origins.Against(place),
            Math.Max(independent.For(place), Math.Min(1, origins.For(place))), Math.Max(independent.Against(place), Math.Min(1, origins.Against(place))));
    }

    private static (int Supports, int Denies, double Voices) Assertions(Evidence evidence, ItemMargins margins, int place, bool isBinary)
    {
        var corpus = evidence.Corpus;
        var (supports, denies, voices) = (0, 0, 0.0);
        var (first, last) = isBinary ? (margins.First, margins.First + margins.Count) : (margins.First + place, margins.First + place + 1);
        for (var claim = first; claim < last; claim++)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                if (evidence.RuleWeight[a] > 0)
                {
                    var isFor = (corpus.Details.StanceOf(a) == Stance.Denies) == (claim != margins.First + place);
                    supports += isFor ? 1 : 0;
                    denies += isFor ? 0 : 1;
                    voices += isFor ? margins.Share(a) : 0;
                }
            }
        }

        return (supports, denies, voices);
    }
}
