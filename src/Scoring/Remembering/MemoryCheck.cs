using System.Globalization;
using Scoring.Reading;

namespace Scoring.Remembering;

/// <summary>Finds what makes no sense in a memory file.</summary>
internal static class MemoryCheck
{
    private const double LargestNumber = 1e12;
    private const double Rounding = 1e-5;

    /// <summary>The faults, each with the names that lead to its place in the file.</summary>
    public static IEnumerable<(string[] Path, string Found, string Expected)> Faults(SourceMemory memory)
    {
        if (memory.CarryOver is not (>= 0 and <= 1))
        {
            yield return (["carry_over"], Text(memory.CarryOver), "a number from 0 to 1");
        }

        foreach (var corpus in memory.Corpora.Where(corpus => !IsHash(corpus)))
        {
            yield return (["corpora"], corpus is null ? "null" : $"'{Shortened.Text(corpus)}'", "64 hexadecimal digits in lower case");
        }

        var (seen, corpora) = (new HashSet<string>(StringComparer.Ordinal), memory.Corpora.ToHashSet(StringComparer.Ordinal));
        foreach (var fault in Samples(memory.Samples ?? [], corpora))
        {
            yield return fault;
        }

        foreach (var card in memory.Sources)
        {
            var faults = card is null ? [(["sources"], "null", "a source")]
                : !seen.Add(card.Source) ? [(["sources", card.Source], "a second time", "each source once")]
                : CardFaults(card, corpora);
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<(string[], string, string)> Samples(SampledItems[] samples, HashSet<string> corpora)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in samples)
        {
            if (sample is null || !corpora.Contains(sample.Claims) || !seen.Add(sample.Claims))
            {
                yield return (["samples"], sample is null ? "null" : $"claims '{Shortened.Text(sample.Claims)}'", "each of the corpora above once");
            }
            else if (Array.FindIndex(sample.Hashes, hash => !IsHex(hash, digits: 16)) is >= 0 and var odd)
            {
                yield return (["samples", sample.Claims], $"'{Shortened.Text(sample.Hashes[odd] ?? "null")}'", "16 hexadecimal digits in lower case");
            }
        }
    }

    private static IEnumerable<(string[], string, string)> CardFaults(SourceCard card, HashSet<string> corpora)
    {
        if (string.IsNullOrWhiteSpace(card.Source))
        {
            return [(["sources"], "an empty source", "a source")];
        }

        if (Array.Exists(card.Records, record => record is null || Array.Exists(record.Topics, topic => topic is null) || Array.Exists(record.Relays, relay => relay is null)))
        {
            return [(["sources", card.Source, "records"], "null", "a record")];
        }

        return Numbers(card).Concat(Records(card, corpora)).Concat(Sums(card));
    }

    private static IEnumerable<(string[], string, string)> Numbers(SourceCard card) => card.Records
        .SelectMany(record => record.Topics.Select(topic => new Tally(topic.Hits, topic.Misses))
            .Concat(record.Relays.Select(relay => new Tally(relay.Hits, relay.Misses)))
            .Append(new Tally(record.Own.Hits, record.Own.Misses))
            .Append(new Tally(record.Hits, record.Misses)))
        .Append(new Tally(card.Hits, card.Misses))
        .SelectMany(tally => (double[])[tally.Hits, tally.Misses])
        .Where(number => number is not (>= 0 and <= LargestNumber))
        .Take(1)
        .Select(number => ((string[])["sources", card.Source], $"{Text(number)} hits or misses", $"a number from 0 to {Text(LargestNumber)}"));

    private static IEnumerable<(string[], string, string)> Records(SourceCard card, HashSet<string> corpora)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in card.Records)
        {
            if (!corpora.Contains(record.Claims))
            {
                yield return (["sources", card.Source, "records"], $"claims '{Shortened.Text(record.Claims)}'", "one of the corpora above");
            }
            else if (!seen.Add(record.Claims))
            {
                yield return (["sources", card.Source, "records"], $"claims '{record.Claims}' a second time", "each of the corpora once");
            }
        }
    }

    private static IEnumerable<(string[], string, string)> Sums(SourceCard card)
    {
        var sum = card.Sum();
        var isClose = Math.Abs(sum.Hits - card.Hits) <= Rounding * card.Records.Length && Math.Abs(sum.Misses - card.Misses) <= Rounding * card.Records.Length;
        return isClose || !double.IsFinite(sum.Hits + sum.Misses)
            ? []
            : [(["sources", card.Source, "hits"], $"{Text(card.Hits)} hits and {Text(card.Misses)} misses", $"{Text(sum.Hits)} and {Text(sum.Misses)}, the sums over its records")];
    }

    private static bool IsHash(string? text) => IsHex(text, digits: 64);

    private static bool IsHex(string? text, int digits) => text?.Length == digits && text.All(char.IsAsciiHexDigitLower);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
