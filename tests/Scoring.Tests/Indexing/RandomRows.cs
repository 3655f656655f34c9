using Scoring.Reading;

namespace Scoring.Tests.Indexing;

/// <summary>Rows that use every column and often repeat, drawn from a seed.</summary>
internal static class RandomRows
{
    private static readonly string[] Values = ["true", "True", "false", "x", "y", "Y"];
    private static readonly string[] Words = ["a", "B", "0.4"];

    public static Assertion[] Draw(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => Row(random))];
    }

    public static SourceDeclaration[] Declarations(int seed) =>
        [.. Enumerable.Range(0, seed % 4).Select(source => new SourceDeclaration($"s{source * 3}") { Type = "outlet", Affiliation = $"party{source % 2}" })];

    public static RelationDeclaration[] Relations(int seed) =>
    [
        .. Enumerable.Range(0, seed % 5).Select(index =>
            new RelationDeclaration($"i{index}", Values[(seed + index) % 6], (RelationKind)(index % 3), $"i{index + 1}", "x", 1 + index)),
    ];

    private static Assertion Row(Random random) => new($"i{random.Next(4)}", $"s{random.Next(5)}", Values[random.Next(Values.Length)])
    {
        Stance = random.Next(4) == 0 ? (Stance)random.Next(3) : Stance.Supports,
        Origin = random.Next(8) switch { 0 => $"s{random.Next(9)}", 1 => "unknown", 2 => "Unknown", _ => null },
        Via = Rarely(random, Words),
        SourceType = Rarely(random, Words),
        Directness = random.Next(6) == 0 ? (Directness)random.Next(5) : Directness.Unstated,
        Hedge = Rarely(random, Words),
        Interest = random.Next(6) == 0 ? random.Next(-2, 3) : 0,
        Time = random.Next(6) == 0 ? new DateTimeOffset(2025, 1, random.Next(1, 4), 0, 0, 0, TimeSpan.Zero) : null,
        Topic = Rarely(random, Words),
        Url = Rarely(random, Words),
        Quote = Rarely(random, Words),
        Note = Rarely(random, Words),
    };

    private static string? Rarely(Random random, string[] words) => random.Next(8) == 0 ? words[random.Next(words.Length)] : null;
}
