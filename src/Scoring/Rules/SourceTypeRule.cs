using Scoring.Scales;

namespace Scoring.Rules;

/// <summary>What is expected of a source before it has a record.</summary>
internal sealed record SourceTypeRule
{
    /// <summary>Expected share of right assertions, in (0, 1): the mean of the Beta prior.</summary>
    public required double Reliability { get; init; }

    /// <summary>Assertions it takes to outweigh that expectation: the sum of the Beta prior's parameters.</summary>
    public required double Strength { get; init; }

    /// <summary>Admiralty letter shown until a record exists.</summary>
    public required AdmiraltyReliability Letter { get; init; }

    /// <summary>Factor on what a source of this type passes on, in (0, 1].</summary>
    public double Relay { get; init; } = 1;

    /// <summary>Other names of the type.</summary>
    public string[] Also { get; init; } = [];

    public required string Reason { get; init; }
}
