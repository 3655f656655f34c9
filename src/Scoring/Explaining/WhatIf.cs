using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Scores an item as if some of its assertions had not been made, or others had. Of use on several threads at once.</summary>
internal sealed class WhatIf
{
    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly IndependenceDiscount discount;
    private readonly Lock gate = new();

    public WhatIf(Evidence evidence, Posterior posterior)
    {
        (this.evidence, this.posterior) = (evidence, posterior);
        discount = evidence.NewDiscount();
    }

    /// <summary>The margins of an item without the given assertions on it; the others' independence is judged anew.</summary>
    public ItemMargins Without(int item, IEnumerable<int> leftOut)
    {
        var (start, ruleWeight, weight) = RuleWeights(item);
        foreach (var assertion in leftOut)
        {
            ruleWeight[assertion - start] = 0;
        }

        lock (gate)
        {
            discount.SharesOf(item, ruleWeight, evidence.Speaker, weight);
        }

        return Weighed(item, start, ruleWeight, weight);
    }

    /// <summary>The margins of an item if further unrelated sources spoke on it, before what they say, and how much of an independent voice each of them is.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="further">How many, at least 1.</param>
    /// <param name="strength">Expected log-odds of each being right.</param>
    public (ItemMargins Margins, double Share) Beside(int item, int further, double strength)
    {
        var (start, ruleWeight, weight) = RuleWeights(item);
        double share;
        lock (gate)
        {
            share = discount.SharesBeside(further, strength, item, ruleWeight, evidence.Speaker, weight);
        }

        return (Weighed(item, start, ruleWeight, weight), share);
    }

    private (int Start, double[] RuleWeight, double[] Weight) RuleWeights(int item)
    {
        var range = evidence.Corpus.AssertionsOfItem(item);
        var start = range.Start.Value;
        var ruleWeight = new double[range.End.Value - start];
        evidence.RuleWeight.CopyTo(start, ruleWeight);
        return (start, ruleWeight, new double[ruleWeight.Length]);
    }

    private ItemMargins Weighed(int item, int start, double[] ruleWeight, double[] weight)
    {
        for (var a = 0; a < weight.Length; a++)
        {
            weight[a] *= ruleWeight[a] * posterior.CopyShareOf(start + a);
        }

        return ItemMargins.With(evidence, posterior, item, weight);
    }
}
