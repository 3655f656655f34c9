using System.CommandLine;
using System.CommandLine.Parsing;
using Scoring.Reading;

namespace Scoring.Cli;

/// <summary>What is wrong with a command line, in words.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var stray = parsed.UnmatchedTokens.ToArray();
        string[] options = [.. stray.Concat(TakenForArguments(parsed)).Where(IsOption).Select(token => token.Split('=', ':')[0]).Distinct(StringComparer.Ordinal)];
        if (options.Length > 0)
        {
            // What else is wrong comes of the option not being known.
            return [.. options.Select(option => $"unknown option '{option}'{(Unknown.DidYouMean(option, Options(parsed)) is { } near ? $": {near}" : "")}")];
        }

        if (command.Subcommands.Count > 0)
        {
            string[] commands = [.. command.Subcommands.Select(known => known.Name)];
            return [stray.Length > 0 ? Unknown.Name("command", stray[0], commands) : $"no command: expected one of {string.Join(", ", commands)}"];
        }

        return
        [
            .. stray.Select(token => $"unexpected argument '{token}'"),
            .. parsed.Errors.Select(InWords).Where(message => !stray.Any(token => message.StartsWith("Unrecognized", StringComparison.Ordinal) && message.Contains($"'{token}'", StringComparison.Ordinal))),
        ];
    }

    /// <summary>What the parser says, but of an option that is given several times, of which it counts the arguments.</summary>
    private static string InWords(ParseError error) => error.SymbolResult is OptionResult { IdentifierTokenCount: > 1 } doubled && error.Message.Contains("expects a single argument", StringComparison.Ordinal)
        ? $"{doubled.Option.Name}: found {doubled.IdentifierTokenCount} times, expected once"
        : error.Message;

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private static IEnumerable<string> TakenForArguments(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Select(token => token.Value).Where(token => !File.Exists(token));

    private static string[] Options(ParseResult parsed) =>
    [
        .. parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive)).Select(option => option.Name).Distinct(StringComparer.Ordinal),
    ];
}
