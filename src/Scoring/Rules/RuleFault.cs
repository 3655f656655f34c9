namespace Scoring.Rules;

/// <summary>Something in a rule set that makes no sense.</summary>
/// <param name="Path">Where, as the keys joined by dots.</param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What should be.</param>
internal sealed record RuleFault(string Path, string Found, string Expected);
