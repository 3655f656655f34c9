using Scoring.Scales;

namespace Scoring;

/// <summary>The score of one source.</summary>
public sealed record SourceScore
{
    internal int Index { get; init; }

    /// <summary>Id of the source, as in the data.</summary>
    public required string Source { get; init; }

    /// <summary>A name for people, or the id.</summary>
    public required string Name { get; init; }

    /// <summary>Source type of the rule set.</summary>
    public required string Type { get; init; }

    /// <summary>The party it speaks for, if declared.</summary>
    public string? Affiliation { get; init; }

    /// <summary>Probability that an assertion of the source is right, in (0, 1): mean of its Beta posterior.</summary>
    public required double Reliability { get; init; }

    /// <summary>5 % quantile of the reliability, which is wider the less certain it is what was right.</summary>
    public required double Low { get; init; }

    /// <summary>95 % quantile of the reliability.</summary>
    public required double High { get; init; }

    /// <summary>Admiralty letter: by the record where there is one, else the type's.</summary>
    public required AdmiraltyReliability Letter { get; init; }

    /// <summary>The analyst's own letter, if declared; not used in the score.</summary>
    public string? DeclaredLetter { get; init; }

    /// <summary>Rows of the source that count, relays included.</summary>
    public required int Assertions { get; init; }

    /// <summary>Those of them that name the most credible value of their item, or deny one that is not it or is more likely false than true.</summary>
    public required int Agreed { get; init; }

    /// <summary>Weight of one plain assertion of the source between two values, in decibans.</summary>
    public required double WeightDb { get; init; }

    /// <summary>Independent, rule-weighted assertions from which the record was learnt, those of earlier corpora included; 0 if there is none.</summary>
    public required double Record { get; init; }

    /// <summary>How much of the record is from earlier corpora, after what carrying over takes off.</summary>
    public double Remembered { get; init; }
}
