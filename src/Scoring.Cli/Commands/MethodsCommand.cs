using System.CommandLine;
using Spectre.Console;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring methods</c>: what can be compared.</summary>
internal static class MethodsCommand
{
    public static Command Create()
    {
        var command = new Command("methods", "List the methods that evaluate can compare");
        command.SetAction(_ =>
        {
            if (Terminal.IsJson)
            {
                Console.Out.WriteLine(JsonText.Methods(CredibilityScorer.Methods));
                return;
            }

            var width = CredibilityScorer.Methods.Max(method => method.Name.Length) + 1;
            var grid = new Grid();
            grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1));
            grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
            foreach (var method in CredibilityScorer.Methods)
            {
                var need = method.NeedsSharedLabels && !method.Description.Contains("needs", StringComparison.Ordinal) ? "; needs one small label set" : "";
                if (Console.IsOutputRedirected)
                {
                    Console.Out.WriteLine($"{method.Name.PadRight(width)}{method.Description}{need}");
                }

                grid.AddRow(new Text(method.Name), new Text(method.Description + need));
            }

            if (!Console.IsOutputRedirected)
            {
                Terminal.Out.Write(grid);
            }
        });
        return command;
    }
}
