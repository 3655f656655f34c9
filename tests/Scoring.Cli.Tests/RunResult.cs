using System.Text.RegularExpressions;

namespace Scoring.Cli.Tests;

/// <summary>What a run of the executable left: its exit code and its two streams.</summary>
internal sealed record RunResult(int ExitCode, string Out, string Error)
{
    public const int Done = 0;
    public const int BadData = 1;
    public const int BadUsage = 2;
    public const int Interrupted = 130;

    /// <summary>Both streams, for facts that hold of either.</summary>
    public string Everything => Out + Error;

    /// <summary>The answer with every run of white space as one space, so that a test does not depend on where lines are wrapped.</summary>
    public string Unwrapped => Regex.Replace(Out, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
