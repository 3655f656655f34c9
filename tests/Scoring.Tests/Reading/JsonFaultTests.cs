using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Tests.Reading;

/// <summary>Faults of JSON files are told in the words of the file, not of the program.</summary>
public sealed class JsonFaultTests
{
    [TestCase("\"reliability\": 0.95", "\"reliability\": \"high\"", "$.source_types.public_record.reliability: \"high\"", "a number")]
    [TestCase("\"reliability\": 0.95", "\"reliability\": null", "$.source_types.public_record.reliability: null", "a number")]
    [TestCase("\"reliability\": 0.95,", "", "$.source_types.public_record: no 'reliability'", "a rule set as `scoring rules` prints it")]
    [TestCase("\"letter\": \"A\"", "\"letter\": \"Q\"", "$.source_types.public_record.letter: \"Q\"", "one of A, B, C, D, E, F")]
    [TestCase("\"also\": [", "\"also\": 5, \"more\": [", "$.source_types.public_record.also: 5", "a list")]
    [TestCase("\"name\": \"default\"", "\"name\": null", "$.name: null", "a text")]
    [TestCase("\"reliability\": 0.95", "\"reliabilty\": 0.95", "$.source_types.public_record.reliabilty: unknown key 'reliabilty': did you mean 'reliability'?", "a rule set as `scoring rules` prints it")]
    public void Parse_FaultyRules_SaysWhatStandsThereAndWhatShould(string good, string bad, string found, string expected)
    {
        var text = RuleSetFile.DefaultText();
        var at = text.IndexOf(good, StringComparison.Ordinal);
        var fault = FaultOf(string.Concat(text.AsSpan(0, at), bad, text.AsSpan(at + good.Length)));
        Assert.That((fault.Found, fault.Expected), Is.EqualTo((found, expected)));
    }

    [TestCase("[]", "$: []")]
    [TestCase("7", "$: 7")]
    [TestCase("null", "$: null")]
    [TestCase("", "an empty file")]
    [TestCase(" \n", "an empty file")]
    [TestCase("// nothing", "$: nothing but comments")]
    public void Parse_NoObject_SaysSo(string json, string found) => Assert.That(FaultOf(json).Found, Is.EqualTo(found));

    [Test]
    public void Parse_LongValueOfTheWrongKind_IsCutAndOnOneLine() =>
        Assert.That(FaultOf($"{{\"name\": [\n\"{new string('x', 500)}\"]}}").Found, Has.Length.LessThan(120).And.Not.Contain("\n"));

    private static BadRow FaultOf(string json) =>
        Assert.Throws<BadDataException>(() => RuleSetFile.Parse(json, "rules.json"))!.Rows[0];
}
