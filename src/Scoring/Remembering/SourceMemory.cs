using Scoring.Reading;

namespace Scoring.Remembering;

/// <summary>What is remembered of sources, corpus by corpus, as its file has it.</summary>
internal sealed record SourceMemory
{
    public const string FormatName = "scoring-memory";

    public const int CurrentVersion = 2;

    /// <summary>Has no samples, else the same.</summary>
    public const int OldestVersion = 1;

    /// <summary>Half: a source speaks of other things in another corpus, at another time.</summary>
    public const double UsualCarryOver = 0.5;

    public required string Format { get; init; }

    public required int Version { get; init; }

    /// <summary>What an assertion of an earlier corpus counts beside one of the corpus scored, in [0, 1]; people may change it.</summary>
    public required double CarryOver { get; init; }

    /// <summary>SHA-256 of the claims files counted, ordinal ascending.</summary>
    public required string[] Corpora { get; init; }

    /// <summary>Some items of each of the corpora, but for those that an older version counted; ordinal ascending by claims file.</summary>
    public SampledItems[]? Samples { get; init; }

    /// <summary>The sources, ordinal ascending.</summary>
    public required SourceCard[] Sources { get; init; }

    public static SourceMemory Empty { get; } = new()
    {
        Format = FormatName,
        Version = CurrentVersion,
        CarryOver = UsualCarryOver,
        Corpora = [],
        Sources = [],
    };

    /// <summary>The memory with what a corpus teaches, in place of what the same claims file taught before.</summary>
    /// <param name="claimsSha256">SHA-256 of the claims file.</param>
    /// <param name="records">What it teaches, by source.</param>
    /// <param name="sample">Some of its items.</param>
    public SourceMemory With(string claimsSha256, IReadOnlyDictionary<string, (string Type, CorpusRecord Record)> records, SampledItems sample)
    {
        var cards = Sources
            .Select(card => card with { Records = [.. card.Records.Where(record => record.Claims != claimsSha256)] })
            .ToDictionary(card => card.Source, StringComparer.Ordinal);
        foreach (var (source, (type, record)) in records)
        {
            var earlier = cards.TryGetValue(source, out var card) ? card.Records : [];
            cards[source] = new SourceCard(source, type, 0, 0, [.. earlier.Append(record).OrderBy(one => one.Claims, StringComparer.Ordinal)]);
        }

        return this with
        {
            Version = CurrentVersion,
            Samples = [.. (Samples ?? []).Where(earlier => earlier.Claims != claimsSha256).Append(sample).OrderBy(one => one.Claims, StringComparer.Ordinal)],
            Corpora = [.. Corpora.Append(claimsSha256).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Sources = [.. cards.Values.Where(card => card.Records.Length > 0).OrderBy(card => card.Source, StringComparer.Ordinal).Select(card => card.Summed())],
        };
    }
}

/// <summary>The scorecard of one source.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Type">Its type when it was last scored; for people.</param>
/// <param name="Hits">Sum over its records.</param>
/// <param name="Misses">Sum over its records.</param>
/// <param name="Records">What each corpus taught, ordinal ascending by claims file.</param>
internal sealed record SourceCard(string Source, string Type, double Hits, double Misses, CorpusRecord[] Records)
{
    /// <summary>Its id, as readers of claims have it whoever wrote it here.</summary>
    public string Source { get; init; } = NormalForm.Of(Source);

    /// <summary>Sum over the records.</summary>
    public Tally Sum(Func<CorpusRecord, bool>? counts = null) => Records.Where(counts ?? (_ => true))
        .Aggregate(default(Tally), (sum, record) => sum + new Tally(record.Hits, record.Misses));

    public SourceCard Summed()
    {
        var sum = Sum().Rounded();
        return this with { Hits = sum.Hits, Misses = sum.Misses };
    }
}

/// <summary>What one corpus taught of one source.</summary>
/// <param name="Claims">SHA-256 of the claims file.</param>
/// <param name="Hits">All that is the source's voice, whoever carried it, and was right.</param>
/// <param name="Misses">The same that was wrong.</param>
/// <param name="Topics">That by topic, where the rows name one.</param>
/// <param name="Own">That of it which the source said itself.</param>
/// <param name="Relays">What the source carried for others, by whom; it is counted as their voice, but for that of unknown lineage.</param>
internal sealed record CorpusRecord(
    string Claims, double Hits, double Misses, TopicTally[] Topics, OwnTally Own, RelayTally[] Relays);

/// <summary>Part of a record that the source said itself.</summary>
internal sealed record OwnTally(double Hits, double Misses);

/// <summary>Part of a record that is about one topic.</summary>
internal sealed record TopicTally(string Topic, double Hits, double Misses);

/// <summary>What a source carried for one other.</summary>
internal sealed record RelayTally(string Origin, double Hits, double Misses);
