using System.Globalization;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>The rule set as tables.</summary>
internal static class ReportRulesBuilder
{
    public static ReportRules Build(ScoringResult result)
    {
        var rules = result.Evidence.Rules;
        return new ReportRules(
            rules.Name, rules.Version,
            [.. rules.SourceTypes.Select(type => new ReportTypeRule(
                type.Key.Replace('_', ' '), DisplayText.Probability(type.Value.Reliability), DisplayText.Number(type.Value.Strength), type.Value.Letter.ToString(),
                Text(type.Value.Relay), type.Value.Reason))],
            [
                .. Factors("hedge", rules.Hedge),
                .. Factors("directness", rules.Directness),
                .. Factors("interest", rules.Interest),
                new("age", "half-life", rules.Age.HalfLifeDays is { } days ? $"{Text(days)} days" : "off", rules.Age.Reason),
                new("correlation", "same origin", Text(rules.Independence.SameOrigin.Correlation), rules.Independence.SameOrigin.Reason),
                new("correlation", "same affiliation", Text(rules.Independence.SameAffiliation.Correlation), rules.Independence.SameAffiliation.Reason),
                new("correlation", "unrelated", Text(rules.Independence.Unrelated.Correlation), rules.Independence.Unrelated.Reason),
                new("open world", "unnamed alternatives", Text(rules.OpenWorld.UnnamedAlternatives), rules.OpenWorld.Reason),
                new("learning", "type inertia", $"{Text(rules.Learning.TypeInertia)} sources", rules.Learning.Reason),
            ],
            result.Run.RulesText);
    }

    private static IEnumerable<ReportFactorRule> Factors(string group, Dictionary<string, FactorRule> factors) =>
        factors.Select(factor => new ReportFactorRule(group, factor.Key, $"× {Text(factor.Value.Factor)}", factor.Value.Reason));

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
