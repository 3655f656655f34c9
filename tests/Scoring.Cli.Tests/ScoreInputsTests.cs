using System.Diagnostics;
using System.Text;

namespace Scoring.Cli.Tests;

/// <summary>Which files a run reads, and in what form they may come.</summary>
public sealed class ScoreInputsTests
{
    private static IEnumerable<TestCaseData> OtherClothes()
    {
        yield return Clothes("aliases", Corpora.Plain.Replace("item,source,value", "Task,WORKER,Label", StringComparison.Ordinal));
        yield return Clothes("semicolons", Corpora.Plain.Replace(',', ';'));
        yield return Clothes("tabs", Corpora.Plain.Replace(',', '\t'));
        yield return Clothes("carriage returns", Corpora.Plain.Replace("\n", "\r\n", StringComparison.Ordinal));
        yield return Clothes("byte order mark", $"\uFEFF{Corpora.Plain}");
        yield return Clothes("utf-16", Corpora.Plain, "utf-16");
        yield return Clothes("iso-8859-1", Corpora.Plain, "iso-8859-1");

        static TestCaseData Clothes(string name, string text, string encoding = "") =>
            new TestCaseData(Encoding.GetEncoding(encoding.Length == 0 ? "utf-8" : encoding).GetBytes(text), encoding).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(OtherClothes))]
    public void Score_SameRowsInOtherClothes_GivesTheSameClaims(byte[] bytes, string encoding)
    {
        using var folder = new TempFolder();
        folder.Write("other.csv", bytes);
        var other = folder.Score("other", ["other.csv", .. encoding.Length == 0 ? Array.Empty<string>() : ["--encoding", encoding]]);
        Assert.That(File.ReadAllText(Path.Combine(other, "claims.csv")), Is.EqualTo(File.ReadAllText(Path.Combine(Results.Of("plain"), "claims.csv"))));
    }

    [Test]
    public void Score_Latin1WithEncoding_KeepsItsLetters()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Encoding.Latin1.GetBytes("item,source,value\nmot,élise,été\n"));
        var output = folder.Score("out", "claims.csv", "--encoding", "iso-8859-1");
        Assert.That(Table.Column(Path.Combine(output, "claims.csv"), "value"), Does.Contain("été"));
    }

    [Test]
    public void Score_SourcesBesideTheClaims_AreUsed()
    {
        using var folder = new TempFolder();
        folder.Write("corpus/claims.csv", Corpora.Plain);
        folder.Write("corpus/sources.csv", "source,type\nalice,public_record\n");
        var output = folder.Score("out", Path.Combine("corpus", "claims.csv"));
        var types = Table.Rows(Path.Combine(output, "sources.csv"), row => (row.GetString("source"), row.GetString("type")));
        Assert.That(types, Does.Contain(("alice", "public_record")));
    }

    [Test]
    public void Score_SourcesGiven_WinOverThoseBeside()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("sources.csv", "source,type\nalice,public_record\n");
        folder.Write("mine.csv", "source,type\nalice,social_account\n");
        var output = folder.Score("out", "claims.csv", "--sources", "mine.csv");
        var types = Table.Rows(Path.Combine(output, "sources.csv"), row => (row.GetString("source"), row.GetString("type")));
        Assert.That(types, Does.Contain(("alice", "social_account")));
    }

    [Test]
    public void Score_RelationsBesideTheClaims_AreUsed()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("relations.csv", "item,value,relation,other_item,other_value\ncapital,Paris,implies,river,Seine\n");
        var output = folder.Score("out", "claims.csv");
        Assert.That(Table.Column(Path.Combine(output, "breakdown.csv"), "factor"), Does.Contain("consistency"));
    }

    [Test]
    public void Score_TruthBesideTheClaims_IsNotUsed()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "plain");
        var without = folder.Score("without", "claims.csv");
        folder.Write("truth.csv", "item,value\ncapital,Lyon\nbridge-open,false\n");
        var beside = folder.Score("beside", "claims.csv");
        Assert.That(Table.AllOf(beside), Is.EqualTo(Table.AllOf(without)));
    }

    [Test]
    public void Score_TruthGiven_SettlesItsItem()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "plain");
        folder.Write("truth.csv", "item,value\ncapital,Lyon\n");
        var output = folder.Score("out", "claims.csv", "--truth", "truth.csv");
        var first = Table.Rows(Path.Combine(output, "claims.csv"), row => (row.GetString("item"), row.GetString("value"), row.Parse<int>("rank")));
        Assert.That(first, Does.Contain(("capital", "Lyon", 1)));
    }

    [Test]
    public void Score_AsOf_LeavesOutLaterAssertions()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,time\ndam-holds,alice,2024-05-01\ndam-holds,bob,2024-05-02\ndam-holds,carol,2024-05-03\n");
        var output = folder.Score("out", "claims.csv", "--as-of", "2024-05-02");
        Assert.That(Table.Numbers(Path.Combine(output, "claims.csv"), "supports"), Is.EqualTo([2.0]));
    }

    [TestCase("score nofile", RunResult.BadUsage)]
    [TestCase("--nosuch", RunResult.BadUsage)]
    [TestCase("score bad.csv --out out", RunResult.BadData)]
    [TestCase("score bad.csv --out out --lenient", RunResult.Done)]
    [Platform("Linux", Reason = "needs /dev/full")]
    public void Run_ErrorStreamThatTakesNothing_EndsAsEver(string arguments, int exitCode)
    {
        using var folder = new TempFolder();
        folder.Write("bad.csv", "item,source,value,interest\na,s,1,9\nb,s,1,0\n");
        foreach (var stream in (string[])["2>/dev/full", "2>&-"])
        {
            folder.Write("try.sh", $"{Runner.ShellCommand} {arguments} {stream}\n");
            using var process = Process.Start(new ProcessStartInfo("sh", ["try.sh"]) { WorkingDirectory = folder.Root, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.EqualTo(exitCode), stream);
        }
    }

    [Test]
    [Platform("Linux", Reason = "needs /dev/zero")]
    public void Score_RecordWithoutEnd_IsBadDataAndNoBug()
    {
        using var folder = new TempFolder();
        var result = folder.Run("score", "/dev/zero", "--out", "out");
        Assert.That((result.ExitCode, result.ErrorLines[0]), Is.EqualTo((RunResult.BadData, "/dev/zero(1): found a record longer than 64 MiB, expected shorter ones: is a quoted field never closed?")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "needs /dev/stdin")]
    public void Score_ClaimsFromAPipe_AreScoredOrRefusedInWords()
    {
        using var folder = new TempFolder();
        using var process = Runner.Start(folder.Root, ["score", "/dev/stdin", "--out", "out"], input: Corpora.Plain);
        Assert.That(Runner.Finish(process).ExitCode, Is.AnyOf(RunResult.Done, RunResult.BadData, RunResult.BadUsage));
    }
}
