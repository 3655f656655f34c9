using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Scores an item as if some of its assertions had not been made, or others had.</summary>
internal sealed class WhatIf
{
    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly IndependenceDiscount discount;
    private readonly double[] ruleWeight;
    private readonly double[] weight;

    public WhatIf(Evidence evidence, Posterior posterior)
    {
        (this.evidence, this.posterior) = (evidence, posterior);
        discount = evidence.NewDiscount();
        ruleWeight = [.. evidence.RuleWeight];
        weight = new double[ruleWeight.Length];
    }

    /// <summary>The margins of an item without the given assertions on it; the others' independence is judged anew.</summary>
    public ItemMargins Without(int item, IEnumerable<int> leftOut)
    {
        var range = evidence.Corpus.AssertionsOfItem(item);
        evidence.RuleWeight.AsSpan(range).CopyTo(ruleWeight.AsSpan(range));
        foreach (var assertion in leftOut)
        {
            ruleWeight[assertion] = 0;
        }

        Array.Clear(weight, range.Start.Value, range.End.Value - range.Start.Value);
        discount.SharesOf(item, ruleWeight, evidence.Speaker, weight);
        return Weighed(item, range);
    }

    /// <summary>The margins of an item if further unrelated sources spoke on it, before what they say, and how much of an independent voice each of them is.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="further">How many, at least 1.</param>
    /// <param name="strength">Expected log-odds of each being right.</param>
    public (ItemMargins Margins, double Share) Beside(int item, int further, double strength)
    {
        var range = evidence.Corpus.AssertionsOfItem(item);
        evidence.RuleWeight.AsSpan(range).CopyTo(ruleWeight.AsSpan(range));
        Array.Clear(weight, range.Start.Value, range.End.Value - range.Start.Value);
        var share = discount.SharesBeside(further, strength, item, ruleWeight, evidence.Speaker, weight);
        return (Weighed(item, range), share);
    }

    private ItemMargins Weighed(int item, Range range)
    {
        for (var a = range.Start.Value; a < range.End.Value; a++)
        {
            weight[a] *= ruleWeight[a] * posterior.CopyShareOf(a);
        }

        return ItemMargins.With(evidence, posterior, item, weight);
    }
}
