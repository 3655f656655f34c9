using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scoring.Explaining;
using Scoring.Reporting;

namespace Scoring.Cli;

/// <summary>Answers and errors for programs.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    public static string Of(Failure failure) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("error", failure.Kind);
        json.WriteNumber("exit_code", failure.ExitCode);
        WriteTexts(json, "messages", failure.Messages);
        json.WriteStartArray("faults");
        foreach (var fault in failure.Faults)
        {
            json.WriteStartObject();
            json.WriteString("file", fault.File);
            json.WriteNumber("line", fault.LineNumber);
            json.WriteString("found", fault.Found);
            json.WriteString("expected", fault.Expected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The version of the runner.</summary>
    public static string Version(string version) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", version);
        json.WriteEndObject();
    });

    /// <summary>What a run found and which files it wrote.</summary>
    /// <param name="result">The result.</param>
    /// <param name="files">The files.</param>
    /// <param name="clock">How long each stage took, if that was asked for.</param>
    public static string Summary(ScoringResult result, IReadOnlyList<string> files, StageClock? clock) => Written(json =>
    {
        var run = result.Run;
        json.WriteStartObject();
        json.WriteString("version", run.Version);
        json.WriteString("model", run.Model);
        json.WriteString("model_choice", run.ModelChoice);
        json.WriteString("rules", run.RulesName);
        json.WriteNumber("rows", run.Rows);
        json.WriteNumber("later_rows", run.LaterRows);
        json.WriteNumber("duplicate_rows", run.DuplicateRows);
        json.WriteNumber("skipped_rows", run.SkippedRowCount);
        json.WriteNumber("items", result.Evidence.Corpus.ItemCount);
        json.WriteNumber("claims", result.Claims.Count);
        json.WriteNumber("sources", result.Sources.Count);
        json.WriteNumber("known_items", run.KnownItems);
        json.WriteNumber("iterations", run.Iterations);
        json.WriteBoolean("converged", run.Converged);
        json.WriteString("calibration", run.Calibration?.Summary);
        json.WriteStartObject("findings");
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            json.WriteNumber(Names.Of(kind), result.FirstFindings.CountOf(kind));
        }

        json.WriteEndObject();
        WriteTexts(json, "warnings", [.. run.Warnings, .. run.SkippedRows.Select(row => $"skipped {row}")]);
        WriteTexts(json, "files", files);
        if (clock is not null)
        {
            WriteTimings(json, clock);
        }

        json.WriteEndObject();
    });

    public static string Texts(IEnumerable<string> texts) => Written(json =>
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    });

    /// <summary>The methods and what they need.</summary>
    public static string Methods(IEnumerable<ScoringMethod> methods) => Written(json =>
    {
        json.WriteStartArray();
        foreach (var method in methods)
        {
            json.WriteStartObject();
            json.WriteString("name", method.Name);
            json.WriteString("description", method.Description);
            json.WriteBoolean("needs_shared_labels", method.NeedsSharedLabels);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The rows of a table, each cell under the name of its column.</summary>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">For each row as many texts and numbers; a number that is none is the text NaN.</param>
    public static string Table(string[] columns, IEnumerable<object[]> rows) => Written(json =>
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var (column, value) in columns.Zip(row))
            {
                json.WritePropertyName(column);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteTimings(Utf8JsonWriter json, StageClock clock)
    {
        json.WriteStartObject("timings");
        json.WriteStartArray("stages");
        foreach (var (stage, seconds, processor) in clock.Stages)
        {
            json.WriteStartObject();
            json.WriteString("stage", stage);
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteNumber("processor_seconds", Math.Round(processor, 3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("peak_bytes", StageClock.PeakBytes);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
