using System.Text.Encodings.Web;
using System.Text.Json;
using Scoring.Explaining;

namespace Scoring.Reporting;

/// <summary>The result as JSON for programs: what report.schema.json describes, figures in full.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Default,
    };

    public static void Write(ScoringResult result, Stream stream) => JsonSerializer.Serialize(
        stream,
        new
        {
            result.Run.Version,
            result.Run.Model,
            result.Run.ModelChoice,
            Basis = result.Run.Calibration?.Summary ?? "prior",
            Tlp = Marking.Highest(result.Evidence.Corpus),
            result.Run.Warnings,
            Claims = result.Claims.Select(claim => Claim(result, claim)),
            Sources = result.Sources.Select(Source),
            Findings = result.Findings.Select(finding => new { Kind = Names.Of(finding.Kind), finding.Item, finding.Value, finding.Sources, finding.Message }),
        },
        Json);

    /// <summary>Some of the claims as the report has them.</summary>
    public static string Text(ScoringResult result, IEnumerable<ClaimScore> claims) => JsonSerializer.Serialize(claims.Select(claim => Claim(result, claim)), Json);

    private static object Claim(ScoringResult result, ClaimScore claim) => new
    {
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
        OriginsAgainst = claim.ContradictingOrigins,
        claim.Voices,
        Confidence = Names.Of(claim.Confidence),
        CredibilityCode = (int)claim.CredibilityCode,
        claim.Icd203,
        WithoutStrongest = result.WhatWouldChange(claim) is { } pivot ? new { pivot.Source, Credibility = pivot.CredibilityWithout, pivot.Flips } : null,
        SourcesToFlip = result.ToFlip(claim) is { Count: <= ContrarySources.Most } flip ? new { flip.Count, flip.Value, flip.Reliability, Credibility = flip.CredibilityAfter } : null,
        MethodsThatRankItFirst = result.Panel?.RankedFirstBy(claim),
        Bars = result.Explain(claim).Select(step => new { Factor = Names.Of(step.Factor), step.Source, step.WeightDb, step.CumulativeDb, step.Detail }),
    };

    private static object Source(SourceScore source) => new
    {
        source.Source,
        source.Name,
        source.Type,
        source.Affiliation,
        source.Reliability,
        source.Low,
        source.High,
        Letter = source.Letter.ToString(),
        source.DeclaredLetter,
        source.Assertions,
        source.Agreed,
        source.WeightDb,
        source.Record,
        source.Remembered,
    };
}
