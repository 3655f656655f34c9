using System.CommandLine;
using Scoring.Reporting;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring score</c>: scores a corpus and writes the result files.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var truth = new Option<FileInfo>("--truth") { Description = "CSV of known answers (item, value): settles them and teaches the reliability of sources" }.AcceptExistingOnly();
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the results", DefaultValueFactory = _ => new DirectoryInfo("scoring-out") };
        var panel = new Option<bool>("--panel") { Description = "Run every classical method that applies too, and say which agree: writes panel.csv as well" };
        var command = new Command("score", "Score a corpus: writes claims.csv, sources.csv, breakdown.csv, report.html and run.json") { truth, output, panel };
        corpus.AddTo(command, withModel: true);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var folder = parsed.GetRequiredValue(output).ToString();
            var options = corpus.Parse(parsed) with { TruthPath = parsed.GetValue(truth)?.ToString(), Panel = parsed.GetValue(panel) };
            var claimsPath = corpus.ClaimsPath(parsed);
            if (ReportFolder.Overwritten(folder, claimsPath, options.SourcesPath, options.RelationsPath, options.TruthPath, options.RulesPath) is { } input)
            {
                throw new UsageException($"--out: found '{folder}', where the results would overwrite {input}; expected another folder");
            }

            if (File.Exists(folder))
            {
                throw new UsageException($"--out: found the file {folder}, expected a folder");
            }

            var (result, files) = Terminal.Watch(progress =>
            {
                var scored = CredibilityScorer.Score(claimsPath, options with { Progress = progress }, cancellation);
                return (scored, ReportFolder.Write(scored, folder, cancellation));
            });
            Terminal.Warn(result.Run.Warnings);
            Terminal.Warn(result.Run.SkippedRows.Select(row => $"skipped {row}"));
            Summary.Write(Terminal.Out, result, files);
            return 0;
        }, cancellation));
        return command;
    }
}
