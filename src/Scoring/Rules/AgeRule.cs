namespace Scoring.Rules;

/// <summary>How the weight of an assertion fades.</summary>
/// <param name="HalfLifeDays">Days after which half the weight is left; <see langword="null"/>: it does not fade.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record AgeRule(double? HalfLifeDays, string Reason);
