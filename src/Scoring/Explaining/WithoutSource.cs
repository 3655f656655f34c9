using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Scores an item as if some of its assertions had not been made.</summary>
internal sealed class WithoutSource
{
    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly IndependenceDiscount discount;

    public WithoutSource(Evidence evidence, Posterior posterior)
    {
        (this.evidence, this.posterior) = (evidence, posterior);
        discount = evidence.NewDiscount();
    }

    /// <summary>The margins of an item without the given assertions on it; the others' independence is judged anew.</summary>
    public ItemMargins Margins(int item, IEnumerable<int> leftOut)
    {
        var range = evidence.Corpus.AssertionsOfItem(item);
        var start = range.Start.Value;
        var (ruleWeight, weight) = (new double[range.End.Value - start], new double[range.End.Value - start]);
        for (var a = 0; a < ruleWeight.Length; a++)
        {
            ruleWeight[a] = evidence.RuleWeight[start + a];
        }

        foreach (var assertion in leftOut)
        {
            ruleWeight[assertion - start] = 0;
        }

        discount.SharesOf(item, ruleWeight, evidence.Speaker, weight);
        for (var a = 0; a < weight.Length; a++)
        {
            weight[a] *= ruleWeight[a] * (posterior.CopyShare.Length == 0 ? 1 : posterior.CopyShare[start + a]);
        }

        return ItemMargins.With(evidence, posterior, item, weight);
    }
}
