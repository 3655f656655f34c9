using System.CommandLine;
using System.CommandLine.Help;
using Scoring.Cli.Commands;

namespace Scoring.Cli;

/// <summary>All commands with what holds for each of them.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Scores how credible claims are by who says them. Start with: scoring init")
        {
            ScoreCommand.Create(),
            ExplainCommand.Create(),
            EvaluateCommand.Create(),
            InitCommand.Create(),
            MethodsCommand.Create(),
            RulesCommand.Create(),
            SimulateCommand.Create(),
            CompletionCommand.Create(),
            Terminal.QuietOption,
            Terminal.JsonOption,
            Terminal.NoProgressOption,
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Aliases.Remove("/?");
        help.Aliases.Remove("/h");
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        var version = root.Options.OfType<VersionOption>().Single();
        version.Validators.Clear();
        version.Action = new VersionAction();
        return root;
    }
}
