using System.Text.RegularExpressions;

namespace Scoring.Cli.Tests;

/// <summary>What runs within the process of the tests answers as a process of its own does, to which most tests leave it.</summary>
public sealed class HostedRunTests
{
    private static readonly string[][] CommandLines =
    [
        ["score", "claims.csv", "--out", "out", "--timings"],
        ["score", "claims.csv", "--out", "out", "--json"],
        ["score", "claims.csv", "--out", "."],
        ["score", "nosuch.csv", "--json"],
        ["explain", "claims.csv", "--item", "capital"],
        ["explain", "claims.csv", "--item", "capital", "--json"],
        ["explain", "claims.csv", "--item", "capitol"],
        ["evaluate", "claims.csv", "--truth", "truth.csv", "--method", "majority", "--format", "json"],
        ["evaluate", "broken.csv", "--truth", "truth.csv"],
        ["init", "new"],
        ["methods", "--json"],
        ["rules"],
        ["simulate", "--items", "9", "--out", "made", "--json"],
        ["completion", "bash"],
        ["--help"],
        ["score", "--help"],
        ["nonsense"],
        [],
    ];

    [TestCaseSource(nameof(CommandLines))]
    public void Run_InAProcessOfItsOwn_AnswersTheSame(params string[] arguments)
    {
        using TempFolder hosted = new(), own = new();
        Lay(hosted);
        Lay(own);
        Assert.That(Answer(hosted.Run(arguments), hosted), Is.EqualTo(Answer(own.RunAfresh(arguments), own)));
    }

    private static void Lay(TempFolder folder)
    {
        Corpora.Lay(folder, "plain");
        folder.Write("truth.csv", "item,value\ncapital,Lyon\n");
        folder.Write("broken.csv", "item,source\n,\n");
    }

    /// <summary>All of it but how long it took and how much memory; names of folders are random, and help calls the program as its process is called.</summary>
    private static (int ExitCode, string Out, string Error) Answer(RunResult result, TempFolder folder) =>
        (result.ExitCode, Steady(result.Out, folder), Steady(result.Error, folder));

    private static string Steady(string text, TempFolder folder) =>
        Regex.Replace(
            text.Replace(folder.Root, "", StringComparison.Ordinal).Replace("testhost", "scoring", StringComparison.Ordinal),
            @"[0-9.]+ (?:s|MiB)\b|""(?:seconds|bytes)"": [0-9.]+",
            "…",
            RegexOptions.None,
            TimeSpan.FromSeconds(1));
}
