using System.Globalization;
using System.Text;
using Scoring.Reading;
using Scoring.Tests.Indexing;

namespace Scoring.Tests;

/// <summary>Scores as of a date are those of a corpus that ends there: nothing of what was said later is in them.</summary>
public sealed class AsOfTests
{
    private static readonly DateTimeOffset Day = new(2025, 1, 2, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Score_AsOf_IsThatOfTheRowsUpToThen([Range(1, 60)] int seed)
    {
        var rows = RandomRows.Draw(seed);
        using var whole = Score(rows, seed);
        using var before = Score([.. rows.Where(row => !(row.Time > Day))], seed);
        Assert.Multiple(() =>
        {
            Assert.That(whole.Claims, Is.EqualTo(before.Claims));
            Assert.That(whole.Sources, Is.EqualTo(before.Sources));
            Assert.That(whole.Run.Rows + whole.Run.LaterRows, Is.EqualTo(rows.Length));
        });
    }

    [Test]
    public void Score_LabelsNamedLater_DoNotChangeWhatTheItemsShare()
    {
        Assertion[] before = [.. Enumerable.Range(0, 200).Select(row => new Assertion($"i{row / 5}", $"s{row % 7}", (row * row % 11) < 5 ? "cat" : "dog"))];
        Assertion[] after = [.. Enumerable.Range(0, 40).Select(row => new Assertion($"i{row}", "late", $"beast {row}") { Time = Day.AddDays(1) })];
        using var whole = CredibilityScorer.Score([.. before, .. after], new ScoringOptions { AsOf = Day });
        using var alone = CredibilityScorer.Score(before, new ScoringOptions { AsOf = Day });
        Assert.That(whole.Run.ModelChoice, Does.Contain("share one small label set"));
        Assert.That(whole.Claims, Is.EqualTo(alone.Claims));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Score_FileAsOf_LeavesOutLaterRowsOnEveryThread(int threads)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.csv");
        var text = new StringBuilder("item,source,value,time\n");
        for (var row = 0; row < 50_000; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"item {row % 5_000},source {row % 97},{(row % 97) % 3},2025-01-0{1 + (row % 4)}\n");
        }

        File.WriteAllText(path, text.ToString());
        Assert.That(new FileInfo(path).Length, Is.GreaterThan(1 << 20), "small files are read by one thread");
        using var result = CredibilityScorer.Score(path, new ScoringOptions { AsOf = Day, Threads = threads });
        Assert.That((result.Run.Rows, result.Run.LaterRows), Is.EqualTo((25_000, 25_000)));
        Assert.That(result.Claims.Sum(claim => claim.Supports), Is.EqualTo(result.Evidence.Corpus.AssertionCount));
    }

    [TestCase("2024-05-01", "every assertion is later than the date to score as of: none counts")]
    [TestCase("2024-05-02", null)]
    [TestCase(null, "no assertion has a time: the date to score as of leaves out none")]
    public void Score_DateThatLeavesOutAllOrNothing_Warns(string? asOf, string? warning)
    {
        DateTimeOffset? time = asOf is null ? null : new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero);
        var date = DateTimeOffset.Parse(asOf ?? "2024-05-02", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assertion[] rows = [new("i", "a") { Time = time }, new("j", "b") { Time = time?.AddDays(1) }];
        using var result = CredibilityScorer.Score(rows, new ScoringOptions { AsOf = date });
        Assert.That(result.Run.Warnings, Is.EqualTo(warning is null ? [] : new[] { warning }));
    }

    private static ScoringResult Score(Assertion[] rows, int seed) => CredibilityScorer.Score(
        rows, new ScoringOptions { AsOf = Day, Sources = RandomRows.Declarations(seed), Relations = RandomRows.Relations(seed) });
}
