namespace Scoring.Cli.Tests;

/// <summary>What a corpus teaches of its sources is kept in a file and used for the next.</summary>
public sealed class MemoryTests
{
    private const string Lone = "item,source,value\nlone,carol,x\n";

    [Test]
    public void Score_WithMemory_WritesItAndReadsItForTheNextCorpus()
    {
        using var folder = Taught();
        folder.Write("next.csv", Lone);
        var with = folder.Score("with", "next.csv", "--memory", "memory.json");
        var without = folder.Score("without", "next.csv");
        Assert.That(Table.Numbers(Path.Combine(with, "claims.csv"), "credibility"), Is.Not.EqualTo(Table.Numbers(Path.Combine(without, "claims.csv"), "credibility")));
        Assert.That(Table.Column(Path.Combine(with, "breakdown.csv"), "detail"), Has.One.Contains("from earlier corpora"));
        Assert.That(File.ReadAllText(Path.Combine(with, "report.html")), Does.Contain("from earlier corpora").And.Contain("1 source known from 1 earlier corpus"));
        Assert.That(File.ReadAllText(Path.Combine(with, "run.json")), Does.Contain("\"role\": \"memory\""));
        Assert.That(Table.Header(Path.Combine(with, "sources.csv")), Is.EqualTo("source,type,affiliation,reliability,low,high,letter,assertions,agreed,weight_db"));
    }

    [Test]
    public void Score_SameCorpusTwice_GivesTheSameMemoryAndTables()
    {
        using var folder = Taught();
        var before = folder.Read("memory.json");
        var again = folder.Score("again", "claims.csv", "--memory", "memory.json");
        Assert.That(folder.Read("memory.json"), Is.EqualTo(before));
        Assert.That(Table.AllOf(again), Is.EqualTo(Table.AllOf(folder.PathOf("out"))));
    }

    [Test]
    public void ExplainAndEvaluate_WithMemory_ReadItAndLeaveIt()
    {
        using var folder = Taught();
        folder.Write("next.csv", Lone);
        folder.Write("truth.csv", "item,value\nlone,x\n");
        var before = folder.Read("memory.json");
        Assert.That(folder.Run("explain", "next.csv", "--item", "lone", "--memory", "memory.json").Unwrapped, Does.Contain("from earlier corpora"));
        Assert.That(folder.Run("evaluate", "next.csv", "--truth", "truth.csv", "--memory", "memory.json").ExitCode, Is.EqualTo(RunResult.Done));
        Assert.That(folder.Read("memory.json"), Is.EqualTo(before));
    }

    [TestCase("claims.csv")]
    [TestCase("./out/../claims.csv")]
    [TestCase("rules.json")]
    [TestCase("out/claims.csv")]
    [TestCase("nosuchfolder/memory.json")]
    [TestCase("out")]
    public void Score_MemoryThatIsSomethingElse_IsBadUsage(string memory)
    {
        using var folder = Taught();
        folder.Write("rules.json", folder.Run("rules").Out);
        var before = folder.Read("claims.csv");
        var result = folder.Run("score", "claims.csv", "--rules", "rules.json", "--memory", memory, "--out", "out");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadUsage), result.Error);
        Assert.That(folder.Read("claims.csv"), Is.EqualTo(before));
    }

    [Test]
    public void Score_MemoryThatIsALinkToTheClaims_IsBadUsage()
    {
        using var folder = Taught();
        File.CreateSymbolicLink(folder.PathOf("link.json"), folder.PathOf("claims.csv"));
        Assert.That(folder.Run("score", "claims.csv", "--memory", "link.json", "--out", "out").ExitCode, Is.EqualTo(RunResult.BadUsage));
    }

    [Test]
    public void Evaluate_BinsOverTheMemory_IsBadUsageAndLeavesIt()
    {
        using var folder = Taught();
        folder.Write("truth.csv", Corpora.PlainTruth);
        var before = folder.Read("memory.json");
        var result = folder.Run("evaluate", "claims.csv", "--truth", "truth.csv", "--memory", "memory.json", "--bins", "memory.json");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadUsage));
        Assert.That(result.Error, Does.Contain("--bins").And.Contain("memory.json"));
        Assert.That(folder.Read("memory.json"), Is.EqualTo(before));
    }

    [TestCase("explain", "claims.csv", "--item", "capital")]
    [TestCase("evaluate", "claims.csv", "--truth", "claims.csv")]
    public void Read_MemoryThatIsNotThere_IsBadUsage(params string[] line)
    {
        using var folder = Taught();
        var result = folder.Run([.. line, "--memory", "nosuch.json"]);
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadUsage));
        Assert.That(result.Error, Does.Contain("nosuch.json"));
    }

    [Test]
    public void Score_BadMemory_IsBadDataAndStays()
    {
        using var folder = Taught();
        folder.Write("memory.json", folder.Read("memory.json").Replace("\"carry_over\": 0.5", "\"carry_over\": 5", StringComparison.Ordinal));
        var before = folder.Read("memory.json");
        var result = folder.Run("score", "claims.csv", "--memory", "memory.json", "--out", "bad");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadData));
        Assert.That(result.Error, Does.Match(@"memory\.json\(4\): found carry_over: 5, expected a number from 0 to 1"));
        Assert.That(folder.Read("memory.json"), Is.EqualTo(before));
        Assert.That(Directory.Exists(folder.PathOf("bad")), Is.False);
    }

    [Test]
    public void Score_RunThatFails_TeachesNothing()
    {
        using var folder = Taught();
        var before = folder.Read("memory.json");
        folder.Write("broken.csv", "item,source,value\nlone,,x\n");
        folder.Write("blocked", "a file where the folder should be");
        Assert.That(folder.Run("score", "broken.csv", "--memory", "memory.json", "--out", "new").ExitCode, Is.EqualTo(RunResult.BadData));
        Assert.That(folder.Run("score", "claims.csv", "--memory", "memory.json", "--out", "blocked/out").ExitCode, Is.EqualTo(RunResult.BadData));
        Assert.That(folder.Read("memory.json"), Is.EqualTo(before));
        Assert.That(folder.FilesIn("."), Has.None.EndsWith(".partial"));
    }

    [Test]
    [Platform("Linux", Reason = "mounts a disk")]
    public void Score_MemoryOnAFullDisk_SaysThatTheResultsAreThere()
    {
        using var folder = new TempFolder();
        using var disk = FullDisk.At(folder.PathOf("disk"), freeBytes: 0);
        folder.Write("claims.csv", Corpora.Plain);
        var result = folder.Run("score", "claims.csv", "--memory", "disk/memory.json", "--out", "out");
        Assert.That((result.ExitCode, disk.Files), Is.EqualTo((RunResult.BadData, Array.Empty<string>())), result.Error);
        Assert.That(result.Error, Does.StartWith("disk/memory.json: cannot be written: ").And.Contain("The results are in out."));
        Assert.That(folder.FilesIn("out"), Does.Contain("run.json"));
    }

    [Test]
    public void Score_FileThatGrewSinceItWasRemembered_Warns()
    {
        using var folder = Taught();
        folder.Write("claims.csv", folder.Read("claims.csv") + "new,alice,x\n");
        Assert.That(folder.Run("score", "claims.csv", "--memory", "memory.json", "--out", "out").Error, Does.Contain("warning: memory: about 100 % of the items of the remembered corpus "));
    }

    private static TempFolder Taught()
    {
        var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Score("out", "claims.csv", "--memory", "memory.json");
        return folder;
    }
}
