using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Scoring.Cli;

/// <summary>The help of a command, with examples of its use below.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private const int Widest = 100;

    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["scoring"] =
        [
            "scoring init corpus",
            "scoring score corpus/claims.csv --open",
            "scoring explain corpus/claims.csv --item bridge-closed",
        ],
        ["score"] =
        [
            "scoring score claims.csv",
            "scoring score claims.csv --sources sources.csv --rules rules.json --out results",
            "scoring score claims.csv --truth truth.csv --panel --format md json",
            "scoring score claims.csv --as-of 2025-08-15 --memory memory.json",
            "scoring score claims.csv --json | jq .findings",
        ],
        ["explain"] =
        [
            "scoring explain claims.csv --item capital",
            "scoring explain claims.csv --item capital --value Paris",
            "scoring explain claims.csv --item capital --json",
        ],
        ["evaluate"] =
        [
            "scoring evaluate claims.csv --truth truth.csv",
            "scoring evaluate claims.csv --truth truth.csv --method all --format csv",
            "scoring evaluate claims.csv --truth truth.csv --method auto --bins reliability.csv",
        ],
        ["init"] = ["scoring init", "scoring init corpus", "scoring init corpus --force"],
        ["methods"] = ["scoring methods", "scoring methods --json"],
        ["rules"] = ["scoring rules > rules.json", "scoring rules --schema > rules.schema.json"],
        ["simulate"] = ["scoring simulate --items 1000 --sources 50 --out simulated", "scoring simulate --seed 2 --force && scoring evaluate simulated/claims.csv --truth simulated/truth.csv"],
        ["completion"] =
        [
            "source <(scoring completion bash)",
            "scoring completion zsh > ~/.zfunc/_scoring",
            "scoring completion fish > ~/.config/fish/completions/scoring.fish",
        ],
    };

    private readonly HelpAction help;

    public HelpWithExamples(HelpAction help)
    {
        this.help = help;
        help.MaxWidth = Math.Min(Widest, Console.IsOutputRedirected || Console.WindowWidth <= 0 ? Widest : Console.WindowWidth);
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var done = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        if (Examples.TryGetValue(command is RootCommand ? "scoring" : command.Name, out var examples))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        return done;
    }
}
