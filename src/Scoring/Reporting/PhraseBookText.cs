using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scoring.Reporting;

/// <summary>A <see cref="PhraseBook"/> as its file has it.</summary>
internal sealed record PhraseBookText(Dictionary<string, string> Words, Dictionary<string, string[]> Nouns, Dictionary<string, string> Sentences);

/// <summary>The shape of phrase books in JSON.</summary>
[JsonSerializable(typeof(PhraseBookText))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class PhraseBookShapes : JsonSerializerContext;
