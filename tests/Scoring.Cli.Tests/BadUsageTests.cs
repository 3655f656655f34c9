namespace Scoring.Cli.Tests;

public sealed class BadUsageTests
{
    /// <summary>A command line that makes no sense, and what the message must mention to be of help.</summary>
    private static IEnumerable<TestCaseData> Nonsense()
    {
        yield return Case("no command", "score");
        yield return Case("unknown command", "scroe", "scroe", "claims.csv");
        yield return Case("no claims", "CLAIMS", "score");
        yield return Case("missing claims file", "nosuch.csv", "score", "nosuch.csv");
        yield return Case("folder as claims file", "folder", "score", "folder");
        yield return Case("missing sources file", "nosuch.csv", "score", "claims.csv", "--sources", "nosuch.csv");
        yield return Case("missing rules file", "nosuch.json", "score", "claims.csv", "--rules", "nosuch.json");
        yield return Case("unknown option", "--colour", "score", "claims.csv", "--colour", "blue");
        yield return Case("date in words", "2025-08-15", "score", "claims.csv", "--as-of", "yesterday");
        yield return Case("day that is none", "2024-02-30", "score", "claims.csv", "--as-of", "2024-02-30");
        yield return Case("no threads", "--threads", "score", "claims.csv", "--threads", "0");
        yield return Case("fewer than no threads", "--threads", "score", "claims.csv", "--threads", "-2");
        yield return Case("threads in words", "many", "score", "claims.csv", "--threads", "many");
        yield return Case("unknown model", "one-coin", "score", "claims.csv", "--model", "oracle");
        yield return Case("unknown encoding", "utf-8", "score", "claims.csv", "--encoding", "klingon");
        yield return Case("no item", "--item", "explain", "claims.csv");
        yield return Case("unknown item", "'capital'", "explain", "claims.csv", "--item", "capitol");
        yield return Case("unknown value", "'Lyon'", "explain", "claims.csv", "--item", "capital", "--value", "Nice");
        yield return Case("no truth", "--truth", "evaluate", "claims.csv");
        yield return Case("missing truth file", "nosuch.csv", "evaluate", "claims.csv", "--truth", "nosuch.csv");
        yield return Case("unknown method", "majority", "evaluate", "claims.csv", "--truth", "truth.csv", "--method", "oracle");
        yield return Case("empty method", "majority", "evaluate", "claims.csv", "--truth", "truth.csv", "--method", "");
        yield return Case("unknown format", "table", "evaluate", "claims.csv", "--truth", "truth.csv", "--format", "xml");
        yield return Case("nothing to simulate", "Items", "simulate", "--items", "0");
        yield return Case("too few sources", "Sources", "simulate", "--sources", "3", "--per-item", "4");
        yield return Case("results over the claims", "claims.csv", "score", "claims.csv", "--out", ".");
    }

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_ExitsWithTwo(string mention, string[] arguments)
    {
        _ = mention;
        using var folder = NewFolder();
        Assert.That(folder.Run(arguments).ExitCode, Is.EqualTo(RunResult.BadUsage));
    }

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_HelpsOnStderr(string mention, string[] arguments)
    {
        using var folder = NewFolder();
        Assert.That(folder.Run(arguments).Error, Does.Contain(mention));
    }

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_ShowsNoStackTrace(string mention, string[] arguments)
    {
        _ = mention;
        using var folder = NewFolder();
        Assert.That(folder.Run(arguments).Everything, Does.Not.Contain("   at "));
    }

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_LeavesStdoutEmpty(string mention, string[] arguments)
    {
        _ = mention;
        using var folder = NewFolder();
        Assert.That(folder.Run(arguments).Out, Is.Empty);
    }

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_WritesNothing(string mention, string[] arguments)
    {
        _ = mention;
        using var folder = NewFolder();
        folder.Run(arguments);
        Assert.That(folder.FilesIn("."), Is.EqualTo(["claims.csv", "folder", "truth.csv"]));
    }

    [TestCase("claims.csv", "--out", ".")]
    [TestCase("claims.csv", "--out", "folder/..")]
    [TestCase("./folder/../claims.csv", "--out", ".")]
    public void Score_OutOverTheClaims_LeavesThemUntouched(params string[] arguments)
    {
        using var folder = NewFolder();
        folder.Run(["score", .. arguments]);
        Assert.That(folder.Read("claims.csv"), Is.EqualTo(Corpora.Plain));
    }

    [Test]
    public void Score_OutOverTheClaimsByAbsolutePath_ExitsWithTwo()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("score", "claims.csv", "--out", folder.Root).ExitCode, Is.EqualTo(RunResult.BadUsage));
    }

    [Test]
    public void Score_OutIsALinkToTheFolderOfTheClaims_LeavesThemUntouched()
    {
        using var folder = NewFolder();
        Directory.CreateSymbolicLink(folder.PathOf("link"), folder.Root);
        folder.Run("score", "claims.csv", "--out", "link");
        Assert.That(folder.Read("claims.csv"), Is.EqualTo(Corpora.Plain));
    }

    [Test]
    public void Score_ClaimsAreALinkIntoOut_LeavesThemUntouched()
    {
        using var folder = NewFolder();
        folder.Write("folder/claims.csv", Corpora.Plain);
        File.CreateSymbolicLink(folder.PathOf("link.csv"), folder.PathOf("folder/claims.csv"));
        folder.Run("score", "link.csv", "--out", "folder");
        Assert.That(folder.Read("folder/claims.csv"), Is.EqualTo(Corpora.Plain));
    }

    [Test]
    public void Score_OutOverTheSourcesBeside_ExitsWithTwo()
    {
        using var folder = NewFolder();
        folder.Write("folder/assertions.csv", Corpora.Plain);
        folder.Write("folder/sources.csv", Corpora.RichSources);
        Assert.That(folder.Run("score", "folder/assertions.csv", "--out", "folder").ExitCode, Is.EqualTo(RunResult.BadUsage));
    }

    [Test]
    public void Score_OutOverTheSourcesBeside_LeavesThemUntouched()
    {
        using var folder = NewFolder();
        folder.Write("folder/assertions.csv", Corpora.Plain);
        folder.Write("folder/sources.csv", Corpora.RichSources);
        folder.Run("score", "folder/assertions.csv", "--out", "folder");
        Assert.That(folder.Read("folder/sources.csv"), Is.EqualTo(Corpora.RichSources));
    }

    [Test]
    public void Score_OutIsAFile_FailsWithoutAStackTrace()
    {
        using var folder = NewFolder();
        var result = folder.Run("score", "claims.csv", "--out", "truth.csv");
        Assert.That((result.ExitCode is RunResult.BadData or RunResult.BadUsage, result.Everything.Contains("   at ", StringComparison.Ordinal)), Is.EqualTo((true, false)));
    }

    [TestCase("--help")]
    [TestCase("score", "--help")]
    [TestCase("--version")]
    public void Run_HelpOrVersion_ExitsWithZero(params string[] arguments)
    {
        using var folder = NewFolder();
        Assert.That(folder.Run(arguments).ExitCode, Is.EqualTo(RunResult.Done));
    }

    [TestCase("score")]
    [TestCase("explain")]
    [TestCase("evaluate")]
    [TestCase("methods")]
    [TestCase("rules")]
    [TestCase("simulate")]
    public void Help_OfTheRunner_NamesTheCommand(string command)
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("--help").Out, Does.Match($@"\n\s+{command}\b"));
    }

    private static TestCaseData Case(string name, string mention, params string[] arguments) =>
        new TestCaseData(mention, arguments).SetArgDisplayNames(name);

    private static TempFolder NewFolder()
    {
        var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("truth.csv", Corpora.PlainTruth);
        Directory.CreateDirectory(folder.PathOf("folder"));
        return folder;
    }
}
