using System.Text.Json;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Tests.Rules;

public sealed class RuleSetFileTests
{
    [Test]
    public void Default_RuleSet_Parses() => Assert.That(RuleSetFile.Default().Name, Is.EqualTo("default"));

    [TestCaseSource(nameof(PlacesOfNumbers))]
    public void Default_Number_HasAReason(string path)
    {
        using var json = JsonDocument.Parse(RuleSetFile.DefaultText());
        var place = path.Split('/').Aggregate(json.RootElement, (element, name) => element.GetProperty(name));
        Assert.That(place.GetProperty("reason").GetString(), Has.Length.GreaterThan(5));
    }

    [Test]
    public void Schema_TopLevel_HasTheMembersOfTheDefault()
    {
        using var schema = JsonDocument.Parse(RuleSetFile.SchemaText());
        using var rules = JsonDocument.Parse(RuleSetFile.DefaultText());
        Assert.That(
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(member => member.Name),
            Is.EquivalentTo(rules.RootElement.EnumerateObject().Select(member => member.Name)));
    }

    [Test]
    public void Parse_CommentsAndTrailingCommas_AreAllowed() =>
        Assert.That(RuleSetFile.Parse(RuleText.Edited("\"version\": \"1\",", "\"version\": \"2\", // mine\n/* and */"), "my.json").Version, Is.EqualTo("2"));

    [TestCase("\"version\"", "\"colour\": 1,\n  \"version\"", "$.colour")]
    [TestCase("\"reliability\": 0.95", "\"reliabillity\": 0.95", "$.source_types.public_record")]
    [TestCase("\"half_life_days\"", "\"half_life\"", "$.age")]
    public void Parse_UnknownMember_NamesItsPlaceAndLine(string from, string to, string path)
    {
        var json = RuleText.Edited(from, to);
        var fault = RuleText.Faults(json).Single();
        Assert.That(
            (fault.File, fault.LineNumber, fault.Found.StartsWith(path, StringComparison.Ordinal)),
            Is.EqualTo(("my.json", RuleText.LineOf(from), true)), fault.Found);
    }

    [TestCase("\"fallback_type\"", "\"fall_back_type\"", "unknown key 'fall_back_type': did you mean 'fallback_type'?")]
    [TestCase("\"reliability\": 0.95", "\"reliabillity\": 0.95", "unknown key 'reliabillity': did you mean 'reliability'?")]
    [TestCase("\"half_life_days\"", "\"half_lief_days\"", "unknown key 'half_lief_days': did you mean 'half_life_days'?")]
    [TestCase("\"version\"", "\"colour\": 1,\n  \"version\"", "unknown key 'colour': expected one of $schema, name, version")]
    public void Parse_UnknownMember_NamesTheNearest(string from, string to, string found) =>
        Assert.That(RuleText.Faults(RuleText.Edited(from, to)).Single().Found, Does.Contain(found));

    [TestCase("\"reliability\": 0.95", "\"reliability\": 1", "source_types.public_record.reliability = 1", "a number above 0 and below 1")]
    [TestCase("\"reliability\": 0.55", "\"reliability\": 0", "source_types.social_account.reliability = 0", "a number above 0 and below 1")]
    [TestCase("\"reliability\": 0.7,", "\"reliability\": -0.7,", "source_types.unknown.reliability = -0.7", "a number above 0 and below 1")]
    [TestCase("\"strength\": 20", "\"strength\": 0", "source_types.public_record.strength = 0", "a number above 0 and at most 1000000000000")]
    [TestCase("\"type_inertia\": 10", "\"type_inertia\": 1e308", "learning.type_inertia = 1E+308", "a number above 0 and at most 1000000000000")]
    [TestCase("\"relay\": 0.6", "\"relay\": 1.01", "source_types.social_account.relay = 1.01", "a number above 0 and at most 1")]
    [TestCase("\"relay\": 0.6", "\"relay\": 0", "source_types.social_account.relay = 0", "a number above 0 and at most 1")]
    [TestCase("\"factor\": 0.35", "\"factor\": 2.1", "hedge.speculated.factor = 2.1", "a number above 0 and at most 2")]
    [TestCase("\"factor\": 0.75", "\"factor\": 0", "directness.told.factor = 0", "a number above 0 and at most 2")]
    [TestCase("\"factor\": 1.4", "\"factor\": -1.4", "interest.-2.factor = -1.4", "a number above 0 and at most 2")]
    [TestCase("\"half_life_days\": null", "\"half_life_days\": 0", "age.half_life_days = 0", "a number above 0 and at most 1000000000000")]
    [TestCase("\"correlation\": 0.98", "\"correlation\": 1.5", "independence.same_origin.correlation = 1.5", "a number from 0 to 1")]
    [TestCase("\"correlation\": 0.6", "\"correlation\": -0.1", "independence.same_affiliation.correlation = -0.1", "a number from 0 to 1")]
    [TestCase("\"correlation\": 0.3", "\"correlation\": 2", "independence.unrelated.correlation = 2", "a number from 0 to 1")]
    [TestCase("\"unnamed_alternatives\": 1", "\"unnamed_alternatives\": 0", "open_world.unnamed_alternatives = 0", "a number above 0 and at most 1000000000000")]
    [TestCase("\"type_inertia\": 10", "\"type_inertia\": -1", "learning.type_inertia = -1", "a number above 0 and at most 1000000000000")]
    [TestCase("\"type_inertia\": 10", "\"type_inertia\": 1e999", "learning.type_inertia = Infinity", "a number above 0 and at most 1000000000000")]
    public void Parse_NumberOutOfRange_NamesItsPathAndLine(string from, string to, string found, string expected)
    {
        var json = RuleText.Edited(from, to);
        Assert.That(RuleText.Faults(json), Is.EqualTo(new[] { new BadRow("my.json", RuleText.LineOf(from), found, expected) }));
    }

    [TestCase("\"correlation\": 0.98", "\"correlation\": 1")]
    [TestCase("\"correlation\": 0.3", "\"correlation\": 0")]
    [TestCase("\"factor\": 0.35", "\"factor\": 2")]
    [TestCase("\"relay\": 0.6", "\"relay\": 1")]
    [TestCase("\"half_life_days\": null", "\"half_life_days\": 0.5")]
    public void Parse_NumberAtItsLimit_IsAccepted(string from, string to) => Assert.DoesNotThrow(() => RuleSetFile.Parse(RuleText.Edited(from, to), "my.json"));

    [TestCase("\"fallback_type\": \"unknown\"", "\"fallback_type\": \"web\"", "fallback_type = 'web'")]
    [TestCase("\"fallback_hedge\": \"reported\"", "\"fallback_hedge\": \"rumoured\"", "fallback_hedge = 'rumoured'")]
    public void Parse_UnknownFallback_NamesItsPathAndLine(string from, string to, string found)
    {
        var json = RuleText.Edited(from, to);
        Assert.That(RuleText.Faults(json).Select(fault => (fault.LineNumber, fault.Found)), Is.EqualTo(new[] { ((long)RuleText.LineOf(from), found) }));
    }

    [Test]
    public void Parse_MistypedFallback_NamesTheNearest() =>
        Assert.That(RuleText.Faults(RuleText.Edited("\"fallback_hedge\": \"reported\"", "\"fallback_hedge\": \"repotred\"")).Single().Expected, Does.EndWith(": did you mean 'reported'?"));

    [Test]
    public void Parse_UnknownFallback_ListsTheNames() =>
        Assert.That(RuleText.Faults(RuleText.Edited("\"fallback_hedge\": \"reported\"", "\"fallback_hedge\": \"x\"")).Single().Expected,
            Is.EqualTo("one of asserted, reported, alleged, speculated"));

    [TestCase("\"alleged\"", "hedge = no 'alleged'")]
    [TestCase("\"told\"", "directness = no 'told'")]
    [TestCase("\"-1\"", "interest = no '-1'")]
    public void Parse_NeededNameMissing_IsReported(string name, string found) =>
        Assert.That(RuleText.Faults(RuleText.Edited($"    {name}", "    \"other\""))[0].Found, Is.EqualTo(found));

    /// <summary>A claim can have no other directness or interest, and without interest nothing is multiplied.</summary>
    [TestCase("    \"told\"", "    \"tolt\"", "directness = 'tolt'", "one of witnessed, firsthand, told, inferred: did you mean 'told'?")]
    [TestCase("    \"-1\"", "    \"5\"", "interest = '5'", "one of -2, -1, 0, 1, 2: did you mean '0'?")]
    [TestCase("\"0\": { \"factor\": 1.0", "\"0\": { \"factor\": 0.5", "interest.0.factor = 0.5", "1: without an interest nothing is multiplied")]
    public void Parse_NameOrNumberThatWouldDoNothing_IsReported(string from, string to, string found, string expected)
    {
        var fault = RuleText.Faults(RuleText.Edited(from, to))[^1];
        Assert.That((fault.Found, fault.Expected), Is.EqualTo((found, expected)));
    }

    [TestCase("\"registry\"", "\"Press Release\"", "the name 'press_release' of two types")]
    [TestCase("\"registry\"", "\"unknown\"", "the name 'unknown' of two types")]
    public void Parse_NameOfTwoTypes_IsReported(string from, string to, string found) =>
        Assert.That(RuleText.Faults(RuleText.Edited(from, to)).Single().Found, Does.EndWith(found));

    [Test]
    public void Parse_SeveralFaults_ReportsThemAll() => Assert.That(
        RuleText.Faults(RuleText.Edited("\"reliability\": 0.95, \"strength\": 20", "\"reliability\": 2, \"strength\": -1")), Has.Count.EqualTo(2));

    [TestCase("\"letter\": \"A\"", "\"letter\": \"Z\"", "$.source_types.public_record.letter")]
    [TestCase("\"letter\": \"A\"", "\"letter\": 0", "$.source_types.public_record.letter")]
    [TestCase("\"strength\": 20", "\"strength\": \"high\"", "$.source_types.public_record.strength")]
    [TestCase("\"fallback_type\": \"unknown\"", "\"fallback_type\": null", "$.fallback_type")]
    public void Parse_WrongKindOfValue_NamesItsPathAndLine(string from, string to, string path)
    {
        var json = RuleText.Edited(from, to);
        var fault = RuleText.Faults(json).Single();
        Assert.That((fault.LineNumber, fault.Found.StartsWith(path, StringComparison.Ordinal)), Is.EqualTo((RuleText.LineOf(from), true)), fault.Found);
    }

    [TestCase("\"factor\": 0.35,", "", "factor")]
    [TestCase("\"strength\": 20,", "", "strength")]
    [TestCase("\"name\": \"default\",", "", "name")]
    [TestCase(", \"reason\": \"Said outright.\"", "", "reason")]
    public void Parse_MemberMissing_NamesIt(string from, string to, string member) =>
        Assert.That(RuleText.Faults(RuleText.Edited(from, to)).Single().Found, Does.Contain($"'{member}'"));

    [TestCase("{ \"factor\": 0.35, \"reason\": \"\\\"May\\\", \\\"could\\\": offered as a possibility.\" }", "null")]
    [TestCase("[\"web\", \"worker\", \"annotator\"]", "[null]")]
    [TestCase("\"unknown\": {", "\"none\": null, \"unknown\": {")]
    public void Parse_NullForAnEntry_IsBadData(string from, string to) => Assert.That(RuleText.Faults(RuleText.Edited(from, to)), Is.Not.Empty);

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{ \"name\": ")]
    [TestCase("not json")]
    public void Parse_NoRuleSet_IsBadData(string json) => Assert.That(RuleText.Faults(json).Single().Expected, Is.EqualTo("a rule set as `scoring rules` prints it"));

    [Test]
    public void Parse_BrokenJson_NamesTheLine()
    {
        var json = RuleText.Edited("\"hedge\": {", "\"hedge\" {");
        Assert.That(RuleText.Faults(json).Single().LineNumber, Is.EqualTo(RuleText.LineOf("\"hedge\": {")));
    }

    private static IEnumerable<string> PlacesOfNumbers()
    {
        using var json = JsonDocument.Parse(RuleSetFile.DefaultText());
        return [.. Places(json.RootElement, "")];
    }

    private static IEnumerable<string> Places(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var members = element.EnumerateObject().ToArray();
        var here = Array.Exists(members, member => member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.Null) ? [path] : Array.Empty<string>();
        return here.Concat(members.SelectMany(member => Places(member.Value, path.Length == 0 ? member.Name : $"{path}/{member.Name}")));
    }
}
