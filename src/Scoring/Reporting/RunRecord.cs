using System.Text.Json;
using System.Text.Json.Nodes;
using Scoring.Explaining;
using Scoring.Reading;

namespace Scoring.Reporting;

/// <summary>Writes run.json: what was scored, under which rules, and how it went.</summary>
internal static class RunRecord
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static void Write(ScoringResult result, ClaimDigest digest, Stream stream)
    {
        var run = result.Run;
        JsonSerializer.Serialize(
            stream,
            new
            {
                run.Version,
                run.Model,
                run.ModelChoice,
                Inputs = run.Inputs.Select(input => new { input.Role, Path = input.Path.Replace('\\', '/'), input.Sha256, input.Bytes }),
                Rules = new { Name = run.RulesName, Version = run.RulesVersion, Text = JsonNode.Parse(run.RulesText, documentOptions: Lenient) },
                Options = OptionsOf(run, digest),
                Counts = new
                {
                    run.Rows,
                    run.DuplicateRows,
                    SkippedRows = run.SkippedRows.Count,
                    Assertions = result.Evidence.Corpus.AssertionCount,
                    Items = result.Evidence.Corpus.ItemCount,
                    Claims = result.Claims.Count,
                    ExplainedClaims = digest.Explained().Length,
                    Sources = result.Sources.Count,
                    run.KnownItems,
                    run.RememberedSources,
                    run.RememberedCorpora,
                },
                Convergence = new { run.Iterations, run.Converged },
                Panel = result.Panel?.Methods.Select(method => new { method.Name, method.Agreement }),
                Findings = Enum.GetValues<FindingKind>().ToDictionary(Names.Of, kind => result.FirstFindings.CountOf(kind), StringComparer.Ordinal),
                run.Warnings,
                SkippedRows = run.SkippedRows.Select(row => row.ToString()),
            },
            Json);
    }

    private static JsonDocumentOptions Lenient => new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>How numbers were to be taken is told where it was asked for.</summary>
    private static object OptionsOf(ScoringRun run, ClaimDigest digest)
    {
        var calibration = run.Calibration?.Summary ?? "prior";
        return run.Numeric == NumericValues.Auto && run.Tolerance == default
            ? new { run.AsOf, Calibration = calibration, digest.Options.Top, digest.Options.MinGapDb }
            : new { run.AsOf, Calibration = calibration, digest.Options.Top, digest.Options.MinGapDb, Numeric = Names.Of(run.Numeric), Tolerance = run.Tolerance.ToString() };
    }
}
