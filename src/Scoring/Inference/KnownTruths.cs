using System.Globalization;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Items whose answer is settled.</summary>
/// <remarks>A million to one is on the right values, which share it evenly; the wrong ones share the rest. Of two values, one of them right, that is ± 60 dB.</remarks>
internal sealed class KnownTruths
{
    private const double OddsAgainstDoubt = 1e6;

    /// <summary>Probability that a settled answer is wrong all the same.</summary>
    private const double Doubt = 1 / (OddsAgainstDoubt + 1);

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
        foreach (var ofItem in truths.UnlessStopped().GroupBy(truth => NormalForm.Of(truth.Item), StringComparer.Ordinal).UnlessStopped())
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

    /// <summary>Overwrites the probabilities of a settled item.</summary>
    /// <returns>Probability that no named value is right.</returns>
    public double Clamp(int item, int firstClaim, Span<double> probability, double unnamed)
    {
        if (!TryGet(item, out var right))
        {
            return unnamed;
        }

        var wrong = probability.Length - right.Length;
        probability.Fill(Doubt / wrong);
        foreach (var claim in right)
        {
            probability[claim - firstClaim] = (1 - Doubt) / right.Length;
        }

        return right.Length == 0 ? 1 - Doubt : wrong == 0 ? Doubt : 0;
    }

    /// <summary>Log-odds in nats of a claim of a settled item, those of the probability that <see cref="Clamp"/> gives it.</summary>
    /// <param name="item">The item, which is settled.</param>
    /// <param name="claim">One of its claims.</param>
    /// <param name="named">Number of its claims.</param>
    public double LogOdds(int item, int claim, int named)
    {
        var right = trueClaims[item];
        return right.Contains(claim)
            ? Math.Log(OddsAgainstDoubt) - Math.Log(((right.Length - 1) * (OddsAgainstDoubt + 1)) + 1)
            : -Math.Log(((named - right.Length) * (OddsAgainstDoubt + 1)) - 1);
    }
}
