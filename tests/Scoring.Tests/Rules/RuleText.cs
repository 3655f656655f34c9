using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Tests.Rules;

/// <summary>The default rule set with something in it changed.</summary>
internal static class RuleText
{
    public static string Edited(string from, string to)
    {
        var text = RuleSetFile.DefaultText();
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, $"the default rules have no {from}");
        return string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length));
    }

    /// <summary>1-based line of the default rule set where the text stands first.</summary>
    public static int LineOf(string text)
    {
        var rules = RuleSetFile.DefaultText();
        return rules.AsSpan(0, rules.IndexOf(text, StringComparison.Ordinal)).Count('\n') + 1;
    }

    public static IReadOnlyList<BadRow> Faults(string json) => Assert.Throws<BadDataException>(() => RuleSetFile.Parse(json, "my.json"))!.Rows;
}
