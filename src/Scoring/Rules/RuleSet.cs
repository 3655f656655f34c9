using System.Text.Json.Serialization;

namespace Scoring.Rules;

/// <summary>The numbers people can read and edit: source types, factors and correlations, each with its reason.</summary>
internal sealed record RuleSet
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public string? Description { get; init; }

    public required Dictionary<string, SourceTypeRule> SourceTypes { get; init; }

    /// <summary>The type of sources for which none, or an unknown one, is given.</summary>
    public required string FallbackType { get; init; }

    public required Dictionary<string, FactorRule> Hedge { get; init; }

    /// <summary>Stands in for a hedge that is neither a number nor known.</summary>
    public required string FallbackHedge { get; init; }

    public required Dictionary<string, FactorRule> Directness { get; init; }

    public required Dictionary<string, FactorRule> Interest { get; init; }

    public required AgeRule Age { get; init; }

    public required IndependenceRule Independence { get; init; }

    public required OpenWorldRule OpenWorld { get; init; }

    public required LearningRule Learning { get; init; }

    /// <summary>The same rules with another correlation of unrelated voices.</summary>
    public RuleSet WithUnrelated(CorrelationRule unrelated) => this with { Independence = Independence with { Unrelated = unrelated } };
}
