using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scoring.Reading;

/// <summary>The shape of a JSON object of which nothing is known yet.</summary>
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class HeadShapes : JsonSerializerContext;
