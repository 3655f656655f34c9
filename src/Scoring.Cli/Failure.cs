using Scoring.Inference;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Storage;

namespace Scoring.Cli;

/// <summary>Why a run ended without its answer.</summary>
/// <param name="ExitCode">What the process returns.</param>
/// <param name="Kind">The exit code in words.</param>
/// <param name="Messages">What is wrong.</param>
/// <param name="Hint">What to do about it.</param>
internal sealed record Failure(int ExitCode, string Kind, IReadOnlyList<string> Messages, string? Hint = null)
{
    public const int Interrupted = 130;
    private const int BadData = 1;
    private const int BadUsage = 2;
    private const int Unexpected = 70;

    /// <summary>The rows that are no good.</summary>
    public IReadOnlyList<BadRow> Faults { get; init; } = [];

    public static Failure Usage(IReadOnlyList<string> messages, string? hint = null) => new(BadUsage, "bad usage", messages, hint);

    public static Failure Of(Exception exception) => exception switch
    {
        BadDataException data => new Failure(
            BadData, "bad data", [.. data.Rows.Select(row => row.ToString())],
            $"{DisplayText.Counted(data.Rows.Count, "fault")}; nothing was written.{(data.CanSkip ? " --lenient skips bad rows." : "")}")
        { Faults = data.Rows },
        UsageException => Usage([exception.Message]),
        ModelMismatchException => Usage([$"--model: {exception.Message}"]),
        IOException or UnauthorizedAccessException => new Failure(BadData, "bad data", [exception.Message]),
        CorpusLimitException limit => new Failure(BadData, "bad data", [$"{limit.Message} Nothing was written."]),
        OutOfMemoryException => new Failure(BadData, "out of memory", ["Out of memory: found a corpus that needs more than the limit, expected a larger --memory-limit. Nothing was written."]),
        AggregateException { InnerException: { } first } => Of(first),
        OperationCanceledException => new Failure(Interrupted, "interrupted", ["Interrupted; nothing was written."]),
        _ => new Failure(Unexpected, "bug", [$"This is a bug in scoring, please report it: {exception.GetType().Name}: {exception.Message}"]),
    };

    /// <summary>Prints it on the error stream, for people or as JSON.</summary>
    /// <returns>The exit code.</returns>
    public int Report()
    {
        if (Terminal.IsJson)
        {
            Console.Error.WriteLine(JsonText.Of(this));
            return ExitCode;
        }

        foreach (var message in Hint is null ? Messages : Messages.Append(Hint))
        {
            Console.Error.WriteLine(PlainText.OneLine(message));
        }

        return ExitCode;
    }
}
