using System.Globalization;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>The rule set as tables.</summary>
internal static class ReportRulesBuilder
{
    public static ReportRules Build(ScoringResult result, Phrasing say)
    {
        var rules = result.Evidence.Rules;
        return new ReportRules(
            DisplayText.Visible(rules.Name), DisplayText.Visible(rules.Version),
            [.. rules.SourceTypes.Select(type => new ReportTypeRule(
                TypeName(type.Key, say), say.Probability(type.Value.Reliability), say.Number(type.Value.Strength), type.Value.Letter.ToString(),
                Text(type.Value.Relay), Reason(type.Value.Reason)))],
            [
                .. Factors("hedge", rules.Hedge),
                .. Factors("directness", rules.Directness),
                .. Factors("interest", rules.Interest),
                new(say["age"], say["half-life"], rules.Age.HalfLifeDays is { } days ? say.Say("{0} days", Text(days)) : say["off"], Reason(rules.Age.Reason)),
                new(say["correlation"], say["same origin"], Text(rules.Independence.SameOrigin.Correlation), Reason(rules.Independence.SameOrigin.Reason)),
                new(say["correlation"], say["same affiliation"], Text(rules.Independence.SameAffiliation.Correlation), Reason(rules.Independence.SameAffiliation.Reason)),
                new(say["correlation"], say["unrelated"], Text(rules.Independence.Unrelated.Correlation), Reason(rules.Independence.Unrelated.Reason)),
                .. result.Evidence.UnrelatedOfSets.Select((rule, set) => new ReportFactorRule(
                    say["correlation"], say.Say("unrelated, of labels as '{0}'", DisplayText.Visible(Shortened.Text(LabelOf(set)))), Text(rule.Correlation), Reason(rule.Reason))),
                .. rules.Independence.Strangers is { } strangers
                    ? [new(say["correlation"], say["strangers"], Text(strangers.Correlation), Reason(strangers.Reason))]
                    : Array.Empty<ReportFactorRule>(),
                new(say["open world"], say["unnamed alternatives for each named"], Text(rules.OpenWorld.UnnamedAlternatives), Reason(rules.OpenWorld.Reason)),
                new(say["learning"], say["type inertia"], say.Say("{0} sources", Text(rules.Learning.TypeInertia)), Reason(rules.Learning.Reason)),
            ],
            result.Run.RulesText);

        string LabelOf(int set) => result.Evidence.Corpus.Values[result.Evidence.Corpus.Labels.Sets[set].Values[0]];

        string Reason(string reason) => DisplayText.Visible(say.Sentence(reason));

        string Text(double number) => say.Figure(number.ToString("0.###", CultureInfo.InvariantCulture));

        IEnumerable<ReportFactorRule> Factors(string group, Dictionary<string, FactorRule> factors) =>
            factors.Select(factor => new ReportFactorRule(say[group], DisplayText.Visible(say.Named(factor.Key)), $"× {Text(factor.Value.Factor)}", Reason(factor.Value.Reason)));
    }

    /// <summary>A source type in words.</summary>
    public static string TypeName(string type, Phrasing say) => DisplayText.Visible(say.Named(type));
}
