namespace Scoring.Rules;

/// <summary>A factor on the weight of evidence of an assertion, and why.</summary>
/// <param name="Factor">In (0, 2]; 1 changes nothing.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record FactorRule(double Factor, string Reason);
