using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>Reads rule sets from JSON (comments and trailing commas allowed) and checks every number.</summary>
internal static class RuleSetFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public const string DefaultName = "default rules";

    public static string DefaultText() => EmbeddedText("rules.default.json");

    public static string SchemaText() => EmbeddedText("rules.schema.json");

    public static RuleSet Default() => Parse(DefaultText(), DefaultName);

    /// <exception cref="BadDataException">The text is no rule set; names the place.</exception>
    public static RuleSet Parse(string json, string file)
    {
        RuleSet rules;
        try
        {
            rules = JsonSerializer.Deserialize<RuleSet>(json, Json) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" Path:", 2)[0].Split(". LineNumber", 2)[0];
            throw new BadDataException(
                [new BadRow(file, (exception.LineNumber ?? 0) + 1, $"{exception.Path ?? "$"}: {reason}", "a rule set as `scoring rules` prints it")]);
        }

        var bad = RuleSetCheck.Faults(rules).Select(fault => new BadRow(file, LineOf(json, fault.Path), $"{fault.Path} = {fault.Found}", fault.Expected)).ToArray();
        return bad.Length == 0 ? rules : throw new BadDataException(bad);
    }

    /// <summary>The line where the last name of the path stands after the names before it.</summary>
    private static int LineOf(string json, string path)
    {
        var at = 0;
        foreach (var name in path.Split('.'))
        {
            var found = json.IndexOf($"\"{name}\"", at, StringComparison.Ordinal);
            at = found < 0 ? at : found;
        }

        return json.AsSpan(0, at).Count('\n') + 1;
    }

    private static string EmbeddedText(string name)
    {
        using var stream = typeof(RuleSetFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
