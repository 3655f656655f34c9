namespace Scoring.Rules;

/// <summary>The rule factors on the weight of an assertion, in the order in which they are applied and shown.</summary>
internal enum FactorKind
{
    Relay = 0,
    Hedge = 1,
    Directness = 2,
    Interest = 3,
    Age = 4,
}
