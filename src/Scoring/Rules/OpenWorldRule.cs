namespace Scoring.Rules;

/// <summary>The hypothesis that no named value of an open item is right.</summary>
/// <param name="UnnamedAlternatives">How many further values it counts as for each value that is named, as far as the corpus seems to have so many, and at least one in all; above 0.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record OpenWorldRule(double UnnamedAlternatives, string Reason);
