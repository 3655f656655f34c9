namespace Scoring.Cli.Tests;

public sealed class BadUsageTests
{
    private static readonly string[] Commands = ["score", "explain", "evaluate", "methods", "rules", "simulate", "init", "completion"];

    private static readonly string[] FilesBefore = ["claims.csv", "folder", "truth.csv"];

    /// <summary>Command lines that make no sense, and what the message must mention to be of help.</summary>
    private static readonly (string Name, string Mention, string[] Arguments)[] Lines =
    [
        ("no command", "--help", []),
        ("unknown command", "scroe", ["scroe", "claims.csv"]),
        ("no claims", "CLAIMS", ["score"]),
        ("missing claims file", "nosuch.csv", ["score", "nosuch.csv"]),
        ("folder as claims file", "folder", ["score", "folder"]),
        ("missing sources file", "nosuch.csv", ["score", "claims.csv", "--sources", "nosuch.csv"]),
        ("missing rules file", "nosuch.json", ["score", "claims.csv", "--rules", "nosuch.json"]),
        ("unknown option", "--colour", ["score", "claims.csv", "--colour", "blue"]),
        ("date in words", "2025-08-15", ["score", "claims.csv", "--as-of", "yesterday"]),
        ("day that is none", "2024-02-30", ["score", "claims.csv", "--as-of", "2024-02-30"]),
        ("no threads", "--threads", ["score", "claims.csv", "--threads", "0"]),
        ("fewer than no threads", "--threads", ["score", "claims.csv", "--threads", "-2"]),
        ("threads in words", "many", ["score", "claims.csv", "--threads", "many"]),
        ("memory without a unit", "800M", ["score", "claims.csv", "--memory-limit", "1000000000"]),
        ("memory for nothing", "256M", ["score", "claims.csv", "--memory-limit", "255M"]),
        ("memory in words", "4GiB", ["explain", "claims.csv", "--item", "capital", "--memory-limit", "little"]),
        ("memory without end", "4GiB", ["score", "claims.csv", "--memory-limit", "99999999999TiB"]),
        ("unknown model", "one-coin", ["score", "claims.csv", "--model", "oracle"]),
        ("unknown choice of numbers", "auto", ["score", "claims.csv", "--numeric", "maybe"]),
        ("tolerance in words", "1%", ["score", "claims.csv", "--tolerance", "near"]),
        ("negative tolerance", "0.5", ["score", "claims.csv", "--tolerance=-1"]),
        ("tolerance of all", "below 100%", ["explain", "claims.csv", "--item", "capital", "--tolerance", "100%"]),
        ("unknown encoding", "utf-8", ["score", "claims.csv", "--encoding", "klingon"]),
        ("no item", "--item", ["explain", "claims.csv"]),
        ("unknown item", "'capital'", ["explain", "claims.csv", "--item", "capitol"]),
        ("unknown value", "'Lyon'", ["explain", "claims.csv", "--item", "capital", "--value", "Nice"]),
        ("no truth", "--truth", ["evaluate", "claims.csv"]),
        ("missing truth file", "nosuch.csv", ["evaluate", "claims.csv", "--truth", "nosuch.csv"]),
        ("unknown method", "majority", ["evaluate", "claims.csv", "--truth", "truth.csv", "--method", "oracle"]),
        ("empty method", "majority", ["evaluate", "claims.csv", "--truth", "truth.csv", "--method", ""]),
        ("method for one label set", "label set", ["evaluate", "claims.csv", "--truth", "truth.csv", "--method", "auto,dawid-skene"]),
        ("unknown format", "table", ["evaluate", "claims.csv", "--truth", "truth.csv", "--format", "xml"]),
        ("model for one label set", "--model", ["score", "claims.csv", "--model", "confusion"]),
        ("gap without end", "--min-gap", ["score", "claims.csv", "--min-gap", "Infinity"]),
        ("gap with a decimal comma", "--min-gap: found '2,5', expected a number from 0", ["score", "claims.csv", "--min-gap", "2,5"]),
        ("gap below even odds", "--min-gap: found '-1', expected a number from 0", ["score", "claims.csv", "--min-gap=-1"]),
        ("gap in words", "--min-gap: found 'wide', expected a number from 0", ["score", "claims.csv", "--min-gap", "wide"]),
        ("top in words", "--top: found 'abc', expected a whole number from 0 to 1000000\n", ["score", "claims.csv", "--top", "abc"]),
        ("top beyond all", "--top: found '1000001', expected a whole number from 0 to 1000000\n", ["score", "claims.csv", "--top", "1000001"]),
        ("encoding no longer read", "--encoding", ["score", "claims.csv", "--encoding", "utf-7"]),
        ("folder without a name", "FOLDER: found ''", ["init", ""]),
        ("results in a folder without a name", "--out: found '', expected the name of a folder\n", ["score", "claims.csv", "--out", ""]),
        ("simulation in a folder without a name", "--out: found '', expected the name of a folder\n", ["simulate", "--out", ""]),
        ("memory without a name", "--memory: found '', expected the name of a file\n", ["score", "claims.csv", "--memory", ""]),
        ("bins without a name", "--bins: found '', expected the name of a file\n", ["evaluate", "claims.csv", "--truth", "truth.csv", "--bins", ""]),
        ("memory in a folder's place", "--memory: found the folder 'folder', expected a file\n", ["score", "claims.csv", "--memory", "folder"]),
        ("option twice", "--out: found 2 times, expected once\n", ["score", "claims.csv", "--out", "a", "--out", "b"]),
        ("unknown method beside all", "'aut'", ["evaluate", "claims.csv", "--truth", "truth.csv", "--method", "all,aut"]),
        ("nothing to simulate", "0 items", ["simulate", "--items", "0"]),
        ("too few sources", "3 sources", ["simulate", "--sources", "3", "--per-item", "4"]),
        ("results over the claims", "claims.csv", ["score", "claims.csv", "--out", "."]),
    ];

    /// <summary>Each of the lines, run once for all facts about it.</summary>
    private static readonly Dictionary<string, Lazy<(RunResult Result, string[] Files)>> Runs =
        Lines.ToDictionary(line => line.Name, line => new Lazy<(RunResult, string[])>(() => Run(line.Arguments)), StringComparer.Ordinal);

    private static IEnumerable<string> Nonsense() => Lines.Select(line => line.Name);

    private static IEnumerable<TestCaseData> NonsenseWithMention() => Lines.Select(line => new TestCaseData(line.Name, line.Mention));

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_ExitsWithTwo(string name) =>
        Assert.That(Runs[name].Value.Result.ExitCode, Is.EqualTo(RunResult.BadUsage));

    [TestCaseSource(nameof(NonsenseWithMention))]
    public void Run_Nonsense_HelpsOnStderr(string name, string mention) =>
        Assert.That(Runs[name].Value.Result.Error, Does.Contain(mention));

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_ShowsNoStackTrace(string name) =>
        Assert.That(Runs[name].Value.Result.Everything, Does.Not.Contain("   at "));

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_LeavesStdoutEmpty(string name) =>
        Assert.That(Runs[name].Value.Result.Out, Is.Empty);

    [TestCaseSource(nameof(Nonsense))]
    public void Run_Nonsense_WritesNothing(string name) =>
        Assert.That(Runs[name].Value.Files, Is.EqualTo(FilesBefore));

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
    public void Score_OutIsAFile_IsRefused()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("score", "claims.csv", "--out", "truth.csv").ExitCode, Is.AnyOf(RunResult.BadData, RunResult.BadUsage));
    }

    [Test]
    public void Score_OutIsAFile_ShowsNoStackTrace()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("score", "claims.csv", "--out", "truth.csv").Everything, Does.Not.Contain("   at "));
    }

    [TestCase("--help")]
    [TestCase("score", "--help")]
    [TestCase("--version")]
    public void Run_HelpOrVersion_ExitsWithZero(params string[] arguments)
    {
        using var folder = NewFolder();
        Assert.That(folder.Run(arguments).ExitCode, Is.EqualTo(RunResult.Done));
    }

    [TestCaseSource(nameof(Commands))]
    public void Help_OfACommand_HasExamplesOfIt(string command)
    {
        using var folder = NewFolder();
        Assert.That(folder.Run(command, "--help").Out, Does.Match($@"Examples:\n(.*\n)*  .*scoring {command}\b"));
    }

    [TestCaseSource(nameof(Commands))]
    public void Help_OfTheRunner_NamesTheCommand(string command)
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("--help").Out, Does.Match($@"\n\s+{command}\b"));
    }

    private static (RunResult Result, string[] Files) Run(string[] arguments)
    {
        using var folder = NewFolder();
        return (folder.Run(arguments), folder.FilesIn("."));
    }

    private static TempFolder NewFolder()
    {
        var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("truth.csv", Corpora.PlainTruth);
        Directory.CreateDirectory(folder.PathOf("folder"));
        return folder;
    }
}
