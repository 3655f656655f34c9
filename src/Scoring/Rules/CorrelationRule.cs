namespace Scoring.Rules;

/// <summary>A correlation of errors, and why.</summary>
/// <param name="Correlation">In [0, 1].</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record CorrelationRule(double Correlation, string Reason);
