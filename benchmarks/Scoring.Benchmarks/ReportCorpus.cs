using Scoring.Reading;

namespace Scoring.Benchmarks;

/// <summary>A made-up corpus of news claims with relays, hedges, times, quotes and links: what a full report has to show.</summary>
internal static class ReportCorpus
{
    private static readonly string[] Types = ["public_record", "official_statement", "named_official", "own_reporting", "affiliated_channel", "anonymous_source", "social_account"];
    private static readonly string[] Hedges = ["asserted", "reported", "alleged", "speculated"];
    private static readonly string[] Words = ["ministry", "border", "election", "convoy", "treaty", "protest", "harbour", "budget", "hospital", "envoy", "strike", "bridge"];

    /// <summary>Draws rows until they name a number of claims.</summary>
    /// <param name="claims">Number of claims; each item has one to four.</param>
    /// <param name="seed">The same seed gives the same corpus.</param>
    public static List<Assertion> Draw(int claims, int seed)
    {
        var random = new Random(seed);
        var (rows, named) = (new List<Assertion>(), 0);
        for (var item = 0; named < claims; item++)
        {
            var values = Math.Min(claims - named, random.Next(1, 5));
            named += values;
            for (var row = 0; row < 2 * values; row++)
            {
                rows.Add(Row(random, $"{Pick(random, Words)}-{Pick(random, Words)}-{item}-question", row % values, rows.Count));
            }

            rows.AddRange(rows.TakeLast(values).ToArray().Select((said, relay) => said with { Source = $"outlet-{(item + (7 * relay)) % 90:000}", Origin = said.Source, SourceType = "own_reporting", Directness = Directness.Told }));
            var name = rows[^1].Item;
            for (var row = rows.Count - (3 * values); row < rows.Count; row++)
            {
                rows[row] = rows[row] with { Item = name };
            }
        }

        return rows;
    }

    private static Assertion Row(Random random, string item, int value, int number)
    {
        var source = random.Next(300);
        return new Assertion(item, $"source-{source:000}", $"answer {value}")
        {
            SourceType = Types[source % Types.Length],
            Hedge = Pick(random, Hedges),
            Directness = (Directness)random.Next(1, 5),
            Interest = random.Next(-2, 3),
            Time = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(4000)),
            Topic = Pick(random, Words),
            Url = $"https://news.example/{number}",
            Quote = $"{Pick(random, Words)} said on {Pick(random, Words)}",
            Note = number % 5 == 0 ? $"seen at the {Pick(random, Words)}" : null,
        };
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
