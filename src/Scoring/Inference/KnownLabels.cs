using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Items with shared labels whose answer is settled.</summary>
internal sealed class KnownLabels
{
    private readonly Dictionary<int, int[]> labels = [];

    /// <summary>The known truths of the items of one label set; a truth that nobody named leaves the item open, unless only one label is left.</summary>
    public static KnownLabels Of(Corpus corpus, LabelSet set, KnownTruths known)
    {
        var result = new KnownLabels();
        for (var item = 0; item < corpus.ItemCount && !known.IsEmpty; item++)
        {
            if (corpus.Labels.Of(item) == set && known.TryGet(item, out var claims) && (claims.Length > 0 || corpus.UnnamedHypotheses[item] == 1))
            {
                result.labels[item] = claims.Length > 0 ? Array.ConvertAll(claims, corpus.LabelOf) : Unnamed(corpus, item);
            }
        }

        return result;
    }

    private static int[] Unnamed(Corpus corpus, int item) =>
        [.. Enumerable.Range(0, corpus.Labels.Of(item)!.Count).Except(Enumerable.Range(corpus.FirstClaim[item], corpus.NamedCount(item)).Select(corpus.LabelOf))];

    /// <summary>Whether the answer of each item of some votes is settled; empty if that of none is.</summary>
    public bool[] IsSettled(LabelColumns columns) =>
        labels.Count == 0 ? [] : [.. Enumerable.Range(0, columns.ItemCount).Select(item => labels.ContainsKey(item))];

    /// <summary>The credibility of each claim of <see cref="LabelColumns.AsClaims"/> as far as it is settled: right labels share the truth.</summary>
    public Column<double> CredibilityOf(LabelColumns columns)
    {
        var (claims, credibility) = (columns.AsClaims, columns.Store.New<double>(columns.AsClaims.FirstAssertion.Length - 1));
        for (var item = 0; item < columns.ItemCount && labels.Count > 0; item++)
        {
            if (labels.TryGetValue(item, out var right))
            {
                for (var claim = claims.FirstClaim[item]; claim < claims.FirstClaim[item + 1]; claim++)
                {
                    credibility[claim] = right.Contains(columns.LabelOfCell[columns.Cell[claims.FirstAssertion[claim]]]) ? 1.0 / right.Length : 0;
                }
            }
        }

        return credibility;
    }

    /// <summary>Rules out the states of an item that are known to be false.</summary>
    /// <param name="item">Item index of the corpus.</param>
    /// <param name="subtypes">States of each label.</param>
    /// <param name="state">Log-weights; those ruled out become −∞.</param>
    public void Rule(int item, int subtypes, Span<double> state)
    {
        if (labels.Count == 0 || !labels.TryGetValue(item, out var right))
        {
            return;
        }

        for (var s = 0; s < state.Length; s++)
        {
            state[s] = right.Contains(s / subtypes) ? state[s] : double.NegativeInfinity;
        }
    }
}
