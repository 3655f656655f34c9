namespace Scoring.Cli.Tests;

/// <summary>The same assertions give the same bytes.</summary>
public sealed class ReproducibilityTests
{
    [TestCaseSource(typeof(Corpora), nameof(Corpora.Names))]
    public void Score_OneAndTwoThreads_GivesTheSameBytes(string corpus)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, corpus);
        var one = folder.Score("one", "claims.csv", "--threads", "1");
        var two = folder.ScoreAfresh("two", "claims.csv", "--threads", "2");
        Assert.That(Table.AllOf(two), Is.EqualTo(Table.AllOf(one)));
    }

    [Test]
    public void Score_AnyMemoryLimit_GivesTheSameBytes()
    {
        using var folder = new TempFolder();
        folder.Run("simulate", "--items", "20000", "--sources", "500", "--per-item", "15", "--values", "4", "--out", "simulated");
        var free = Table.AllOf(folder.Score("free", "simulated/claims.csv"));
        string[] limits = ["256M", "0.3 GB", "1TiB"];
        Assert.That(limits.Select(limit => Table.AllOf(folder.Score("limited", "simulated/claims.csv", "--memory-limit", limit))), Is.All.EqualTo(free));
    }

    [Test]
    public void Score_HugeItemsAmongSmallOnes_WritesEveryClaimInOrderInLittleMemory([Values("1", "2")] string threads)
    {
        using var folder = new TempFolder();
        var rows = from item in Enumerable.Range(0, 9)
                   from row in Enumerable.Range(0, item % 4 == 0 ? 40_000 : 5)
                   select $"i{item},s{row},v{row % 3}";
        folder.Write("claims.csv", string.Join('\n', rows.Prepend("item,source,value")));
        var claims = Path.Combine(folder.Score("out", "claims.csv", "--threads", threads, "--memory-limit", "256M"), "claims.csv");
        var expected = from item in Enumerable.Range(0, 9)
                       from value in Enumerable.Range(0, 3)
                       select $"i{item} v{value}";
        Assert.That(Table.Rows(claims, row => $"{row.GetString("item")} {row.GetString("value")}"), Is.EqualTo(expected));
    }

    [TestCaseSource(typeof(Corpora), nameof(Corpora.Names))]
    public void Score_ShuffledRows_GivesTheSameBytes(string corpus)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, corpus);
        folder.Write("claims.csv", Corpora.Shuffled(folder.Read("claims.csv"), seed: 3));
        var shuffled = folder.ScoreAfresh("shuffled", "claims.csv");
        Assert.That(Table.AllOf(shuffled), Is.EqualTo(Table.AllOf(Results.Of(corpus))));
    }

    [TestCase("report.html")]
    [TestCase("run.json")]
    public void Score_Twice_GivesTheSameBytes(string file)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        var first = folder.Score("first", "claims.csv");
        var second = folder.ScoreAfresh("second", "claims.csv");
        Assert.That(File.ReadAllBytes(Path.Combine(second, file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(first, file))));
    }

    [Test]
    public void Score_EachRowTwice_GivesTheSameClaims()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "plain");
        var once = folder.Score("once", "claims.csv");
        folder.Write("claims.csv", Corpora.Plain + Corpora.Plain[(Corpora.Plain.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        var twice = folder.Score("twice", "claims.csv");
        Assert.That(File.ReadAllText(Path.Combine(twice, "claims.csv")), Is.EqualTo(File.ReadAllText(Path.Combine(once, "claims.csv"))));
    }

    [Test]
    public void RunRecord_AnyNumberOfThreads_IsTheSame()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "plain");
        var one = folder.Score("one", "claims.csv", "--threads", "1");
        var two = folder.ScoreAfresh("two", "claims.csv", "--threads", "2");
        Assert.That(File.ReadAllText(Path.Combine(two, "run.json")), Is.EqualTo(File.ReadAllText(Path.Combine(one, "run.json"))));
    }
}
