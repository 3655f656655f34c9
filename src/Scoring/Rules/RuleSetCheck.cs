using System.Globalization;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>Finds the numbers and names of a rule set that make no sense.</summary>
internal static class RuleSetCheck
{
    public static IEnumerable<(string Path, string Found, string Expected)> Faults(RuleSet rules)
    {
        var nulls = Nulls(rules).ToArray();
        return nulls.Length > 0 ? nulls : FaultsOfNumbers(rules);
    }

    private static IEnumerable<(string, string, string)> FaultsOfNumbers(RuleSet rules) =>
    [
        .. Reasons(rules),
        .. rules.SourceTypes.SelectMany(type => TypeFaults($"source_types.{type.Key}", type.Value)),
        .. DoubledNames(rules),
        .. Name("fallback_type", rules.FallbackType, rules.SourceTypes.Keys),
        .. DoubledHedges(rules),
        .. Factors("hedge", rules.Hedge, ["asserted", "reported", "alleged", "speculated"]),
        .. Name("fallback_hedge", rules.FallbackHedge, rules.Hedge.Keys),
        .. Factors("directness", rules.Directness, ["witnessed", "firsthand", "told", "inferred"]),
        .. Factors("interest", rules.Interest, ["-2", "-1", "0", "1", "2"]),
        .. Number("age.half_life_days", rules.Age.HalfLifeDays ?? 1, 0, double.MaxValue),
        .. Correlation("same_origin", rules.Independence.SameOrigin),
        .. Correlation("same_affiliation", rules.Independence.SameAffiliation),
        .. Correlation("unrelated", rules.Independence.Unrelated),
        .. Number("open_world.unnamed_alternatives", rules.OpenWorld.UnnamedAlternatives, 0, double.MaxValue),
        .. Number("learning.type_inertia", rules.Learning.TypeInertia, 0, double.MaxValue),
    ];

    private static IEnumerable<(string, string, string)> TypeFaults(string path, SourceTypeRule type) =>
    [
        .. Number($"{path}.reliability", type.Reliability, 0, 1),
        .. Number($"{path}.strength", type.Strength, 0, double.MaxValue),
        .. Number($"{path}.relay", type.Relay, 0, 1, includeMost: true),
    ];

    private static IEnumerable<(string, string, string)> DoubledHedges(RuleSet rules) => rules.Hedge.Keys
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => ($"hedge.{group.Last()}", $"the name '{group.Key}' twice", "each name once, whatever its case"));

    /// <summary>Entries that JSON allows to be null but that make no sense so.</summary>
    private static IEnumerable<(string, string, string)> Nulls(RuleSet rules) =>
    [
        .. rules.SourceTypes.Where(type => type.Value is null).Select(type => ($"source_types.{type.Key}", "null", "a source type")),
        .. rules.SourceTypes.Where(type => type.Value?.Also.Contains(null) == true).Select(type => ($"source_types.{type.Key}.also", "null", "names")),
        .. new[] { ("hedge", rules.Hedge), ("directness", rules.Directness), ("interest", rules.Interest) }
            .SelectMany(table => table.Item2.Where(factor => factor.Value is null).Select(factor => ($"{table.Item1}.{factor.Key}", "null", "a factor and its reason"))),
    ];

    private static IEnumerable<(string, string, string)> Reasons(RuleSet rules) =>
        rules.SourceTypes.Select(type => ($"source_types.{type.Key}", type.Value.Reason))
            .Concat(rules.Hedge.Select(factor => ($"hedge.{factor.Key}", factor.Value.Reason)))
            .Concat(rules.Directness.Select(factor => ($"directness.{factor.Key}", factor.Value.Reason)))
            .Concat(rules.Interest.Select(factor => ($"interest.{factor.Key}", factor.Value.Reason)))
            .Where(rule => string.IsNullOrWhiteSpace(rule.Reason))
            .Select(rule => ($"{rule.Item1}.reason", "nothing", "the reason for the number"));

    private static IEnumerable<(string, string, string)> DoubledNames(RuleSet rules) => rules.SourceTypes
        .SelectMany(type => type.Value.Also.Append(type.Key).Select(name => (type.Key, Name: SourceTypes.Normalize(name))))
        .GroupBy(name => name.Name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => ($"source_types.{group.Last().Key}", $"the name '{group.Key}' of two types", "each name once"));

    private static IEnumerable<(string, string, string)> Factors(string path, Dictionary<string, FactorRule> factors, string[] needed) =>
    [
        .. needed.Where(name => !factors.ContainsKey(name)).Select(name => (path, $"no '{name}'", string.Join(", ", needed))),
        .. factors.SelectMany(factor => Number($"{path}.{factor.Key}.factor", factor.Value.Factor, 0, 2, includeMost: true)),
    ];

    private static IEnumerable<(string, string, string)> Correlation(string name, CorrelationRule rule) => rule.Correlation is >= 0 and <= 1
        ? []
        : [($"independence.{name}.correlation", Text(rule.Correlation), "a number from 0 to 1")];

    private static IEnumerable<(string, string, string)> Name(string path, string name, IEnumerable<string> known) =>
        known.Contains(name, StringComparer.Ordinal)
        ? []
        : [(path, $"'{Shortened.Text(name)}'", $"one of {string.Join(", ", known)}{(Unknown.DidYouMean(name, known) is { } near ? $": {near}" : "")}")];

    private static IEnumerable<(string, string, string)> Number(string path, double number, double above, double most, bool includeMost = false) =>
        number > above && (number < most || (includeMost && number <= most))
            ? []
            : [(path, Text(number), $"a number above {Text(above)}" + (most == double.MaxValue ? "" : $" and {(includeMost ? "at most" : "below")} {Text(most)}"))];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
