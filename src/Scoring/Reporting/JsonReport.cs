using System.Buffers;
using System.Text;
using System.Text.Json;
using Scoring.Explaining;
using Scoring.Storage;

namespace Scoring.Reporting;

/// <summary>The result as JSON for programs: what report.schema.json describes, figures in full.</summary>
internal static class JsonReport
{
    public static void Write(ScoringResult result, Stream stream, CancellationToken cancellation = default) => JsonSerializer.Serialize(
        stream,
        new JsonReportText(
            result.Run.Version,
            result.Run.Model,
            result.Run.ModelChoice,
            Basis: result.Run.Calibration?.Summary ?? "prior",
            Marking.Highest(result.Evidence.Corpus),
            result.Run.Warnings,
            result.Claims.UnlessStopped(cancellation).Select(claim => Claim(result, claim)),
            result.Sources.UnlessStopped(cancellation).Select(Source),
            result.Find(cancellation).UnlessStopped(cancellation).Select(finding => new JsonFinding(Names.Of(finding.Kind), finding.Item, finding.Value, finding.Sources, finding.Message))),
        JsonReportShapes.Default.JsonReportText);

    /// <summary>Writes a list of some of the claims as the report has them, one after the other: of an item with very many values all together would not fit into one text.</summary>
    public static void Write(ScoringResult result, IEnumerable<ClaimScore> claims, TextWriter writer, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = JsonReportShapes.Default.Options.WriteIndented });
        json.WriteStartArray();
        foreach (var claim in claims.UnlessStopped(cancellation))
        {
            JsonSerializer.Serialize(json, Claim(result, claim), JsonReportShapes.Default.JsonClaim);
            PassOn();
        }

        json.WriteEndArray();
        PassOn();
        writer.WriteLine();

        void PassOn()
        {
            json.Flush();
            writer.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            buffer.ResetWrittenCount();
        }
    }

    private static JsonClaim Claim(ScoringResult result, ClaimScore claim) => new(
        claim.Item,
        claim.Value,
        claim.Credibility,
        claim.Low,
        claim.High,
        claim.WeightDb,
        claim.Rank,
        claim.Supports,
        claim.Denies,
        claim.Origins,
        OriginsAgainst: claim.ContradictingOrigins,
        claim.Voices,
        Names.Of(claim.Confidence),
        (int)claim.CredibilityCode,
        claim.Icd203,
        result.WhatWouldChange(claim) is { } pivot ? new JsonPivot(pivot.Source, pivot.CredibilityWithout, pivot.Flips) : null,
        result.ToFlip(claim) is { Count: <= ContrarySources.Most } flip ? new JsonFlip(flip.Count, flip.Value, flip.Reliability, flip.CredibilityAfter) : null,
        result.Panel?.RankedFirstBy(claim),
        result.Explain(claim).Select(step => new JsonBar(Names.Of(step.Factor), step.Source, step.WeightDb, step.CumulativeDb, step.Detail)));

    private static JsonSource Source(SourceScore source) => new(
        source.Source,
        source.Name,
        source.Type,
        source.Affiliation,
        source.Reliability,
        source.Low,
        source.High,
        source.Letter.ToString(),
        source.DeclaredLetter,
        source.Assertions,
        source.Agreed,
        source.WeightDb,
        source.Record,
        source.Remembered);
}
