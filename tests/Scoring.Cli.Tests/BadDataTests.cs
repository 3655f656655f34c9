using System.Text;
using System.Text.RegularExpressions;

namespace Scoring.Cli.Tests;

public sealed class BadDataTests
{
    /// <summary>One good row, then a bad one on each line from 3 to 9.</summary>
    private const string Bad = """
        item,source,value,stance,directness,hedge,interest,time
        a,s1,true,,,,,
        ,s2,true,,,,,
        a,,true,,,,,
        a,s3,true,maybe,,,,
        a,s4,true,,hearsay,,,
        a,s5,true,,,1.5,,
        a,s6,true,,,,9,
        a,s7,true,,,,,yesterday
        a,s8,false,,,,,

        """;

    private static readonly Lazy<RunResult> Strict = new(() => ScoreBad());

    private static readonly Lazy<RunResult> Lenient = new(() => ScoreBad("--lenient"));

    private static readonly int[] BadLines = [3, 4, 5, 6, 7, 8, 9];

    /// <summary>Claims files that cannot be used at all.</summary>
    private static IEnumerable<TestCaseData> Unusable()
    {
        yield return new TestCaseData("").SetArgDisplayNames("nothing");
        yield return new TestCaseData("\n\n").SetArgDisplayNames("blank lines");
        yield return new TestCaseData("item,source,value\n").SetArgDisplayNames("header only");
        yield return new TestCaseData("thing,who,what\na,b,c\n").SetArgDisplayNames("no known column");
        yield return new TestCaseData("item,item,source\na,b,c\n").SetArgDisplayNames("column twice");
        yield return new TestCaseData("item,source,\"value\na,b,c\n").SetArgDisplayNames("open quote in the header");
        yield return new TestCaseData("item,source,value\na,b,\"c\n").SetArgDisplayNames("open quote in a row");
        yield return new TestCaseData("item,source,value\na,b\n").SetArgDisplayNames("too few fields");
        yield return new TestCaseData("item,source,value\na,b,c,d\n").SetArgDisplayNames("too many fields");
    }

    [Test]
    public void Score_BadRows_ExitsWithOne() =>
        Assert.That(Strict.Value.ExitCode, Is.EqualTo(RunResult.BadData));

    [TestCaseSource(nameof(BadLines))]
    public void Score_BadRows_ListsEachAsFileLineFoundExpected(int line) =>
        Assert.That(Strict.Value.ErrorLines, Has.One.Match($@"^claims\.csv\({line}\): found .+, expected .+$"));

    [Test]
    public void Score_BadRows_ListsNoGoodRow() =>
        Assert.That(Strict.Value.Error, Does.Not.Match(@"claims\.csv\((1|2|10)\)"));

    [Test]
    public void Score_BadRows_LeavesStdoutEmpty() =>
        Assert.That(Strict.Value.Out, Is.Empty);

    [Test]
    public void Score_BadRows_WritesNothing()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Bad);
        folder.Run("score", "claims.csv", "--out", "out");
        Assert.That(folder.FilesIn("."), Is.EqualTo(["claims.csv"]));
    }

    [Test]
    public void Score_BadRowsOverOlderResults_LeavesThemAsTheyWere()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        var older = File.ReadAllText(Path.Combine(folder.Score("out", "claims.csv"), "claims.csv"));
        folder.Write("claims.csv", Bad);
        folder.Run("score", "claims.csv", "--out", "out");
        Assert.That(folder.Read(Path.Combine("out", "claims.csv")), Is.EqualTo(older));
    }

    [Test]
    public void Score_BadRows_NamesTheFileAsItWasGiven()
    {
        using var folder = new TempFolder();
        var path = folder.Write("corpus/claims.csv", Bad);
        Assert.That(folder.Run("score", path, "--out", "out").Error, Does.StartWith($"{path}(3): found "));
    }

    [Test]
    public void Score_BadRowAfterAFieldOfTwoLines_CountsLinesNotRows()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value,note\na,s1,true,\"one\ntwo\"\n,s2,true,\n");
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Error, Does.StartWith("claims.csv(4): found "));
    }

    [Test]
    public void Score_BytesThatAreNotUtf8_ExitsWithOne()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Encoding.Latin1.GetBytes("item,source,value\nmot,alice,été\n"));
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").ExitCode, Is.EqualTo(RunResult.BadData));
    }

    [TestCaseSource(nameof(Unusable))]
    public void Score_UnusableClaims_ExitsWithOne(string claims)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", claims);
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").ExitCode, Is.EqualTo(RunResult.BadData));
    }

    [TestCaseSource(nameof(Unusable))]
    public void Score_UnusableClaims_SaysWhereAndWhatIsExpected(string claims)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", claims);
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Error, Does.Match(@"^claims\.csv\(\d+\): found .+, expected .+"));
    }

    [TestCase("sources.csv", "source,letter\nalice,A\nbob,G\n", 3)]
    [TestCase("sources.csv", "source,reliability\nalice,1.5\n", 2)]
    [TestCase("sources.csv", "source\nalice\nalice\n", 3)]
    [TestCase("sources.csv", "name\nalice\n", 1)]
    [TestCase("relations.csv", "item,relation,other_item\ncapital,suggests,river\n", 2)]
    [TestCase("relations.csv", "item,relation,other_item,strength_db\ncapital,implies,river,-3\n", 2)]
    public void Score_BadRowInAFileBeside_IsListed(string file, string text, int line)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write(file, text);
        Assert.That(
            folder.Run("score", "claims.csv", "--out", "out").ErrorLines,
            Has.One.Match($@"^{Regex.Escape(file)}\({line}\): found .+, expected .+$"));
    }

    [TestCase("not json")]
    [TestCase("{}")]
    [TestCase("[1, 2]")]
    [TestCase("{ \"no_such_rule\": 1 }")]
    public void Score_BadRules_SaysWhereAndWhatIsExpected(string rules)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("my.json", rules);
        Assert.That(
            folder.Run("score", "claims.csv", "--rules", "my.json", "--out", "out").ErrorLines,
            Has.Some.Match(@"^my\.json\(\d+\): found .+, expected .+$"));
    }

    [Test]
    public void Score_BadRules_ExitsWithOne()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("my.json", "not json");
        Assert.That(folder.Run("score", "claims.csv", "--rules", "my.json", "--out", "out").ExitCode, Is.EqualTo(RunResult.BadData));
    }

    [TestCase("--rules")]
    [TestCase("--memory")]
    [TestCase("--calibration")]
    public void Score_EmptyJson_SaysThatItIsEmpty(string option)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("my.json", "\n");
        Assert.That(folder.Run("score", "claims.csv", option, "my.json", "--out", "out").ErrorLines[0], Does.StartWith("my.json(1): found an empty file, expected "));
    }

    [TestCase("explain", "--item", "a")]
    [TestCase("evaluate", "--truth", "truth.csv")]
    public void Command_BadRows_ExitsWithOne(string command, string option, string argument)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Bad);
        folder.Write("truth.csv", "item,value\na,true\n");
        Assert.That(folder.Run(command, "claims.csv", option, argument).ExitCode, Is.EqualTo(RunResult.BadData));
    }

    [Test]
    public void Evaluate_BadTruth_ListsItsRows()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("truth.csv", "item,value\ncapital,Paris\nriver,\n");
        Assert.That(
            folder.Run("evaluate", "claims.csv", "--truth", "truth.csv").ErrorLines,
            Has.One.Match(@"^truth\.csv\(3\): found .+, expected .+$"));
    }

    [Test]
    public void Score_BadRowsLenient_ExitsWithZero() =>
        Assert.That(Lenient.Value.ExitCode, Is.EqualTo(RunResult.Done));

    [TestCaseSource(nameof(BadLines))]
    public void Score_BadRowsLenient_ListsEachOnStderr(int line) =>
        Assert.That(Lenient.Value.ErrorLines, Has.One.Match($@"skipped claims\.csv\({line}\): found .+, expected .+$"));

    [Test]
    public void Score_BadRowsLenient_ScoresTheGoodRowsAlone()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Bad);
        folder.Write("good.csv", "item,source,value\na,s1,true\na,s8,false\n");
        var lenient = folder.Score("lenient", "claims.csv", "--lenient");
        var good = folder.Score("good", "good.csv");
        Assert.That(File.ReadAllText(Path.Combine(lenient, "claims.csv")), Is.EqualTo(File.ReadAllText(Path.Combine(good, "claims.csv"))));
    }

    [Test]
    public void Score_StrayQuoteLenient_IsRefusedAndDoesNotSendToLenient()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value\na,s1,\"x\nb,s2,y\nc,s3,\"z\nd,s4,w\n");
        var (lenient, strict) = (folder.Run("score", "claims.csv", "--lenient", "--out", "out"), folder.Run("score", "claims.csv", "--out", "out"));
        Assert.That((lenient.ExitCode, strict.ExitCode, folder.FilesIn(".").Length), Is.EqualTo((RunResult.BadData, RunResult.BadData, 1)));
        Assert.That(lenient.Error, Does.StartWith("claims.csv(2): found ").And.Contain("from line 2 to line 4, expected a separator after the closing quote (not skipped:"));
        Assert.That(strict.Error, Does.Contain("from line 2 to line 4").And.Not.Contain("--lenient"));
    }

    [Test]
    public void Score_RowBadInSeveralPlacesLenient_CountsAsOne()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value,interest,time\na,s1,x,5,2026-13-01\na,s2,x,,\n");
        var result = folder.Run("score", "claims.csv", "--lenient", "--out", "out");
        Assert.That((result.Out.Contains("1 bad row skipped.", StringComparison.Ordinal), result.ErrorLines.Length), Is.EqualTo((true, 2)));
        Assert.That(folder.Read("out/run.json"), Does.Contain("\"skipped_rows\": 1,"));
    }

    [Test]
    public void Score_LenientWithoutItemColumn_ExitsWithOne()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "source,value\nalice,true\n");
        Assert.That(folder.Run("score", "claims.csv", "--lenient", "--out", "out").ExitCode, Is.EqualTo(RunResult.BadData));
    }

    [Test]
    public void Score_LenientWithBadRowsOnly_DoesNotReportABug()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value\n,alice,true\n,bob,true\n");
        Assert.That(folder.Run("score", "claims.csv", "--lenient", "--out", "out").ExitCode, Is.AnyOf(RunResult.Done, RunResult.BadData));
    }

    [Test]
    public void Score_UnusedColumn_WarnsAndSuggestsTheKnownOne()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value,orgin\na,b,c,d\n");
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Error, Does.Contain("did you mean 'origin'"));
    }

    private static RunResult ScoreBad(params string[] arguments)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Bad);
        return folder.Run(["score", "claims.csv", "--out", "out", .. arguments]);
    }
}
