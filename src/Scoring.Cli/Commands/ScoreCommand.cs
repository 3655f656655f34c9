using System.CommandLine;
using Scoring.Reading;
using Scoring.Reporting;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring score</c>: scores a corpus and writes the result files.</summary>
internal static class ScoreCommand
{
    public const string Name = "score";

    private static readonly Dictionary<string, Action<ResultReport, string, ReportLanguage>> Forms = new(StringComparer.Ordinal)
    {
        ["md"] = (report, path, language) => report.WriteMarkdown(path, language),
        ["json"] = (report, path, _) => report.WriteJson(path),
    };

    private static readonly Dictionary<string, ReportLanguage> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = ReportLanguage.English,
        ["fr"] = ReportLanguage.French,
    };

    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var truth = new Option<FileInfo>("--truth") { Description = "CSV of known answers (item, value): settles them, teaches the reliability of sources, and shows how far credibilities hold" }.AcceptExistingOnly();
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the results", DefaultValueFactory = _ => new DirectoryInfo("scoring-out") };
        var panel = new Option<bool>("--panel") { Description = "Run every classical method that applies too, and say which agree: writes panel.csv as well" };
        var format = new Option<string[]>("--format") { Description = "Also write the report as report.md (md) or report.json (json)", AllowMultipleArgumentsPerToken = true };
        format.AcceptOnlyFromAmong([.. Forms.Keys]);
        var lang = new Option<string>("--lang") { Description = "Language of report.html and report.md: English or French", DefaultValueFactory = _ => "en" };
        lang.AcceptOnlyFromAmong([.. Languages.Keys]);
        var command = new Command(Name, "Score a corpus: writes claims.csv, sources.csv, breakdown.csv, report.html and run.json; with --truth also reliability.csv and calibration.json") { truth, output, panel, format, lang };
        corpus.AddTo(command, withModel: true);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var language = Languages[parsed.GetRequiredValue(lang)];
            var folder = parsed.GetRequiredValue(output).ToString();
            var options = corpus.Parse(parsed) with { TruthPath = parsed.GetValue(truth)?.ToString(), Panel = parsed.GetValue(panel) };
            var claimsPath = corpus.ClaimsPath(parsed);
            string?[] inputs = [claimsPath, options.SourcesPath, options.RelationsPath, options.TruthPath, options.RulesPath, options.CalibrationPath];
            ThrowIfOverInput(options.MemoryPath, inputs);
            if (ReportFolder.Overwritten(folder, withTruth: options.TruthPath is not null, inputs.Append(options.MemoryPath)) is { } input)
            {
                throw new UsageException($"--out: found '{folder}', where the results would overwrite {input}; expected another folder");
            }

            var forms = (parsed.GetValue(format) ?? []).Distinct(StringComparer.Ordinal).ToDictionary(form => Path.Combine(folder, $"report.{form}"), form => Forms[form], StringComparer.Ordinal);
            if (RealPath.FirstAmong(forms.Keys, inputs.Append(options.MemoryPath)) is { } taken)
            {
                throw new UsageException($"--out: found '{folder}', where the results would overwrite {taken}; expected another folder");
            }

            if (File.Exists(folder))
            {
                throw new UsageException($"--out: found the file {folder}, expected a folder");
            }

            var (result, files) = Terminal.Watch(progress =>
            {
                var scored = CredibilityScorer.Score(claimsPath, options with { Progress = progress }, cancellation);
                var written = ReportFolder.Write(scored, folder, language, cancellation);
                foreach (var (path, write) in forms)
                {
                    write(scored.Report, path, language);
                }

                if (options.MemoryPath is { } memory)
                {
                    // After the results: a run that fails teaches nothing.
                    scored.Remember(memory);
                }

                return (scored, written);
            });
            Terminal.Warn(result.Run.Warnings);
            Terminal.Warn(result.Run.SkippedRows.Select(row => $"skipped {row}"));
            Summary.Write(Terminal.Out, result, files);
            return 0;
        }, cancellation));
        return command;
    }

    private static void ThrowIfOverInput(string? memory, string?[] inputs)
    {
        if (memory is not null && RealPath.FirstAmong([memory], inputs) is { } input)
        {
            throw new UsageException($"--memory: found '{memory}', which would overwrite {input}; expected another file");
        }
    }
}
