using System.CommandLine;
using System.Globalization;
using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Reading;
using Scoring.Reporting;
using Spectre.Console;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring evaluate</c>: how often the most credible value is right, and whether its credibility says so.</summary>
internal static class EvaluateCommand
{
    /// <summary>Columns that are shown however narrow the terminal is.</summary>
    private const int Fewest = 3;

    private const int BetweenColumns = 2;
    private const int Margins = 4;

    private const string All = "all";

    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var truth = new Option<FileInfo>("--truth") { Description = "CSV of true values (item, value); never shown to the methods", Required = true }.ExistingFile();
        var method = new Option<string>("--method") { Description = "auto, all, or names separated by commas (see: scoring methods)", HelpName = "names", DefaultValueFactory = _ => "auto" };
        var bins = new Option<FileInfo>("--bins") { Description = "Also write the reliability diagram of the method as CSV: ten bins of credibility, and how often each was right" }.NamedFile();
        var format = new Option<string>("--format") { Description = "How to print: table, csv or json", DefaultValueFactory = _ => "table" }.OneOf("format", "table", "csv", "json");
        method.CompletionSources.Add([All, .. CredibilityScorer.Methods.Select(known => known.Name)]);
        var command = new Command("evaluate", "Compare credibilities with known truths: accuracy, log loss, Brier score, calibration error") { truth, method, format, bins };
        corpus.AddTo(command, withModel: false);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var (methods, areAll) = MethodsOf(parsed.GetRequiredValue(method));
            var truthPath = parsed.GetRequiredValue(truth).ToString();
            var options = corpus.Parse(parsed);
            var binsPath = parsed.GetValue(bins)?.ToString();
            ThrowIfUnusable(binsPath, methods, [corpus.ClaimsPath(parsed), truthPath, options.SourcesPath, options.RelationsPath, options.RulesPath, options.CalibrationPath, options.MemoryPath]);
            var calibration = options.CalibrationPath is { } path ? Calibration.Read(path) : null;
            var truthLog = new ReadingLog(options.Lenient);
            var truths = CredibilityScorer.ReadTruths(truthPath, truthLog, options.Encoding);
            var (rows, log) = Terminal.Watch(progress =>
                CredibilityScorer.EvaluateWithLog(corpus.ClaimsPath(parsed), truths, methods, options with { Progress = progress }, cancellation));
            string[] leftOut = [.. methods.Except(rows.Select(row => row.Method), StringComparer.Ordinal)];
            if (leftOut.Length > 0 && !areAll)
            {
                throw new UsageException($"--method: found {string.Join(", ", leftOut)}, which {LabelNeed(leftOut)}; expected others (see: scoring methods)");
            }

            if (rows[0].Evaluation.Gold == 0)
            {
                throw new BadDataException([new BadRow(truthPath, 1, "no item of the claims file", "at least one item that both files name")]);
            }

            if (binsPath is not null)
            {
                WholeFiles.Write(binsPath, stream => CsvTables.WriteReliability(rows[0].Evaluation, stream));
            }

            // The answer for programs is a list of methods, which has no place for warnings.
            Terminal.WarnBesideAnswer([.. truthLog.Warnings, .. log.Warnings, .. truthLog.BadRows.Concat(log.BadRows).Select(row => $"skipped {row}")]);
            WarnIfFittedOn(calibration, truthLog);
            if (leftOut.Length > 0 && !Terminal.IsQuiet && !Terminal.IsJson)
            {
                Console.Error.WriteLine($"left out: {string.Join(", ", leftOut)} {LabelNeed(leftOut)}");
            }

            var form = Terminal.IsJson ? "json" : parsed.GetRequiredValue(format);
            Write(rows, form);
            if (calibration is not null && form == "table")
            {
                Terminal.Out.WriteLine(PlainText.OneLine(calibration.Summary));
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static void ThrowIfUnusable(string? binsPath, string[] methods, string?[] inputs)
    {
        if (binsPath is not null && methods.Length > 1)
        {
            throw new UsageException($"--bins: found {methods.Length} methods, expected one to draw");
        }

        if (binsPath is not null && RealPath.FirstAmong([binsPath], inputs) is { } input)
        {
            throw new UsageException($"--bins: found '{binsPath}', which would overwrite {input}; expected another file");
        }
    }

    private static void WarnIfFittedOn(Calibration? calibration, ReadingLog truthLog)
    {
        if (calibration?.TruthSha256 is { } fitted && truthLog.Inputs.Exists(input => input.Sha256 == fitted))
        {
            Terminal.WarnBesideAnswer(["the calibration was fitted on these very answers: figures on others will be worse"]);
        }
    }

    private static string LabelNeed(string[] methods) => $"{(methods.Length == 1 ? "needs" : "need")} all items to share one small label set";

    private static (string[] Methods, bool AreAll) MethodsOf(string text)
    {
        string[] known = [.. CredibilityScorer.Methods.Select(method => method.Name)];
        string[] names = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        var areAll = names.Contains(All, StringComparer.Ordinal);
        var unknown = Array.Find(names, name => name != All && !known.Contains(name, StringComparer.Ordinal));
        return unknown is null && names.Length > 0
            ? (areAll ? known : names, areAll)
            : throw new UsageException($"--method: {(unknown is null ? $"found nothing, expected {All} or some of {string.Join(", ", known)}" : Unknown.Name("method", unknown, [All, .. known]))}");
    }

    private static void Write(IReadOnlyList<MethodEvaluation> rows, string format)
    {
        string[] header = ["method", "accuracy", "log_loss", "brier", "ece", "mean_confidence", "gold", "seconds", "bytes"];
        switch (format)
        {
            case "json":
                Console.Out.WriteLine(JsonText.Table(header, rows.Select(Values)));
                break;
            case "csv":
                Console.Out.WriteLine(string.Join(',', header));
                foreach (var row in rows)
                {
                    Console.Out.WriteLine(string.Join(',', Values(row).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));
                }

                break;
            default:
                WriteTable(rows);
                break;
        }
    }

    private static object[] Values(MethodEvaluation row) =>
    [
        row.Method, row.Evaluation.Accuracy, row.Evaluation.LogLoss, row.Evaluation.Brier, row.Evaluation.Ece, row.Evaluation.MeanConfidence,
        row.Evaluation.Gold, row.Seconds, row.Bytes,
    ];

    private static void WriteTable(IReadOnlyList<MethodEvaluation> rows)
    {
        List<(string Head, string[] Cells)> columns =
        [
            ("Method", [.. rows.Select(row => row.Method)]),
            Column("Acc. %", row => Text(100 * row.Evaluation.Accuracy, "0.00")),
            Column("Log loss", row => Text(row.Evaluation.LogLoss, "0.000")),
            Column("Brier", row => Text(row.Evaluation.Brier, "0.000")),
            Column("ECE", row => Text(row.Evaluation.Ece, "0.000")),
            Column("Conf.", row => Text(row.Evaluation.MeanConfidence, "0.000")),
            Column("Gold", row => Text(row.Evaluation.Gold, "0")),
            Column("Sec.", row => Text(row.Seconds, row.Seconds < 100 ? "0.00" : "0")),
            Column("MiB", row => Text(row.Bytes / 1048576.0, "0")),
        ];
        var left = new List<string>();
        while (columns.Count > Fewest && columns.Sum(column => Math.Max(column.Head.Length, column.Cells.Max(cell => cell.Length)) + BetweenColumns) + Margins > Terminal.Out.Profile.Width)
        {
            // Broken in two a figure would be read as two.
            left.Insert(0, columns[^1].Head);
            columns.RemoveAt(columns.Count - 1);
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(columns[0].Head).NoWrap());
        foreach (var (head, _) in columns.Skip(1))
        {
            table.AddColumn(new TableColumn(head).RightAligned().NoWrap().PadRight(0));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            table.AddRow(columns.Select(column => new Text(column.Cells[row])));
        }

        Terminal.Out.Write(table);
        if (left.Count > 0)
        {
            Terminal.WriteSentences(Terminal.Out, $"Too narrow for {string.Join(", ", left)}: --format csv has them.");
        }

        (string, string[]) Column(string head, Func<MethodEvaluation, string> cell) => (head, [.. rows.Select(cell)]);
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
