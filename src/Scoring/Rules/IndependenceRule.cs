namespace Scoring.Rules;

/// <summary>How strongly the errors of voices on one item go together.</summary>
/// <param name="SameOrigin">Relays of one origin.</param>
/// <param name="SameAffiliation">Origins that speak for one party.</param>
/// <param name="Unrelated">Origins that nothing is known to link.</param>
internal sealed record IndependenceRule(CorrelationRule SameOrigin, CorrelationRule SameAffiliation, CorrelationRule Unrelated);
