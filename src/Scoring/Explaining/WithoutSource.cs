using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Scores an item as if some of its assertions had not been made.</summary>
internal sealed class WithoutSource
{
    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly IndependenceDiscount discount;
    private readonly double[] ruleWeight;
    private readonly double[] weight;

    public WithoutSource(Evidence evidence, Posterior posterior)
    {
        (this.evidence, this.posterior) = (evidence, posterior);
        discount = evidence.NewDiscount();
        ruleWeight = [.. evidence.RuleWeight];
        weight = new double[ruleWeight.Length];
    }

    /// <summary>The margins of an item without the given assertions on it; the others' independence is judged anew.</summary>
    public ItemMargins Margins(int item, IEnumerable<int> leftOut)
    {
        var range = evidence.Corpus.AssertionsOfItem(item);
        evidence.RuleWeight.AsSpan(range).CopyTo(ruleWeight.AsSpan(range));
        foreach (var assertion in leftOut)
        {
            ruleWeight[assertion] = 0;
        }

        Array.Clear(weight, range.Start.Value, range.End.Value - range.Start.Value);
        discount.SharesOf(item, ruleWeight, evidence.Speaker, weight);
        for (var a = range.Start.Value; a < range.End.Value; a++)
        {
            weight[a] *= ruleWeight[a] * posterior.CopyShareOf(a);
        }

        return ItemMargins.With(evidence, posterior, item, weight);
    }
}
