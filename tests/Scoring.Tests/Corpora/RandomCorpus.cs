using Scoring.Reading;

namespace Scoring.Tests.Corpora;

/// <summary>Small corpora that use every column, drawn from a seed.</summary>
internal static class RandomCorpus
{
    private static readonly string[] Types = ["public_record", "official_statement", "own_reporting", "anonymous", "unheard_of"];
    private static readonly string[] Hedges = ["asserted", "reported", "alleged", "speculated", "0.37"];

    public static (List<Assertion> Assertions, ScoringOptions Options) Draw(int seed)
    {
        var random = new Random(seed);
        var sources = random.Next(2, 9);
        var items = random.Next(1, 7);
        var assertions = Enumerable.Range(0, random.Next(1, 40)).Select(_ => Row(random, sources, items)).ToList();
        var options = new ScoringOptions
        {
            Sources = [.. Enumerable.Range(0, sources).Where(_ => random.Next(2) == 0).Select(source => new SourceDeclaration($"s{source}")
            {
                Type = Types[random.Next(Types.Length)],
                Affiliation = random.Next(3) == 0 ? $"party{random.Next(2)}" : null,
                Reliability = random.Next(4) == 0 ? 0.05 + (0.9 * random.NextDouble()) : null,
            })],
            Relations = [.. Enumerable.Range(0, random.Next(3)).Where(_ => items > 1).Select(_ => Relation(random, items))],
            Truths = random.Next(4) == 0 ? [new KnownTruth($"i{random.Next(items)}", Value(random))] : [],
        };
        return (assertions, options);
    }

    private static Assertion Row(Random random, int sources, int items) => new($"i{random.Next(items)}", $"s{random.Next(sources)}", Value(random))
    {
        Stance = random.Next(8) switch { 0 => Stance.Denies, 1 => Stance.Retracts, _ => Stance.Supports },
        Origin = random.Next(5) switch { 0 => $"s{random.Next(sources)}", 1 => "unknown", _ => null },
        Hedge = random.Next(2) == 0 ? Hedges[random.Next(Hedges.Length)] : null,
        Directness = (Directness)random.Next(5),
        Interest = random.Next(-2, 3),
        Time = random.Next(3) == 0 ? new DateTimeOffset(2025, 1, random.Next(1, 28), 0, 0, 0, TimeSpan.Zero) : null,
    };

    private static RelationDeclaration Relation(Random random, int items)
    {
        var item = random.Next(items);
        return new RelationDeclaration(
            $"i{item}", Value(random), (RelationKind)random.Next(3), $"i{(item + 1 + random.Next(items - 1)) % items}", Value(random), 1 + (random.NextDouble() * 15));
    }

    private static string Value(Random random) => random.Next(4) switch { 0 => "true", 1 => "false", 2 => "x", _ => "y" };
}
