using System.Globalization;
using Spectre.Console;

namespace Scoring.Cli;

/// <summary>The two streams: the answer goes to the one, progress and warnings to the other.</summary>
internal static class Terminal
{
    public static IAnsiConsole Out { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });

    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            Console.Error.WriteLine($"warning: {PlainText.OneLine(warning)}");
        }
    }

    /// <summary>Runs a job with its progress on the error stream, where that is a terminal.</summary>
    public static T Watch<T>(Func<IProgress<ScoringProgress>?, T> job) => Console.IsErrorRedirected
        ? job(null)
        : Error.Status().Start("reading", status => job(new StatusLine(status)));

    private sealed class StatusLine(StatusContext status) : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value) => status.Status(value.Stage switch
        {
            "reading" => string.Create(CultureInfo.InvariantCulture, $"reading {100.0 * value.Done / Math.Max(1, value.Total):0} %"),
            "learning" => string.Create(CultureInfo.InvariantCulture, $"learning, pass {value.Done}, largest change {value.Change:0.0e0}"),
            _ => value.Stage,
        });
    }
}
