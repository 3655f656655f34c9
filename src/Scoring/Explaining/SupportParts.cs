using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Splits what an assertion gives a claim by what was applied to it in turn.</summary>
/// <param name="evidence">The evidence.</param>
/// <param name="posterior">What was concluded of it.</param>
/// <param name="margins">The item.</param>
/// <param name="claim">One of its claims.</param>
/// <param name="rivals">The rivals of that.</param>
internal sealed class SupportParts(Evidence evidence, Posterior posterior, ItemMargins margins, int claim, (double LogSum, double[] Share, double Unnamed) rivals)
{
    /// <summary>In nats: what is less is rounding.</summary>
    public const double Negligible = 1e-12;

    /// <summary>The parts of a bar, in nats; with the rule where one was applied.</summary>
    public IEnumerable<(Factor Factor, double Nats, FactorRule? Rule)> Of(Bar bar)
    {
        var (assertion, ofClaim, _) = bar;
        var byType = margins.FullVoice(assertion, ofClaim, claim, rivals, Start(assertion).Discrimination);
        var full = margins.FullVoice(assertion, ofClaim, claim, rivals);
        yield return (Factor.SourceType, byType, null);
        if (posterior.Records.Counted(evidence.Speaker[assertion]) + Earlier(assertion) > 0 || Math.Abs(full - byType) > Negligible)
        {
            yield return (Factor.TrackRecord, full - byType, null);
        }

        var weighed = full;
        for (var kind = 0; kind < RuleFactors.Count; kind++)
        {
            var rule = evidence.Factors.Of(assertion, (FactorKind)kind);
            if (rule.Factor != 1)
            {
                yield return (FactorOf((FactorKind)kind), weighed * (rule.Factor - 1), rule);
                weighed *= rule.Factor;
            }
        }

        if (margins.Share(assertion) is var share && share != 1)
        {
            yield return (Factor.Independence, (weighed * share) - weighed, null);
        }
    }

    /// <summary>What the source of an assertion starts at: what its type deserves, or its declaration.</summary>
    public BetaDistribution Start(int assertion) => posterior.Prior[evidence.Speaker[assertion]].Without(evidence.Remembered, evidence.Speaker[assertion]);

    /// <summary>Independent assertions of it that earlier corpora have taught.</summary>
    public double Earlier(int assertion) => evidence.Remembered?.Weight(evidence.Speaker[assertion]) ?? 0;

    private static Factor FactorOf(FactorKind kind) => kind switch
    {
        FactorKind.Relay => Factor.Relay,
        FactorKind.Hedge => Factor.Hedge,
        FactorKind.Directness => Factor.Directness,
        FactorKind.Interest => Factor.Interest,
        _ => Factor.Age,
    };
}
