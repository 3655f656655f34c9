using System.Text.Json.Serialization;

namespace Scoring.Reporting;

/// <summary>The report for programs, as its file has it.</summary>
internal sealed record JsonReportText(
    string Version, string Model, string ModelChoice, string Basis, string? Tlp, IReadOnlyList<string> Warnings,
    IEnumerable<JsonClaim> Claims, IEnumerable<JsonSource> Sources, IEnumerable<JsonFinding> Findings);

/// <summary>A claim with its breakdown.</summary>
internal sealed record JsonClaim(
    string Item, string Value, double Credibility, double Low, double High, double WeightDb, int Rank, int Supports, int Denies, int Origins, int OriginsAgainst, double Voices,
    string Confidence, int CredibilityCode, string Icd203, JsonPivot? WithoutStrongest, JsonFlip? SourcesToFlip, IReadOnlyList<string>? MethodsThatRankItFirst, IEnumerable<JsonBar> Bars);

/// <summary>What would be left of a claim without the source that bears most on it.</summary>
internal sealed record JsonPivot(string Source, double Credibility, bool Flips);

/// <summary>How many new sources would turn the verdict on a claim.</summary>
internal sealed record JsonFlip(int Count, string Value, double Reliability, double Credibility);

/// <summary>A bar of a breakdown.</summary>
internal sealed record JsonBar(string Factor, string? Source, double WeightDb, double CumulativeDb, string Detail);

/// <summary>A source.</summary>
internal sealed record JsonSource(
    string Source, string Name, string Type, string? Affiliation, double Reliability, double Low, double High, string Letter, string? DeclaredLetter,
    int Assertions, int Agreed, double WeightDb, double Record, double Remembered);

/// <summary>A finding.</summary>
internal sealed record JsonFinding(string Kind, string Item, string? Value, IReadOnlyList<string> Sources, string Message);

/// <summary>The shape of the report in JSON.</summary>
[JsonSerializable(typeof(JsonReportText))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
internal sealed partial class JsonReportShapes : JsonSerializerContext;
