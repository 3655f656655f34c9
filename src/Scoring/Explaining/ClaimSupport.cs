using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Who speaks for and against a claim.</summary>
internal sealed class ClaimSupport
{
    /// <summary>Assertions that count and support the claim; for yes/no items, denials of the opposite too.</summary>
    public int Supports { get; private set; }

    /// <summary>Assertions that count and deny the claim; for yes/no items, support of the opposite too.</summary>
    public int Denies { get; private set; }

    /// <summary>Distinct origins among the supporting assertions; all of unknown lineage are one.</summary>
    public int SupportingOrigins { get; private set; }

    /// <summary>Distinct origins that deny the claim or support a rival.</summary>
    public int ContradictingOrigins { get; private set; }

    /// <summary>Supporting assertions in full independent voices, before rule factors.</summary>
    public double Voices { get; private set; }

    public static ClaimSupport Of(Evidence evidence, ItemMargins margins, int claim)
    {
        var corpus = evidence.Corpus;
        var isBinary = corpus.UnnamedHypotheses[margins.Item] != Corpus.Open && margins.Count + corpus.UnnamedHypotheses[margins.Item] == 2;
        var support = new ClaimSupport();
        var rows = margins.Assertions();
        foreach (var (a, ofClaim) in rows)
        {
            if (IsFor(a, ofClaim))
            {
                support.Supports++;
                support.Voices += margins.Share(a);
            }
            else if (IsAgainst(a, ofClaim))
            {
                support.Denies += ofClaim == claim || isBinary ? 1 : 0;
            }
        }

        var byRoot = margins.ByRoot();
        for (int first = 0, last; first < byRoot.Length; first = last)
        {
            var (root, isSupporting, isContradicting) = (byRoot[first] >> 32, false, false);
            for (last = first; last < byRoot.Length && byRoot[last] >> 32 == root; last++)
            {
                var (a, ofClaim) = rows[(int)byRoot[last]];
                isSupporting |= IsFor(a, ofClaim);
                isContradicting |= IsAgainst(a, ofClaim);
            }

            support.SupportingOrigins += isSupporting ? 1 : 0;
            support.ContradictingOrigins += isContradicting ? 1 : 0;
        }

        return support;

        bool IsDenial(int a) => corpus.Details.StanceOf(a) == Stance.Denies;

        bool IsFor(int a, int ofClaim) => ofClaim == claim ? !IsDenial(a) : isBinary && IsDenial(a);

        bool IsAgainst(int a, int ofClaim) => !IsFor(a, ofClaim) && (ofClaim == claim || !IsDenial(a));
    }
}
