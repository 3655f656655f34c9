using Scoring.Calibrating;
using Scoring.Reading;

namespace Scoring;

/// <summary>What was scored and how it went.</summary>
public sealed record ScoringRun
{
    /// <summary>Version of the engine.</summary>
    public required string Version { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>What the model came to on this corpus, and why, in a sentence.</summary>
    public required string ModelChoice { get; init; }

    /// <summary>Whether numbers were to be measurements; what came of it is in <see cref="ModelChoice"/>.</summary>
    public NumericValues Numeric { get; init; }

    /// <summary>How far apart numbers were one claim.</summary>
    public Tolerance Tolerance { get; init; }

    /// <summary>Name of the rule set.</summary>
    public required string RulesName { get; init; }

    /// <summary>Version of the rule set.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>The rule set as read, in JSON.</summary>
    public required string RulesText { get; init; }

    /// <summary>The files read, in the order claims, sources, relations, truth, calibration, memory, rules.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>Only assertions up to then were taken in, if given.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Rows taken in, duplicates and rows that do not count included.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows left out since they are later than <see cref="AsOf"/>: scores are as if they were not there.</summary>
    public int LaterRows { get; init; }

    /// <summary>Rows that repeat another in every column; each is counted once.</summary>
    public required int DuplicateRows { get; init; }

    /// <summary>Items whose answer was given.</summary>
    public required int KnownItems { get; init; }

    /// <summary>The calibration applied, if one was.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>Sources of which earlier corpora taught something, by the memory file; 0 without one.</summary>
    public int RememberedSources { get; init; }

    /// <summary>Earlier corpora in which they spoke.</summary>
    public int RememberedCorpora { get; init; }

    /// <summary>Passes made while learning.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether the last pass moved nothing further than the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>What a user should know, in sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Every bad place of the rows left out in lenient mode, of which one row may have several.</summary>
    public required IReadOnlyList<BadRow> SkippedRows { get; init; }

    /// <summary>How many rows those are: one may be bad in several places.</summary>
    internal int SkippedRowCount => SkippedRows.DistinctBy(row => (row.File, row.LineNumber)).Count();
}
