using System.Diagnostics;

namespace Scoring.Cli.Tests;

/// <summary>What shells offer: by the directive that their scripts call, and through bash itself.</summary>
public sealed class CompletionTests
{
    [TestCase("scoring sc", "score")]
    [TestCase("scoring score claims.csv --mod", "--model")]
    [TestCase("scoring score claims.csv --no", "--no-progress")]
    [TestCase("scoring score claims.csv --model ", "auto", "biased-coin", "confusion", "confusion-subtypes", "one-coin")]
    [TestCase("scoring score claims.csv --format ", "json", "md")]
    [TestCase("scoring evaluate claims.csv --format ", "csv", "json", "table")]
    [TestCase("scoring evaluate claims.csv --method maj", "majority")]
    [TestCase("scoring completion ", "bash", "fish", "zsh")]
    public void Suggest_Line_OffersWhatFits(string line, params string[] expected)
    {
        using var folder = new TempFolder();
        var offered = folder.Run($"[suggest:{line.Length}]", line).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(offered, expected.Length == 1 ? Does.Contain(expected[0]) : Is.SupersetOf(expected));
    }

    [TestCase("bash", "complete -o default -F _scoring scoring")]
    [TestCase("zsh", "compdef _scoring scoring")]
    [TestCase("fish", "complete -c scoring")]
    public void Completion_Shell_PrintsAScriptThatRegistersAndAsks(string shell, string registers)
    {
        using var folder = new TempFolder();
        Assert.That(folder.Run("completion", shell).Out, Does.Contain(registers).And.Contain("[suggest:"));
    }

    [TestCase("scoring score claims.csv --model one", "one-coin")]
    [TestCase("scoring exp", "explain")]
    [TestCase("scoring score ", "")]
    [TestCase("scoring score claims.csv --len", "--lenient")]
    [Platform(Exclude = "Win", Reason = "needs bash")]
    public void Completion_InBash_Completes(string line, string expected)
    {
        using var folder = new TempFolder();
        folder.Write("completion.bash", folder.Run("completion", "bash").Out);
        var words = line.Split(' ');
        folder.Write("try.bash", $$"""
            scoring() { {{Runner.ShellCommand}} "$@"; }
            source completion.bash
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{string.Join(' ', words.Select(word => $"'{word}'"))}}) COMP_CWORD={{words.Length - 1}}
            _scoring
            echo "${COMPREPLY[*]}"

            """);
        var start = new ProcessStartInfo("bash", ["--norc", "try.bash"]) { WorkingDirectory = folder.Root, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        Assert.That(process.StandardOutput.ReadToEnd().TrimEnd('\n'), Is.EqualTo(expected));
    }
}
