using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Scoring.Reading;

/// <summary>JSON files that people may edit: comments and trailing commas are allowed, unknown, doubled and missing members are not.</summary>
internal static class StrictJson
{
    private const int LongestReason = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static JsonSerializerOptions Options { get; } = new()
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
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>The same with shapes that were worked out at compile time, which saves a short run a tenth of a second.</summary>
    public static JsonSerializerOptions With(IJsonTypeInfoResolver shapes) => new(Options) { TypeInfoResolver = shapes };

    /// <exception cref="BadDataException">The text is not of that shape; names the place.</exception>
    public static T Parse<T>(string json, string file, string expected, JsonSerializerOptions? options = null)
    {
        options ??= Options;
        try
        {
            return JsonSerializer.Deserialize<T>(json, options) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" Path:", 2)[0].Split(". LineNumber", 2)[0];
            reason = UnknownKey(typeof(T), exception, options) ?? reason;
            reason = reason.Length <= LongestReason ? reason : string.Concat(reason.AsSpan(0, LongestReason), "…");
            throw new BadDataException(
                [new BadRow(file, (exception.LineNumber ?? 0) + 1, $"{Shortened.Text(exception.Path ?? "$")}: {reason}", expected)]);
        }
    }

    /// <summary>Refuses a file that is no JSON object of this format and version, before its members are looked at.</summary>
    /// <exception cref="BadDataException">It is not.</exception>
    public static void CheckFormat(string json, string file, string format, int version)
    {
        var head = Parse<Dictionary<string, JsonElement>>(json, file, $"a file of format '{format}'");
        var (foundFormat, foundVersion) = (Of("format"), Of("version"));
        if (foundFormat != JsonSerializer.Serialize(format) || foundVersion != version.ToString(CultureInfo.InvariantCulture))
        {
            throw new BadDataException([new BadRow(
                file, LineOf(json, foundFormat is null ? [] : ["format"]), $"format {foundFormat ?? "none"}, version {foundVersion ?? "none"}",
                string.Create(CultureInfo.InvariantCulture, $"format \"{format}\", version {version}"))]);
        }

        string? Of(string name) => head.TryGetValue(name, out var value) ? Shortened.Text(value.GetRawText()) : null;
    }

    /// <summary>What to say of a key that its object does not have, or <see langword="null"/> where the fault is another.</summary>
    private static string? UnknownKey(Type root, JsonException exception, JsonSerializerOptions options)
    {
        if (Regex.Match(exception.Message, "^The JSON property '(?<key>.*)' could not be mapped", RegexOptions.ExplicitCapture, Patience) is not { Success: true } unmapped)
        {
            return null;
        }

        // The path ends at the key, or at its object where that is built by a constructor.
        var type = root;
        foreach (Match step in Regex.Matches(exception.Path ?? "", @"\.(?<key>[^.\[]+)|\['(?<key>.*?)'\]", RegexOptions.ExplicitCapture, Patience))
        {
            var info = options.GetTypeInfo(type);
            type = info.Kind == JsonTypeInfoKind.Dictionary ? info.ElementType! : info.Properties.FirstOrDefault(property => property.Name == step.Groups["key"].Value)?.PropertyType ?? type;
        }

        return Unknown.Name("key", unmapped.Groups["key"].Value, [.. options.GetTypeInfo(type).Properties.Select(property => property.Name)]);
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
