using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Scoring.Reading;
using Scoring.Scales;

namespace Scoring.Rules;

/// <summary>Reads rule sets from JSON (comments and trailing commas allowed) and checks every number.</summary>
internal static class RuleSetFile
{
    public const string DefaultName = "default rules";

    private static readonly JsonTypeInfo<RuleSet> Shape = StrictJson.ShapeOf<RuleSet>(
        RuleSetShapes.Default, new JsonStringEnumConverter<AdmiraltyReliability>(namingPolicy: null, allowIntegerValues: false));

    public static string DefaultText() => EmbeddedText("rules.default.json");

    public static string SchemaText() => EmbeddedText("rules.schema.json");

    public static RuleSet Default() => Parse(DefaultText(), DefaultName);

    /// <exception cref="BadDataException">The text is no rule set; names the place.</exception>
    public static RuleSet Parse(string json, string file)
    {
        var rules = StrictJson.Parse(json, file, "a rule set as `scoring rules` prints it", Shape);
        var bad = RuleSetCheck.Faults(rules).Select(fault => new BadRow(file, StrictJson.LineOf(json, fault.Path.Split('.')), $"{fault.Path} = {fault.Found}", fault.Expected)).ToArray();
        return bad.Length == 0 ? rules : throw new BadDataException(bad);
    }

    private static string EmbeddedText(string name)
    {
        using var stream = typeof(RuleSetFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
