using System.CommandLine;
using System.Globalization;

namespace Scoring.Cli;

/// <summary>The runner: arguments, progress and exit codes.</summary>
internal static class Program
{
    private const int Done = 0;

    private static async Task<int> Main(string[] arguments)
    {
        // Messages of the platform's own are in English like the rest, whatever the machine speaks.
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        // An argument that starts with @ is a name like others.
        var root = CommandTree.Create();
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Terminal.Configure(parsed, arguments);
        if (parsed.Errors.Count > 0)
        {
            var command = parsed.CommandResult.Command == root ? "scoring" : $"scoring {parsed.CommandResult.Command.Name}";
            return Failure.Usage(Mistakes.Of(parsed), $"See: {command} --help").Report();
        }

        return await Run(parsed);
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) }) == Failure.Interrupted
                ? Failure.Interrupted
                : Done;
        }
        catch (Exception exception)
        {
            return Failure.Of(exception).Report();
        }
    }
}
