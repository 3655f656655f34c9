using System.CommandLine;
using System.Globalization;
using Scoring.Cli.Commands;
using Scoring.Reading;
using Scoring.Reporting;

namespace Scoring.Cli;

/// <summary>The runner: arguments, progress and exit codes.</summary>
internal static class Program
{
    private const int Done = 0;
    private const int BadData = 1;
    private const int BadUsage = 2;
    private const int Unexpected = 70;
    private const int Interrupted = 130;

    private static async Task<int> Main(string[] arguments)
    {
        // Messages of the platform's own are in English like the rest, whatever the machine speaks.
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var root = new RootCommand("Scores how credible claims are by who says them. Start with: scoring score claims.csv")
        {
            ScoreCommand.Create(),
            ExplainCommand.Create(),
            EvaluateCommand.Create(),
            MethodsCommand.Create(),
            RulesCommand.Create(),
            SimulateCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(PlainText.OneLine(error.Message));
            }

            var command = parsed.CommandResult.Command == root ? "scoring" : $"scoring {parsed.CommandResult.Command.Name}";
            await Console.Error.WriteLineAsync($"See: {command} --help");
            return BadUsage;
        }

        return await Run(parsed);
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) }) == Interrupted
                ? Interrupted
                : Done;
        }
        catch (BadDataException exception)
        {
            foreach (var row in exception.Rows)
            {
                await Console.Error.WriteLineAsync(PlainText.OneLine(row.ToString()));
            }

            var hint = exception.Rows.Any(row => row.LineNumber > 1) ? " --lenient skips bad rows." : "";
            await Console.Error.WriteLineAsync($"{DisplayText.Counted(exception.Rows.Count, "fault")}; nothing was written.{hint}");
            return BadData;
        }
        catch (UsageException exception)
        {
            await Console.Error.WriteLineAsync(PlainText.OneLine(exception.Message));
            return BadUsage;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(PlainText.OneLine(exception.Message));
            return BadData;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted; nothing was written.");
            return Interrupted;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(PlainText.OneLine($"This is a bug in scoring, please report it: {exception.GetType().Name}: {exception.Message}"));
            return Unexpected;
        }
    }
}
