using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Scoring.Cli;

/// <summary>The runner: arguments, progress and exit codes.</summary>
internal static class Program
{
    private const int Done = 0;

    private static async Task<int> Main(string[] arguments)
    {
        // Messages of the platform's own are in English like the rest, whatever the machine speaks.
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        Console.SetError(ForgivingWriter.OfErrorStream());
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
        // A terminal that goes away interrupts as Ctrl+C does.
        using var stop = new CancellationTokenSource();
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) }, stop.Token) == Failure.Interrupted
                ? Failure.Interrupted
                : Done;
        }
        catch (Exception exception)
        {
            return Failure.Of(exception).Report();
        }
    }
}
