using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Scoring.Reading;

/// <summary>JSON files that people may edit: comments and trailing commas are allowed, unknown, doubled and missing members are not.</summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonTypeInfo<Dictionary<string, JsonElement>> Head = ShapeOf<Dictionary<string, JsonElement>>(HeadShapes.Default);

    /// <summary>The shape of a file, read and written strictly.</summary>
    /// <param name="shapes">Shapes worked out at compile time.</param>
    /// <param name="choices">How to read members that are one of some names.</param>
    public static JsonTypeInfo<T> ShapeOf<T>(IJsonTypeInfoResolver shapes, params ReadOnlySpan<JsonConverter> choices)
    {
        var options = new JsonSerializerOptions(Options) { TypeInfoResolver = shapes };
        foreach (var choice in choices)
        {
            options.Converters.Add(choice);
        }

        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    /// <exception cref="BadDataException">The text is not of that shape; names the place.</exception>
    public static T Parse<T>(string json, string file, string expected, JsonTypeInfo<T> shape)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            throw new BadDataException([new BadRow(file, 1, "an empty file", expected)]);
        }

        try
        {
            return JsonSerializer.Deserialize(json, shape) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new BadDataException([JsonFault.Of(exception, typeof(T), json, file, expected, shape.Options)]);
        }
    }

    /// <summary>Refuses a file that is no JSON object of this format and version, or of an older one that is still read, before its members are looked at.</summary>
    /// <exception cref="BadDataException">It is not.</exception>
    public static void CheckFormat(string json, string file, string format, int version, int? oldest = null)
    {
        var head = Parse(json, file, $"a file of format '{format}'", Head);
        var (foundFormat, foundVersion) = (Of("format"), Of("version"));
        var isRead = int.TryParse(foundVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= (oldest ?? version) && number <= version;
        if (foundFormat != $"\"{format}\"" || !isRead)
        {
            throw new BadDataException([new BadRow(
                file, LineOf(json, foundFormat is null ? [] : ["format"]), $"format {foundFormat ?? "none"}, version {foundVersion ?? "none"}",
                string.Create(CultureInfo.InvariantCulture, $"format \"{format}\", version {version}"))]);
        }

        string? Of(string name) => head.TryGetValue(name, out var value) ? Shortened.Text(value.GetRawText()) : null;
    }

    /// <summary>1-based line where the last name of the path stands after the names before it.</summary>
    public static int LineOf(string json, params ReadOnlySpan<string> path)
    {
        var at = 0;
        foreach (var name in path)
        {
            var found = json.IndexOf($"\"{name}\"", at, StringComparison.Ordinal);
            at = found < 0 ? at : found;
        }

        return json.AsSpan(0, at).Count('\n') + 1;
    }
}
