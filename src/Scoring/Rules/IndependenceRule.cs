namespace Scoring.Rules;

/// <summary>How strongly the errors of voices on one item go together.</summary>
/// <param name="SameOrigin">Relays of one origin.</param>
/// <param name="SameAffiliation">Origins that speak for one party.</param>
/// <param name="Unrelated">Origins that nothing is known to link.</param>
/// <param name="Strangers">Sources who say the same and were hardly seen to differ anywhere: how likely one repeats the other before anything is known of them. <see langword="null"/> as 0.</param>
internal sealed record IndependenceRule(CorrelationRule SameOrigin, CorrelationRule SameAffiliation, CorrelationRule Unrelated, CorrelationRule? Strangers = null);
