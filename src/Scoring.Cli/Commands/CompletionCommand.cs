using System.CommandLine;
using System.Text;
using Scoring.Reading;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring completion</c>: the script by which a shell completes the runner's command lines.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish"];

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.CompletionSources.Add(Shells);
        shell.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Shells.Contains(result.Tokens[0].Value, StringComparer.Ordinal))
            {
                result.AddError($"SHELL: {Unknown.Name("shell", result.Tokens[0].Value, Shells)}");
            }
        });
        var command = new Command("completion", "Print the script that makes a shell complete commands, options and their values") { shell };
        command.SetAction(parsed =>
        {
            using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"template.completion.{parsed.GetRequiredValue(shell)}")!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            Console.Out.Write(reader.ReadToEnd().ReplaceLineEndings("\n"));
        });
        return command;
    }
}
