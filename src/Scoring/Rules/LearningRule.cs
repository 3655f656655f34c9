namespace Scoring.Rules;

/// <summary>How fast the corpus overrules the rule set's figures for a type.</summary>
/// <param name="TypeInertia">Sources of the type that the rule set's figures count as; above 0.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record LearningRule(double TypeInertia, string Reason);
