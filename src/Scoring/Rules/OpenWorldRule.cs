namespace Scoring.Rules;

/// <summary>The hypothesis that no named value of an open item is right.</summary>
/// <param name="UnnamedAlternatives">How many further values it counts as for each value that is named, altogether at least one; above 0.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record OpenWorldRule(double UnnamedAlternatives, string Reason);
