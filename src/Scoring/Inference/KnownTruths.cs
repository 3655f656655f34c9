using System.Globalization;
using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Inference;

/// <summary>Items whose answer is settled.</summary>
internal sealed class KnownTruths
{
    private readonly Dictionary<int, int[]> trueClaims = [];

    public static KnownTruths None { get; } = new();

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => trueClaims.Count == 0;

    public bool Contains(int item) => trueClaims.ContainsKey(item);

    public int Count => trueClaims.Count;

    /// <summary>Finds the items and claims of the truths; truths of items that nobody speaks of are left out.</summary>
    public static KnownTruths Of(Corpus corpus, IEnumerable<KnownTruth> truths)
    {
        var known = new KnownTruths();
        foreach (var ofItem in truths.GroupBy(truth => truth.Item, StringComparer.Ordinal))
        {
            var item = corpus.FindItem(ofItem.Key);
            if (item >= 0)
            {
                known.trueClaims[item] = [.. ofItem.Select(truth => corpus.FindClaim(item, truth.Value)).Where(claim => claim >= 0).Distinct().Order()];
            }
        }

        return known;
    }

    /// <summary>Warns of answers that settle nothing, or that nobody gave.</summary>
    /// <param name="truths">Number of truths given.</param>
    /// <param name="warnings">Receives what to warn of.</param>
    public void Warn(int truths, List<string> warnings)
    {
        if (truths > 0 && IsEmpty)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"none of the {truths} known answers is to an item that somebody speaks on"));
        }

        if (trueClaims.Values.Count(claims => claims.Length == 0) is > 0 and var unnamed)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{unnamed} of {Count} known answers {(unnamed == 1 ? "is" : "are")} named by no source: all that is said on such an item is taken to be wrong"));
        }
    }

    /// <summary>The claims that are right, if the item is settled; none of them if the truth is a value nobody named.</summary>
    public bool TryGet(int item, out int[] claims) => trueClaims.TryGetValue(item, out claims!);

    /// <summary>Overwrites the probabilities of a settled item; a truth of several values is shared among them.</summary>
    /// <returns>Probability that no named value is right.</returns>
    public double Clamp(int item, int firstClaim, Span<double> probability, double unnamed)
    {
        if (!TryGet(item, out var claims))
        {
            return unnamed;
        }

        probability.Clear();
        foreach (var claim in claims)
        {
            probability[claim - firstClaim] = 1.0 / claims.Length;
        }

        return claims.Length == 0 ? 1 : 0;
    }
}
