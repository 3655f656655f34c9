using System.Text.Json;
using System.Text.Json.Nodes;
using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>Writes run.json: what was scored, under which rules, and how it went.</summary>
internal static class RunRecord
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static void Write(ScoringResult result, ClaimDigest digest, Stream stream, CancellationToken cancellation)
    {
        var run = result.Run;
        var record = new JsonObject
        {
            ["version"] = run.Version,
            ["model"] = run.Model,
            ["model_choice"] = run.ModelChoice,
            ["unrelated_correlation"] = CorrelationOf(result.Evidence.Rules.Independence.Unrelated),
            ["label_sets"] = Array(result.Evidence.Corpus.Labels.Sets.Index(), set => LabelSetOf(result.Evidence, set.Index)),
            ["inputs"] = Array(run.Inputs, input => new JsonObject
            {
                ["role"] = input.Role,
                ["path"] = input.Path.Replace('\\', '/'),
                ["sha256"] = input.Sha256,
                ["bytes"] = input.Bytes,
            }),
            ["rules"] = new JsonObject
            {
                ["name"] = run.RulesName,
                ["version"] = run.RulesVersion,
                ["text"] = JsonNode.Parse(run.RulesText, documentOptions: Lenient),
            },
            ["options"] = OptionsOf(run, digest),
            ["counts"] = new JsonObject
            {
                ["rows"] = run.Rows,
                ["later_rows"] = run.LaterRows,
                ["duplicate_rows"] = run.DuplicateRows,
                ["skipped_rows"] = run.SkippedRowCount,
                ["assertions"] = result.Evidence.Corpus.AssertionCount,
                ["items"] = result.Evidence.Corpus.ItemCount,
                ["claims"] = result.Claims.Count,
                ["explained_claims"] = digest.ExplainedClaims().Length,
                ["sources"] = result.Sources.Count,
                ["known_items"] = run.KnownItems,
                ["remembered_sources"] = run.RememberedSources,
                ["remembered_corpora"] = run.RememberedCorpora,
            },
            ["convergence"] = new JsonObject { ["iterations"] = run.Iterations, ["converged"] = run.Converged },
            ["panel"] = result.Panel is { } panel ? Array(panel.Methods, method => new JsonObject { ["name"] = method.Name, ["agreement"] = method.Agreement }) : null,
            ["findings"] = FindingsOf(result.CountFindings(cancellation)),
            ["warnings"] = Array(run.Warnings, warning => warning),
            ["skipped_rows"] = Array(run.SkippedRows, row => row.ToString()),
        };
        using var writer = new Utf8JsonWriter(stream, Indented);
        record.WriteTo(writer);
    }

    /// <summary>How far unrelated voices were held to err together, which may not be what the rules say: by that they were weighed.</summary>
    private static JsonObject CorrelationOf(CorrelationRule unrelated) => new() { ["correlation"] = unrelated.Correlation, ["reason"] = unrelated.Reason };

    /// <summary>The labels of a kind of question, as how many items are of it, and how far unrelated voices were held to err together on these.</summary>
    private static JsonObject LabelSetOf(Evidence evidence, int set)
    {
        var corpus = evidence.Corpus;
        return new JsonObject
        {
            ["labels"] = Array(corpus.Labels.Sets[set].Values, value => corpus.Values[value]),
            ["items"] = corpus.ItemsOf(corpus.Labels.Sets[set]),
            ["unrelated_correlation"] = CorrelationOf(evidence.UnrelatedOf(set)),
        };
    }

    /// <summary>How numbers were to be taken is told where it was asked for.</summary>
    private static JsonObject OptionsOf(ScoringRun run, ClaimDigest digest)
    {
        var options = new JsonObject
        {
            ["as_of"] = run.AsOf,
            ["calibration"] = run.Calibration?.Summary ?? "prior",
            ["top"] = digest.Options.Top,
            ["min_gap_db"] = digest.Options.MinGapDb,
        };
        if (run.Numeric != NumericValues.Auto || run.Tolerance != default)
        {
            options["numeric"] = Names.Of(run.Numeric);
            options["tolerance"] = run.Tolerance.ToString();
        }

        return options;
    }

    private static JsonObject FindingsOf(FindingList findings)
    {
        var counts = new JsonObject();
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            counts[Names.Of(kind)] = findings.CountOf(kind);
        }

        return counts;
    }

    private static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonNode> node) => [.. values.Select(node)];
}
