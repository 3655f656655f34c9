using System.Runtime.InteropServices;
using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Scores an item as if some of its assertions had not been made, or others had. Serves one thread.</summary>
/// <remarks>What was asked of the last item is kept: every claim of it asks the same.</remarks>
internal sealed class WhatIf
{
    private const int MostCandidates = 64;
    private const int LeastCandidates = 8;

    /// <summary>Of an item with very many assertions fewer sources are tried: each try weighs all assertions anew, of which one source has ever less.</summary>
    private const int MostRows = 1 << 18;

    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly IndependenceDiscount discount;
    private readonly Dictionary<int, ItemMargins> without = [];
    private readonly Dictionary<(int Further, double Strength), (ItemMargins Margins, double Share)> beside = [];
    private KeyValuePair<int, List<int>>[]? weightiest;
    private ItemMargins? now;
    private int last = -1;

    public WhatIf(Evidence evidence, Posterior posterior)
    {
        (this.evidence, this.posterior) = (evidence, posterior);
        discount = evidence.NewDiscount();
    }

    /// <summary>The margins of an item as they are.</summary>
    public ItemMargins Now(int item)
    {
        GoTo(item);
        return now ??= ItemMargins.Of(evidence, posterior, item);
    }

    /// <summary>The sources that weigh most on an item, at most 64 and of very many assertions fewer, each with its assertions there.</summary>
    public KeyValuePair<int, List<int>>[] Weightiest(ItemMargins margins)
    {
        GoTo(margins.Item);
        return weightiest ??= FindWeightiest(margins);
    }

    /// <summary>The margins of an item without the assertions of a source on it; the others' independence is judged anew.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="source">The source.</param>
    /// <param name="leftOut">Its assertions on the item.</param>
    public ItemMargins Without(int item, int source, IEnumerable<int> leftOut)
    {
        GoTo(item);
        if (!without.TryGetValue(source, out var margins))
        {
            var (start, ruleWeight, weight) = RuleWeights(item);
            foreach (var assertion in leftOut)
            {
                ruleWeight[assertion - start] = 0;
            }

            discount.SharesOf(item, ruleWeight, evidence.Speaker, weight);
            without[source] = margins = Weighed(item, start, ruleWeight, weight);
        }

        return margins;
    }

    /// <summary>The margins of an item if further unrelated sources spoke on it, before what they say, and how much of an independent voice each of them is.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="further">How many, at least 1.</param>
    /// <param name="strength">Expected log-odds of each being right.</param>
    public (ItemMargins Margins, double Share) Beside(int item, int further, double strength)
    {
        GoTo(item);
        if (!beside.TryGetValue((further, strength), out var with))
        {
            var (start, ruleWeight, weight) = RuleWeights(item);
            var share = discount.SharesBeside(further, strength, item, ruleWeight, evidence.Speaker, weight);
            beside[(further, strength)] = with = (Weighed(item, start, ruleWeight, weight), share);
        }

        return with;
    }

    private KeyValuePair<int, List<int>>[] FindWeightiest(ItemMargins margins)
    {
        var bySource = new Dictionary<int, List<int>>();
        foreach (var (assertion, _) in margins.Assertions())
        {
            var speaker = evidence.Speaker[assertion];
            (CollectionsMarshal.GetValueRefOrAddDefault(bySource, speaker, out _) ??= []).Add(assertion);
        }

        var (sources, keys) = (bySource.ToArray(), new (double, int)[bySource.Count]);
        for (var i = 0; i < keys.Length; i++)
        {
            var (source, own) = sources[i];
            keys[i] = (-own.Sum(a => posterior.Columns.Weight[a] * Math.Abs(posterior.Discrimination[source])), source);
        }

        Array.Sort(keys, sources);
        var most = Math.Clamp(MostRows / Math.Max(1, margins.Assertions().Length), LeastCandidates, MostCandidates);
        return sources.Length > most ? sources[..most] : sources;
    }

    private void GoTo(int item)
    {
        if (item != last)
        {
            without.Clear();
            beside.Clear();
            (weightiest, now) = (null, null);
            last = item;
        }
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
