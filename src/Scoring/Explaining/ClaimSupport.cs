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
        var origins = new HashSet<int>();
        var contrary = new HashSet<int>();
        foreach (var (a, ofClaim) in margins.Assertions())
        {
            var isDenial = corpus.Details.StanceOf(a) == Stance.Denies;
            var isFor = ofClaim == claim ? !isDenial : isBinary && isDenial;
            if (isFor)
            {
                support.Supports++;
                support.Voices += margins.Share(a);
                origins.Add(evidence.Lineage.Root[a]);
            }
            else if (ofClaim == claim || !isDenial)
            {
                support.Denies += ofClaim == claim || isBinary ? 1 : 0;
                contrary.Add(evidence.Lineage.Root[a]);
            }
        }

        support.SupportingOrigins = origins.Count;
        support.ContradictingOrigins = contrary.Count;
        return support;
    }
}
