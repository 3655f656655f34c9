using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Scoring.Cli.Tests;

/// <summary>What is shown where both streams are a terminal.</summary>
[Platform(Exclude = "Win", Reason = "needs pseudo-terminals and named pipes")]
public sealed class PseudoTerminalTests
{
    private const string Script = "/usr/bin/script";

    [Test]
    public void Explain_InATerminal_HasColours()
    {
        using var folder = NewFolder();
        Assert.That(Show(folder, 80, "explain claims.csv --item minister-resigned"), Does.Match("\u001b\\[[0-9;]*m█+"));
    }

    [Test]
    public void Explain_InATerminalWithNoColor_IsPlain()
    {
        using var folder = NewFolder();
        Assert.That(Show(folder, 80, "explain claims.csv --item minister-resigned", "NO_COLOR=1 "), Does.Not.Match("\u001b\\[[0-9;]*m"));
    }

    [TestCase(60)]
    [TestCase(80)]
    [TestCase(120)]
    public void Explain_InATerminal_FitsIt(int columns)
    {
        using var folder = NewFolder();
        Assert.That(Lines(Show(folder, columns, "explain claims.csv --item minister-resigned")).Max(line => line.Length), Is.AtMost(columns));
    }

    [TestCase(40)]
    [TestCase(44)]
    [TestCase(60)]
    public void Score_InANarrowTerminal_LeavesRoomForTheClaims(int columns)
    {
        using var folder = NewFolder();
        var lines = Lines(Show(folder, columns, "score claims.csv --out out --no-progress")).ToArray();
        var head = lines.Single(line => line.Contains("Cred.", StringComparison.Ordinal));
        Assert.That(lines, Has.Some.Contains(" minister-resig"));
        Assert.That(lines.SkipWhile(line => line != head).TakeWhile(line => !line.StartsWith("To look", StringComparison.Ordinal)).Max(line => line.Length), Is.AtMost(columns));
        Assert.That((head.Contains("Claim", StringComparison.Ordinal), head.Contains("90 %", StringComparison.Ordinal), head.Contains("Origins", StringComparison.Ordinal)), Is.EqualTo((true, columns >= 60, columns >= 60)));
    }

    [TestCase(50)]
    [TestCase(61)]
    [TestCase(72)]
    [TestCase(83)]
    public void Explain_InATerminal_KeepsAPercentSignWithItsNumber(int columns)
    {
        using var folder = NewFolder();
        var lines = Lines(Show(folder, columns, "explain claims.csv --item minister-resigned")).ToArray();
        Assert.That(lines, Has.None.StartsWith("%").And.None.Match("^(of the time|interval)? *%"));
        Assert.That(string.Join(' ', lines), Does.Contain("70 % of the time"));
    }

    [Test]
    public void Score_SlowToRead_ShowsThatItReads()
    {
        using var folder = NewFolder();
        Assert.That(Show(folder, 80, "score slow.csv --out out", SlowPipe), Does.Match(@"\rreading .*\r\n"));
    }

    [TestCase("--no-progress")]
    [TestCase("--quiet")]
    [TestCase("--json")]
    public void Score_SlowToReadWithoutProgress_ShowsNone(string option)
    {
        using var folder = NewFolder();
        Assert.That(Show(folder, 80, $"score slow.csv --out out {option}", SlowPipe), Does.Not.Contain("reading"));
    }

    [Test]
    public void Score_QuickToRead_ShowsNoProgressOfReading()
    {
        using var folder = NewFolder();
        Assert.That(Show(folder, 80, "score claims.csv --out out"), Does.Not.Contain("% of"));
    }

    [TestCase("score claims.csv --out")]
    [TestCase("init")]
    [TestCase("simulate --items 20 --out")]
    public void Run_FolderNamedByASequence_NeverReachesTheTerminal(string line)
    {
        using var folder = NewFolder();
        var shown = Show(folder, 80, $"{line} \"$folder\"", "folder=$(printf 'o\\033]0;pwn\\007x'); ");
        Assert.That(shown, Does.Contain("]0;pwn").And.Not.Contain("\u001b]0;pwn").And.Not.Contain("\u0007"));
    }

    /// <summary>Two rows with two seconds between them.</summary>
    private const string SlowPipe = "mkfifo slow.csv; { printf 'item,source,value\\ni,s,v\\n'; sleep 2.5; printf 'i,t,v\\n'; } > slow.csv & ";

    private static string Show(TempFolder folder, int columns, string arguments, string before = "")
    {
        if (!File.Exists(Script))
        {
            Assert.Ignore("There is no script, which makes pseudo-terminals: it comes with util-linux.");
        }

        folder.Write("run.sh", $"stty cols {columns} rows 50; {before}{Runner.ShellCommand} {arguments}\n");
        var start = new ProcessStartInfo(Script, ["-q", "-e", "-c", "sh run.sh", "/dev/null"])
        {
            WorkingDirectory = folder.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in (string[])["NO_COLOR", "CI", "GITHUB_ACTIONS"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["TERM"] = "xterm-256color";
        using var process = Process.Start(start)!;
        return Runner.Finish(process).Out;
    }

    private static IEnumerable<string> Lines(string shown) =>
        Regex.Replace(shown, "\u001b\\[[0-9;?]*[A-Za-z]", "", RegexOptions.None, TimeSpan.FromSeconds(1)).Split("\n").Select(line => line.TrimEnd());

    private static TempFolder NewFolder()
    {
        var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        return folder;
    }
}
