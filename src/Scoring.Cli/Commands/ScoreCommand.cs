using System.CommandLine;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Rules;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring score</c>: scores a corpus and writes the result files.</summary>
internal static class ScoreCommand
{
    public const string Name = "score";

    private static readonly Dictionary<string, ReportLanguage> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = ReportLanguage.English,
        ["fr"] = ReportLanguage.French,
    };

    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var truth = new Option<FileInfo>("--truth") { Description = "CSV of known answers (item, value): settles them, teaches the reliability of sources, and shows how far credibilities hold" }.ExistingFile();
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the results", DefaultValueFactory = _ => new DirectoryInfo("scoring-out") }.NamedFolder();
        var panel = new Option<bool>("--panel") { Description = "Run every classical method that applies too, and say which agree: writes panel.csv as well" };
        var format = new Option<string[]>("--format") { Description = "Also write the report as report.md (md) or report.json (json)", AllowMultipleArgumentsPerToken = true }.OneOf("format", [.. ReportFolder.Forms]);
        var lang = new Option<string>("--lang") { Description = "Language of report.html and report.md: English (en) or French (fr)", DefaultValueFactory = _ => "en" }.OneOf("language", [.. Languages.Keys]);
        var open = new Option<bool>("--open") { Description = "Open the report when it is written" };
        var top = new Option<int>("--top") { Description = "Explain so many of the most contested claims, and of those most spoken of (claims.csv has all)", DefaultValueFactory = _ => new ReportOptions().Top }.WholeNumber(least: 0, most: ReportOptions.MostTop);
        var minGap = new Option<double>("--min-gap") { Description = "Explain no claims whose score is nearer to even odds than this, in decibans" }.Number("decibans", least: 0);
        var timings = new Option<bool>("--timings") { Description = "Say on the error stream how many seconds each stage took; with --json, in the answer" };
        var command = new Command(Name, "Score a corpus: writes claims.csv, sources.csv, breakdown.csv, report.html and run.json; with --truth also reliability.csv and calibration.json") { truth, output, panel, format, lang, open, top, minGap, timings };
        corpus.AddTo(command, withModel: true);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            _ = Task.Run(GetReady);
            var language = Languages[parsed.GetRequiredValue(lang)];
            var folder = parsed.GetRequiredValue(output).ToString();
            var options = corpus.Parse(parsed) with { TruthPath = parsed.GetValue(truth)?.ToString(), Panel = parsed.GetValue(panel) };
            var claimsPath = corpus.ClaimsPath(parsed);
            string?[] inputs = [claimsPath, options.SourcesPath, options.RelationsPath, options.TruthPath, options.RulesPath, options.CalibrationPath];
            ThrowIfOverInput(options.MemoryPath, inputs);
            var forms = parsed.GetValue(format) ?? [];
            if (ReportFolder.Overwritten(folder, withTruth: options.TruthPath is not null, forms, inputs.Append(options.MemoryPath)) is { } input)
            {
                throw new UsageException($"--out: found '{folder}', where the results would overwrite {input}; expected another folder");
            }

            if (RealPath.Comparer.Equals(RealPath.Of(folder), Path.GetDirectoryName(RealPath.Of(claimsPath))))
            {
                throw new UsageException($"--out: found '{folder}', the folder of {claimsPath}, where the next run would take sources.csv for declarations of yours; expected another folder");
            }

            if (options.MemoryPath is { } remembered)
            {
                WholeFiles.ThrowIfNotWritable(remembered);
            }

            if (File.Exists(folder))
            {
                throw new UsageException($"--out: found the file {folder}, expected a folder");
            }

            var report = new ReportOptions { Top = parsed.GetValue(top), MinGapDb = parsed.GetValue(minGap), Language = language };
            var clock = new StageClock();
            var (result, digest, files) = Terminal.Watch(progress =>
            {
                progress = parsed.GetValue(timings) ? clock.Before(progress) : progress;
                var scored = CredibilityScorer.Score(claimsPath, options with { Progress = progress }, cancellation);
                var (written, read) = ReportFolder.Write(scored, folder, report, forms, progress, cancellation);
                if (options.MemoryPath is { } memory)
                {
                    // After the results: a run that fails teaches nothing.
                    Remember(scored, memory, folder);
                }

                return (scored, read, written);
            });
            Terminal.Warn(result.Run.Warnings);
            Terminal.Warn(result.Run.SkippedRows.Select(row => $"skipped {row}"));
            Terminal.Warn(ReportFolder.LeftOver(folder, files).Select(file => $"{file} is of an earlier run, which had more to write: left as it was"));
            if (Terminal.IsJson)
            {
                Console.Out.WriteLine(JsonText.Summary(result, files, parsed.GetValue(timings) ? clock : null));
            }
            else if (!Terminal.IsQuiet)
            {
                Summary.Write(Terminal.Out, result, digest, files);
            }

            if (parsed.GetValue(timings) && !Terminal.IsJson)
            {
                Console.Error.WriteLine(clock.InWords());
            }

            if (parsed.GetValue(open))
            {
                Opener.Open(files.First(file => file.EndsWith(".html", StringComparison.Ordinal)));
            }

            return 0;
        }, cancellation));
        return command;
    }

    /// <summary>What every run needs when the file is read: of a small one the first use of all code is most of the time, and a core is free meanwhile.</summary>
    private static void GetReady()
    {
        RuleSetFile.Default();
        HtmlReport.GetReady();
    }

    private static void Remember(ScoringResult result, string memory, string folder)
    {
        try
        {
            result.Remember(memory);
        }
        catch (IOException exception)
        {
            throw new IOException($"{memory}: cannot be written: {exception.Message}; it is as it was. The results are in {folder}.", exception);
        }
    }

    private static void ThrowIfOverInput(string? memory, string?[] inputs)
    {
        if (memory is not null && RealPath.FirstAmong([memory], inputs) is { } input)
        {
            throw new UsageException($"--memory: found '{memory}', which would overwrite {input}; expected another file");
        }
    }
}
