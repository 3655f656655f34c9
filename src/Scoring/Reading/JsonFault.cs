using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Scoring.Reading;

/// <summary>What is wrong with a JSON file, in words for those who edit it.</summary>
internal static class JsonFault
{
    private const int LongestReason = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The place, what stands there, and what was expected of it.</summary>
    /// <param name="exception">The fault.</param>
    /// <param name="root">Type of the whole file.</param>
    /// <param name="json">Its text.</param>
    /// <param name="file">Its name.</param>
    /// <param name="expected">What was expected of the whole file.</param>
    /// <param name="options">How it is read.</param>
    public static BadRow Of(JsonException exception, Type root, string json, string file, string expected, JsonSerializerOptions options)
    {
        var (path, message, type) = (exception.Path ?? "$", exception.Message, root);
        var value = ValueOf(json);
        foreach (var key in Keys(path))
        {
            type = TypeOf(type, key, options);
            value = Part(value, key);
        }

        // The path of an unknown key ends at the key, or at its object where that is built by a constructor.
        var (found, wanted) = Unmapped(message) is { } unknown ? (Unknown.Name("key", unknown, Names(type, options)), expected)
            : message.Contains("missing required", StringComparison.Ordinal) ? ($"no {message[(message.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.')}", expected)
            : IsOfWrongKind(message) && value is { } part ? (Shortened.Text(part.GetRawText()), type == root ? expected : Kind(type, options))
            : message.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal) ? ("nothing but comments", expected)
            : (message.Split(" Path:", 2)[0].Split(". LineNumber", 2)[0].TrimEnd('.'), expected);
        return new BadRow(file, (exception.LineNumber ?? 0) + 1, $"{Shortened.Text(path)}: {Shortened.Cut(found, LongestReason)}", wanted);
    }

    private static bool IsOfWrongKind(string message) =>
        message.Contains("could not be converted", StringComparison.Ordinal) || message.Contains("doesn't allow null", StringComparison.Ordinal);

    private static string? Unmapped(string message) =>
        Regex.Match(message, "^The JSON property '(?<key>.*)' could not be mapped", RegexOptions.ExplicitCapture, Patience) is { Success: true } match ? match.Groups["key"].Value : null;

    private static IEnumerable<string> Keys(string path) =>
        Regex.Matches(path, @"\.(?<key>[^.\[]+)|\['(?<key>.*?)'\]|\[(?<key>\d+)\]", RegexOptions.ExplicitCapture, Patience).Select(step => step.Groups["key"].Value);

    private static Type TypeOf(Type type, string key, JsonSerializerOptions options)
    {
        var info = options.GetTypeInfo(type);
        return info.Kind is JsonTypeInfoKind.Dictionary or JsonTypeInfoKind.Enumerable
            ? info.ElementType!
            : info.Properties.FirstOrDefault(property => property.Name == key)?.PropertyType ?? type;
    }

    private static string[] Names(Type type, JsonSerializerOptions options) => [.. options.GetTypeInfo(type).Properties.Select(property => property.Name)];

    private static JsonElement? ValueOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Part(JsonElement? value, string key) => value switch
    {
        { ValueKind: JsonValueKind.Object } whole when whole.TryGetProperty(key, out var part) => part,
        { ValueKind: JsonValueKind.Array } list when int.TryParse(key, CultureInfo.InvariantCulture, out var index) && index < list.GetArrayLength() => list[index],
        _ => null,
    };

    private static string Kind(Type type, JsonSerializerOptions options)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "a text"
            : type == typeof(bool) ? "true or false"
            : type == typeof(char) ? "one character"
            : type == typeof(int) || type == typeof(long) ? "a whole number"
            : type.IsPrimitive ? "a number"
            : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
            : options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Enumerable ? "a list"
            : "an object";
    }
}
