using System.Text.Json.Serialization;

namespace Scoring.Rules;

/// <summary>The shape of rule sets in JSON.</summary>
[JsonSerializable(typeof(RuleSet))]
internal sealed partial class RuleSetShapes : JsonSerializerContext;
