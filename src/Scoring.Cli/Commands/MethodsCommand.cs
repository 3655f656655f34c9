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
            if (Terminal.IsJson)
            {
                Console.Out.WriteLine(JsonText.Methods(CredibilityScorer.Methods));
                return;
            }

            var width = CredibilityScorer.Methods.Max(method => method.Name.Length);
            foreach (var method in CredibilityScorer.Methods)
            {
                var need = method.NeedsSharedLabels ? "; needs one small label set" : "";
                Console.Out.WriteLine($"{method.Name.PadRight(width)} {method.Description}{need}");
            }
        });
        return command;
    }
}
