using System.Globalization;
using System.IO.Hashing;
using Scoring.Storage;

namespace Scoring.Remembering;

/// <summary>Some items of a corpus, by the least of the hashes of all: whoever has another corpus finds out by them how many of the items are in that too.</summary>
/// <param name="Claims">SHA-256 of the claims file.</param>
/// <param name="Hashes">XxHash3 of the item ids in hexadecimal, ascending: all of few, else the <see cref="Most"/> least.</param>
/// <remarks>The least of many hashes are items drawn at random, whatever the order of the rows (Cohen and Kaplan 2007, doi:10.1145/1281100.1281133).</remarks>
internal sealed record SampledItems(string Claims, string[] Hashes)
{
    /// <summary>A share that is estimated from so many is off by 6 % or less, two times of three.</summary>
    public const int Most = 64;

    private const string Form = "x16";
    private const int LongestName = 12;

    /// <summary>Samples the items of a corpus.</summary>
    /// <remarks>O(items).</remarks>
    public static SampledItems Of(TextColumn items, string claimsSha256)
    {
        // The largest first.
        var least = new PriorityQueue<ulong, ulong>(Comparer<ulong>.Create((one, other) => other.CompareTo(one)));
        for (var item = 0; item < items.Length; item++)
        {
            var hash = XxHash3.HashToUInt64(items.Utf8(item));
            if (least.Count < Most)
            {
                least.Enqueue(hash, hash);
            }
            else if (hash < least.Peek())
            {
                least.DequeueEnqueue(hash, hash);
            }
        }

        return new SampledItems(claimsSha256, [.. least.UnorderedItems.Select(hash => hash.Element).Distinct().Order().Select(hash => hash.ToString(Form, CultureInfo.InvariantCulture))]);
    }

    /// <summary>What to say of earlier corpora whose items are for a good part those of this one: it is likely the same data, grown or saved anew.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="items">Items of the corpus.</param>
    /// <param name="sources">Its sources, ordinal ascending.</param>
    /// <param name="claimsSha256">SHA-256 of its claims file, which is not its own past; <see langword="null"/> if the claims are in memory.</param>
    /// <remarks>O(items).</remarks>
    public static IEnumerable<string> Overlaps(SourceMemory memory, TextColumn items, string[] sources, string? claimsSha256)
    {
        var counted = memory.Sources.Where(card => Array.BinarySearch(sources, card.Source, StringComparer.Ordinal) >= 0)
            .SelectMany(card => card.Records.Select(record => record.Claims)).ToHashSet(StringComparer.Ordinal);
        var samples = (memory.Samples ?? []).Where(sample => sample.Claims != claimsSha256 && sample.Hashes.Length > 0 && counted.Contains(sample.Claims)).ToArray();
        var there = Among(items, [.. samples.SelectMany(sample => sample.Numbers)]);
        foreach (var sample in samples)
        {
            var share = sample.Numbers.Count(there.Contains) / (double)sample.Hashes.Length;
            if (share >= 0.5)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"memory: about {100 * share:0} % of the items of the remembered corpus {sample.Claims[..LongestName]}… are in this one too: as far as it is the same data, what it taught counts twice");
            }
        }
    }

    private IEnumerable<ulong> Numbers => Hashes.Select(hash => ulong.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    /// <summary>Those of some hashes that an item has.</summary>
    private static HashSet<ulong> Among(TextColumn items, HashSet<ulong> hashes)
    {
        var (there, largest) = (new HashSet<ulong>(), hashes.Count == 0 ? 0 : hashes.Max());
        for (var item = 0; item < items.Length && hashes.Count > 0; item++)
        {
            var hash = XxHash3.HashToUInt64(items.Utf8(item));
            if (hash <= largest && hashes.Contains(hash))
            {
                there.Add(hash);
            }
        }

        return there;
    }
}
