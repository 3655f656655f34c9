using System.CommandLine;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring methods</c>: what can be compared.</summary>
internal static class MethodsCommand
{
    public static Command Create()
    {
        var command = new Command("methods", "List the methods that evaluate can compare");
        command.SetAction(_ =>
        {
            foreach (var method in CredibilityScorer.Methods)
            {
                Console.Out.WriteLine($"{method.Name,-10} {method.Description}");
            }
        });
        return command;
    }
}
