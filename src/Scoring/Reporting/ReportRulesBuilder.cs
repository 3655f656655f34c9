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
            DisplayText.Visible(rules.Name), DisplayText.Visible(rules.Version),
            [.. rules.SourceTypes.Select(type => new ReportTypeRule(
                DisplayText.Visible(type.Key.Replace('_', ' ')), DisplayText.Probability(type.Value.Reliability), DisplayText.Number(type.Value.Strength), type.Value.Letter.ToString(),
                Text(type.Value.Relay), DisplayText.Visible(type.Value.Reason)))],
            [
                .. Factors("hedge", rules.Hedge),
                .. Factors("directness", rules.Directness),
                .. Factors("interest", rules.Interest),
                new("age", "half-life", rules.Age.HalfLifeDays is { } days ? $"{Text(days)} days" : "off", DisplayText.Visible(rules.Age.Reason)),
                new("correlation", "same origin", Text(rules.Independence.SameOrigin.Correlation), DisplayText.Visible(rules.Independence.SameOrigin.Reason)),
                new("correlation", "same affiliation", Text(rules.Independence.SameAffiliation.Correlation), DisplayText.Visible(rules.Independence.SameAffiliation.Reason)),
                new("correlation", "unrelated", Text(rules.Independence.Unrelated.Correlation), DisplayText.Visible(rules.Independence.Unrelated.Reason)),
                new("open world", "unnamed alternatives", Text(rules.OpenWorld.UnnamedAlternatives), DisplayText.Visible(rules.OpenWorld.Reason)),
                new("learning", "type inertia", $"{Text(rules.Learning.TypeInertia)} sources", DisplayText.Visible(rules.Learning.Reason)),
            ],
            result.Run.RulesText);
    }

    private static IEnumerable<ReportFactorRule> Factors(string group, Dictionary<string, FactorRule> factors) =>
        factors.Select(factor => new ReportFactorRule(group, DisplayText.Visible(factor.Key), $"× {Text(factor.Value.Factor)}", DisplayText.Visible(factor.Value.Reason)));

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
