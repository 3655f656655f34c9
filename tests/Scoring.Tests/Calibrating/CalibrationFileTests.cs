using Scoring.Calibrating;
using Scoring.Reading;
using Scoring.Tests.Reading;

namespace Scoring.Tests.Calibrating;

public sealed class CalibrationFileTests
{
    private const string Good = """
        {
          "format": "scoring-calibration",
          "version": 1,
          "engine": "0.1.0",
          "model": "one-coin",
          "rules": { "name": "default", "version": "1", "sha256": "0000000000000000000000000000000000000000000000000000000000000000" },
          "unrelated_correlation": 0.2,
          "map": { "kind": "isotonic", "points": [ { "credibility": 0.5, "probability": 0.4 }, { "credibility": 0.9, "probability": 0.8 } ] },
          "gold_items": 812,
          "cross_validated": {
            "folds": 5,
            "before": { "log_loss": 0.4, "ece": 0.1 },
            "after": { "log_loss": 0.3, "ece": 0.02 }
          },
          "claims_sha256": "0000000000000000000000000000000000000000000000000000000000000000"
        }
        """;

    private static readonly ICredibilityMap[] Maps =
        [IdentityMap.Instance, new PlattMap(0.123456789012345678, -3e-17), new BetaMap(1 / 3.0, 0, 2), new IsotonicMap([0.1, 2 / 3.0], [0.2, 0.7])];

    [Test]
    public void Write_ThenRead_GivesTheSameMapToTheLastBit([Range(0, 3)] int map)
    {
        using var folder = new InputFolder();
        var path = folder.Write("calibration.json", "an older file");
        var written = CalibrationFile.Parse(Good, "x") with { CredibilityMap = Maps[map] };
        written.Write(path);
        var read = Calibration.Read(path);
        var points = Enumerable.Range(0, 101).Select(step => step / 100.0).ToArray();
        Assert.That(Array.ConvertAll(points, read.Apply), Is.EqualTo(Array.ConvertAll(points, written.Apply)));
        Assert.That(read with { CredibilityMap = IdentityMap.Instance }, Is.EqualTo(written with { CredibilityMap = IdentityMap.Instance }));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Write_PathThatIsALink_ReplacesWhatItLeadsTo()
    {
        using var folder = new InputFolder();
        var target = folder.Write("target.json", "old");
        var link = Path.Combine(Path.GetDirectoryName(target)!, "link.json");
        File.CreateSymbolicLink(link, target);
        CalibrationFile.Parse(Good, "x").Write(link);
        Assert.That(Calibration.Read(target).GoldItems, Is.EqualTo(812));
        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo(target));
    }

    [Test]
    public void Write_WhatCouldNotBeReadAgain_IsRefusedBeforeTheFileIsTouched()
    {
        using var folder = new InputFolder();
        var (path, good) = (folder.Write("calibration.json", "an older file"), CalibrationFile.Parse(Good, "x"));
        foreach (var (bad, place) in ((Calibration, string)[])
            [
                (good with { UnrelatedCorrelation = double.NaN }, "unrelated_correlation = NaN, expected a number from 0 to 1"),
                (good with { UnrelatedCorrelation = -0.1 }, "unrelated_correlation = -0.1"), (good with { GoldItems = 3 }, "gold_items = 3"),
                (good with { Before = new CalibrationQuality(double.PositiveInfinity, 0) }, "cross_validated.before.log_loss = Infinity"), (good with { After = new CalibrationQuality(0, 2) }, "cross_validated.after.ece = 2"),
                (good with { After = null! }, "cross_validated.after = null"), (good with { RulesSha256 = "0" }, "rules.sha256 = '0'"), (good with { ClaimsSha256 = "x" }, "claims_sha256 = 'x'"), (good with { TruthSha256 = "" }, "truth_sha256 = ''"),
                (good with { Engine = null! }, "engine = null"), (good with { Model = null! }, "model = null"), (good with { RulesName = null! }, "rules.name = null"), (good with { RulesVersion = null! }, "rules.version = null"), (good with { RulesSha256 = null! }, "rules.sha256 = null"),
            ])
        {
            Assert.That(() => bad.Write(path), Throws.InvalidOperationException.With.Message.Contains(place));
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo("an older file"));
    }

    [TestCase("\"unrelated_correlation\": 0.2", "\"unrelated_correlation\": 1.2", "unrelated_correlation = 1.2", 7)]
    [TestCase("\"unrelated_correlation\": 0.2", "\"unrelated_correlation\": 1e999", "unrelated_correlation = Infinity", 7)]
    [TestCase("\"gold_items\": 812", "\"gold_items\": 19", "gold_items = 19", 9)]
    [TestCase("\"log_loss\": 0.3", "\"log_loss\": -1", "cross_validated.after.log_loss = -1", 13)]
    [TestCase("\"kind\": \"isotonic\"", "\"kind\": \"oracle\"", "map.kind = 'oracle'", 8)]
    [TestCase("\"kind\": \"isotonic\"", "\"kind\": \"platt\"", "map = kind platt with points", 8)]
    [TestCase("\"kind\": \"isotonic\"", "\"kind\": \"isotonic\", \"slope\": 1", "map = kind isotonic with slope, points", 8)]
    [TestCase("\"probability\": 0.8", "\"probability\": 0.3", "map.points = point 2: 0.9, 0.3", 8)]
    [TestCase("\"probability\": 0.8", "\"probability\": 1", "map.points = point 2: 0.9, 1", 8)]
    [TestCase("\"credibility\": 0.9", "\"credibility\": 0.5", "map.points = point 2: 0.5, 0.8", 8)]
    [TestCase("{ \"credibility\": 0.5, \"probability\": 0.4 }", "null", "map.points = null", 8)]
    [TestCase("\"claims_sha256\": \"0000", "\"claims_sha256\": \"xyz", "claims_sha256 = 'xyz", 15)]
    public void Parse_NonsenseInAPlace_NamesPlaceAndLine(string from, string to, string found, int line)
    {
        var fault = Faults(Good.Replace(from, to, StringComparison.Ordinal)).Single();
        Assert.That((fault.File, fault.LineNumber), Is.EqualTo(("my.json", (long)line)));
        Assert.That(fault.Found, Does.StartWith(found));
    }

    [TestCase("{ \"kind\": \"platt\", \"slope\": -0.1, \"intercept\": 0 }", "map.slope = -0.1")]
    [TestCase("{ \"kind\": \"platt\", \"slope\": 1e300, \"intercept\": 0 }", "map.slope = 1E+300")]
    [TestCase("{ \"kind\": \"beta\", \"a\": 1, \"b\": -1, \"c\": 0 }", "map.b = -1")]
    [TestCase("{ \"kind\": \"isotonic\", \"points\": [] }", "map.points = none")]
    public void Parse_MapThatFallsOrIsNone_IsRefused(string map, string found)
    {
        var at = Good.IndexOf("{ \"kind\"", StringComparison.Ordinal);
        var json = string.Concat(Good.AsSpan(0, at), map, Good.AsSpan(Good.IndexOf("] }", StringComparison.Ordinal) + 3));
        Assert.That(Faults(json).Single().Found, Is.EqualTo(found));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{ \"format\": \"scoring-calibration\" }")]
    [TestCase("{ \"format\": \"scoring-memory\", \"version\": 1 }")]
    [TestCase("{ \"format\": \"scoring-calibration\", \"version\": 2 }")]
    [TestCase("{ \"format\": \"scoring-calibration\", \"version\": 1 }")]
    [TestCase("item,source\na,b\n")]
    public void Parse_OtherFile_IsBadData(string json) => Assert.That(Faults(json), Has.Count.EqualTo(1));

    [TestCase("\"engine\"", "\"colour\": 1, \"engine\"")]
    [TestCase("\"engine\"", "\"engine\": \"x\", \"engine\"")]
    [TestCase("\"model\": \"one-coin\"", "\"model\": null")]
    [TestCase("\"folds\": 5,", "")]
    [TestCase("\"gold_items\": 812", "\"gold_items\": \"many\"")]
    public void Parse_MemberUnknownDoubledOrMissing_IsBadData(string from, string to) =>
        Assert.That(Faults(Good.Replace(from, to, StringComparison.Ordinal)), Has.Count.EqualTo(1));

    [Test]
    public void Parse_HostileTexts_ComeOutAsTextOnOneShortLine()
    {
        var hostile = $"<script>\\u001b[31m{new string('x', 100_000)}";
        var fault = Faults(Good.Replace("\"isotonic\"", $"\"{hostile}\"", StringComparison.Ordinal)).Single();
        Assert.That(fault.ToString(), Has.Length.LessThan(400).And.Not.Contain("\u001b"));
    }

    [Test]
    public void Parse_DeepNesting_IsBadData() => Assert.That(Faults($"{{ \"format\": {new string('[', 100_000)}"), Has.Count.EqualTo(1));

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void Apply_NoCredibility_IsRefused(double credibility) =>
        Assert.That(() => CalibrationFile.Parse(Good, "x").Apply(credibility), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static IReadOnlyList<BadRow> Faults(string json) => Assert.Throws<BadDataException>(() => CalibrationFile.Parse(json, "my.json"))!.Rows;
}
