using System.CommandLine;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring rules</c>: the default rule set, to read, or to save and edit.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var schema = new Option<bool>("--schema") { Description = "Print the JSON schema of rule sets instead" };
        var command = new Command("rules", "Print the default rule set: scoring rules > my-rules.json") { schema };
        command.SetAction(parsed => Console.Out.Write(parsed.GetValue(schema) ? CredibilityScorer.RulesSchema : CredibilityScorer.DefaultRules));
        return command;
    }
}
