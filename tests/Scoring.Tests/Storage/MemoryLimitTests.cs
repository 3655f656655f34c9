using System.Text;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Storage;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Storage;

/// <summary>Where columns lie changes no result.</summary>
public sealed class MemoryLimitTests
{
    [Test]
    public void Score_AllColumnsInFiles_WritesTheSameBytes([Range(1, 20)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        AssertSame(options, limited => CredibilityScorer.Score(assertions, limited));
    }

    [TestCase("auto")]
    [TestCase("one-coin")]
    public void Score_LabelsInFiles_WritesTheSameBytes(string model) =>
        AssertSame(new ScoringOptions { Model = model, Panel = true }, limited => CredibilityScorer.Score(Simulated(), limited));

    [Test]
    public void MemoryLimit_BelowTheLeast_Throws() =>
        Assert.That(() => new ScoringOptions { MemoryLimit = ScoringOptions.LeastMemoryLimit - 1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static void AssertSame(ScoringOptions options, Func<ScoringOptions, ScoringResult> score)
    {
        var store = new ColumnStore(limit: 1, leastMapped: 1);
        var mapped = Tables(score(options with { Store = store }));
        Assert.That(store.MappedBytes, Is.Positive);
        Assert.That(mapped, Is.EqualTo(Tables(score(options))));
    }

    private static string Tables(ScoringResult result)
    {
        using var stream = new MemoryStream();
        var digest = CsvTables.WriteClaims(result, new ReportOptions(), stream);
        CsvTables.WriteSources(result, stream, CancellationToken.None);
        CsvTables.WriteBreakdown(result, digest.Explained(), stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<Assertion> Simulated()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 3000).Select(row => new Assertion($"i{row / 10}", $"s{random.Next(40)}", $"v{random.Next(10) % 4}"))];
    }
}
