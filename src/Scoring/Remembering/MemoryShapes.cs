using System.Text.Json.Serialization;

namespace Scoring.Remembering;

/// <summary>The shape of memories in JSON.</summary>
[JsonSerializable(typeof(SourceMemory))]
internal sealed partial class MemoryShapes : JsonSerializerContext;
