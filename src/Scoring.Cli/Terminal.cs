using System.CommandLine;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Scoring.Cli;

/// <summary>The two streams: the answer goes to the one, progress and warnings to the other.</summary>
internal static class Terminal
{
    /// <summary>Columns of an answer that goes to a file or a pipe.</summary>
    public const int PlainWidth = 80;

    private const int WidestText = 100;
    private const char NoBreakSpace = '\u00A0';

    private static Lazy<IAnsiConsole> lazyOut = new(CreateOut);

    public static Option<bool> QuietOption { get; } = new("--quiet", "-q") { Description = "Print nothing but the answer asked for and errors", Recursive = true };

    public static Option<bool> JsonOption { get; } = new("--json") { Description = "Print the answer, and errors, as JSON", Recursive = true };

    public static Option<bool> NoProgressOption { get; } = new("--no-progress") { Description = "Show no progress, in a terminal either", Recursive = true };

    /// <summary>Whether only errors may be printed beside what was asked for.</summary>
    public static bool IsQuiet { get; private set; }

    /// <summary>Whether programs read the answer.</summary>
    public static bool IsJson { get; private set; }

    public static IAnsiConsole Out => lazyOut.Value;

    private static bool HasProgress { get; set; }

    /// <summary>Takes the options that hold for all commands, as far as the command line could be understood.</summary>
    public static void Configure(ParseResult parsed, string[] arguments)
    {
        // Of the streams as they are now: a run before this one may have had others.
        lazyOut = new(CreateOut);
        IsJson = arguments.Contains(JsonOption.Name, StringComparer.Ordinal);
        IsQuiet = parsed.Errors.Count == 0 && parsed.GetValue(QuietOption);
        HasProgress = !IsQuiet && !IsJson && !Console.IsErrorRedirected && !arguments.Contains(NoProgressOption.Name, StringComparer.Ordinal)
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
    }

    /// <summary>Prints warnings for people: what programs read has a place for them.</summary>
    public static void Warn(IEnumerable<string> warnings)
    {
        if (!IsJson)
        {
            WarnBesideAnswer(warnings);
        }
    }

    /// <summary>Prints warnings for which the answer has no place, whoever reads it.</summary>
    public static void WarnBesideAnswer(IEnumerable<string> warnings)
    {
        if (IsQuiet)
        {
            return;
        }

        foreach (var warning in warnings)
        {
            Console.Error.WriteLine($"warning: {PlainText.OneLine(warning)}");
        }
    }

    /// <summary>Writes a text in lines that fit, breaking it at spaces other than one between a number and its percent sign.</summary>
    public static void WriteSentences(IAnsiConsole console, string text)
    {
        var line = "";
        foreach (var word in text.Replace(" %", $"{NoBreakSpace}%", StringComparison.Ordinal).Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && new Segment(longer).CellCount() > console.Profile.Width)
            {
                console.WriteLine(line.Replace(NoBreakSpace, ' '));
                longer = word;
            }

            line = longer;
        }

        console.WriteLine(line.Replace(NoBreakSpace, ' '));
    }

    /// <summary>Lists files that were written: to a terminal in characters that it shows, to a file or a pipe to the letter.</summary>
    public static void WritePaths(IReadOnlyList<string> paths)
    {
        if (IsJson)
        {
            Console.Out.WriteLine(JsonText.Texts(paths));
        }
        else if (!IsQuiet)
        {
            Console.Out.WriteLine(string.Join(Environment.NewLine, Console.IsOutputRedirected ? paths : paths.Select(PlainText.OneLine)));
        }
    }

    /// <summary>Runs a job with its progress on the error stream, where that is a terminal.</summary>
    public static T Watch<T>(Func<IProgress<ScoringProgress>?, T> job)
    {
        if (!HasProgress)
        {
            return job(null);
        }

        using var line = new ProgressLine(Console.Error, () => Math.Max(20, (Console.WindowWidth > 0 ? Console.WindowWidth : PlainWidth) - 1));
        return job(line);
    }

    private static IAnsiConsole CreateOut()
    {
        var isPlain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect, Out = new AnsiConsoleOutput(Console.Out) });
        // Build servers are taken for terminals otherwise.
        console.Profile.Capabilities.Ansi &= !isPlain;
        console.Profile.Width = Console.IsOutputRedirected ? PlainWidth : Math.Min(WidestText, console.Profile.Width);
        return console;
    }
}
