using System.Globalization;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>Finds the numbers and names of a rule set that make no sense.</summary>
internal static class RuleSetCheck
{
    /// <summary>Of numbers of assertions, days and alternatives: more would be no more in effect, and sums of them no longer numbers.</summary>
    private const double Largest = 1e12;

    public static IEnumerable<RuleFault> Faults(RuleSet rules)
    {
        var nulls = Nulls(rules).ToArray();
        return nulls.Length > 0 ? nulls : FaultsOfNumbers(rules);
    }

    private static IEnumerable<RuleFault> FaultsOfNumbers(RuleSet rules) =>
    [
        .. Reasons(rules),
        .. rules.SourceTypes.SelectMany(type => TypeFaults($"source_types.{type.Key}", type.Value)),
        .. DoubledNames(rules),
        .. Name("fallback_type", rules.FallbackType, rules.SourceTypes.Keys),
        .. DoubledHedges(rules),
        .. Factors("hedge", rules.Hedge, ["asserted", "reported", "alleged", "speculated"]),
        .. Name("fallback_hedge", rules.FallbackHedge, rules.Hedge.Keys),
        .. FactorsOf("directness", rules.Directness, ["witnessed", "firsthand", "told", "inferred"]),
        .. FactorsOf("interest", rules.Interest, ["-2", "-1", "0", "1", "2"]),
        .. rules.Interest.TryGetValue("0", out var none) && none.Factor != 1 ? [new RuleFault("interest.0.factor", Text(none.Factor), "1: without an interest nothing is multiplied")] : Enumerable.Empty<RuleFault>(),
        .. Number("age.half_life_days", rules.Age.HalfLifeDays ?? 1, 0, Largest, includeMost: true),
        .. Correlation("same_origin", rules.Independence.SameOrigin),
        .. Correlation("same_affiliation", rules.Independence.SameAffiliation),
        .. Correlation("unrelated", rules.Independence.Unrelated),
        .. rules.Independence.Strangers is { } strangers ? Correlation("strangers", strangers) : [],
        .. Number("open_world.unnamed_alternatives", rules.OpenWorld.UnnamedAlternatives, 0, Largest, includeMost: true),
        .. Number("learning.type_inertia", rules.Learning.TypeInertia, 0, Largest, includeMost: true),
    ];

    private static IEnumerable<RuleFault> TypeFaults(string path, SourceTypeRule type) =>
    [
        .. Number($"{path}.reliability", type.Reliability, 0, 1),
        .. Number($"{path}.strength", type.Strength, 0, Largest, includeMost: true),
        .. Number($"{path}.relay", type.Relay, 0, 1, includeMost: true),
    ];

    private static IEnumerable<RuleFault> DoubledHedges(RuleSet rules) => rules.Hedge.Keys
        .GroupBy(NormalForm.Of, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => new RuleFault($"hedge.{group.Last()}", $"the name '{group.Key}' twice", "each name once, whatever its case"));

    /// <summary>Entries that JSON allows to be null but that make no sense so.</summary>
    private static IEnumerable<RuleFault> Nulls(RuleSet rules) =>
    [
        .. rules.SourceTypes.Where(type => type.Value is null).Select(type => new RuleFault($"source_types.{type.Key}", "null", "a source type")),
        .. rules.SourceTypes.Where(type => type.Value?.Also.Contains(null) == true).Select(type => new RuleFault($"source_types.{type.Key}.also", "null", "names")),
        .. Nulls("hedge", rules.Hedge),
        .. Nulls("directness", rules.Directness),
        .. Nulls("interest", rules.Interest),
    ];

    private static IEnumerable<RuleFault> Nulls(string path, Dictionary<string, FactorRule> factors) =>
        factors.Where(factor => factor.Value is null).Select(factor => new RuleFault($"{path}.{factor.Key}", "null", "a factor and its reason"));

    private static IEnumerable<RuleFault> Reasons(RuleSet rules) =>
    [
        .. rules.SourceTypes.SelectMany(type => Reason($"source_types.{type.Key}", type.Value.Reason)),
        .. rules.Hedge.SelectMany(factor => Reason($"hedge.{factor.Key}", factor.Value.Reason)),
        .. rules.Directness.SelectMany(factor => Reason($"directness.{factor.Key}", factor.Value.Reason)),
        .. rules.Interest.SelectMany(factor => Reason($"interest.{factor.Key}", factor.Value.Reason)),
    ];

    private static IEnumerable<RuleFault> Reason(string path, string reason) =>
        string.IsNullOrWhiteSpace(reason) ? [new RuleFault($"{path}.reason", "nothing", "the reason for the number")] : [];

    private static IEnumerable<RuleFault> DoubledNames(RuleSet rules) => rules.SourceTypes
        .SelectMany(type => type.Value.Also.Append(type.Key).Select(name => (type.Key, Name: SourceTypes.Normalize(name))))
        .GroupBy(name => name.Name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => new RuleFault($"source_types.{group.Last().Key}", $"the name '{group.Key}' of two types", "each name once"));

    private static IEnumerable<RuleFault> Factors(string path, Dictionary<string, FactorRule> factors, string[] needed) =>
    [
        .. needed.Where(name => !factors.ContainsKey(name)).Select(name => new RuleFault(path, $"no '{name}'", string.Join(", ", needed))),
        .. factors.SelectMany(factor => Number($"{path}.{factor.Key}.factor", factor.Value.Factor, 0, 2, includeMost: true)),
    ];

    /// <summary>The same of factors that are all known: a claim can have no other.</summary>
    private static IEnumerable<RuleFault> FactorsOf(string path, Dictionary<string, FactorRule> factors, string[] known) =>
        Factors(path, factors, known).Concat(factors.Keys.Except(known, StringComparer.Ordinal).SelectMany(name => Name(path, name, known)));

    private static IEnumerable<RuleFault> Correlation(string name, CorrelationRule rule) => rule.Correlation is >= 0 and <= 1
        ? []
        : [new RuleFault($"independence.{name}.correlation", Text(rule.Correlation), "a number from 0 to 1")];

    private static IEnumerable<RuleFault> Name(string path, string name, IEnumerable<string> known) =>
        known.Contains(name, StringComparer.Ordinal)
        ? []
        : [new RuleFault(path, $"'{Shortened.Text(name)}'", $"one of {string.Join(", ", known)}{(Unknown.DidYouMean(name, known) is { } near ? $": {near}" : "")}")];

    private static IEnumerable<RuleFault> Number(string path, double number, double above, double most, bool includeMost = false) =>
        number > above && (number < most || (includeMost && number <= most))
            ? []
            : [new RuleFault(path, Text(number), $"a number above {Text(above)} and {(includeMost ? "at most" : "below")} {Text(most)}")];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
