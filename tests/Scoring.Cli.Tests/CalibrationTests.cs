using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scoring.Cli.Tests;

/// <summary>Known answers of one corpus calibrate the scores of another.</summary>
public sealed class CalibrationTests
{
    private const string Sentence = "Calibrated on 200 known answers";

    private static readonly string[] WithTruth =
        ["breakdown.csv", "calibration.json", "claims.csv", "reliability.csv", "report.html", "run.json", "sources.csv"];

    private static readonly TempFolder Shared = new();

    /// <summary>A corpus with its truth is scored, then one of the same kind with what came of it.</summary>
    [OneTimeSetUp]
    public static void Calibrate()
    {
        Simulate("a", 11);
        Simulate("b", 12);
        Shared.Score("taught", "a/claims.csv", "--truth", "a/truth.csv");
        Shared.Score("plain", "b/claims.csv");
        Shared.Score("calibrated", "b/claims.csv", "--calibration", "taught/calibration.json");
        Shared.Write("halved.json", Regex.Replace(
            Shared.Read("taught/calibration.json"), "\"unrelated_correlation\": [^,]*,\\s*\"map\": \\{[^}]*\\}",
            "\"unrelated_correlation\": 0.3, \"map\": { \"kind\": \"platt\", \"slope\": 0.5, \"intercept\": 0 }", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Shared.Score("halved", "b/claims.csv", "--calibration", "halved.json");
    }

    [OneTimeTearDown]
    public static void RemoveFolder() => Shared.Dispose();

    [Test]
    public void Score_WithTruth_WritesCalibrationAndReliabilityToo() => Assert.That(Shared.FilesIn("taught"), Is.EqualTo(WithTruth));

    [Test]
    public void Calibration_OfARun_IsAVersionedFile()
    {
        using var json = JsonDocument.Parse(Shared.Read("taught/calibration.json"));
        Assert.That(json.RootElement.GetProperty("format").GetString(), Is.EqualTo("scoring-calibration"));
        Assert.That(json.RootElement.GetProperty("version").GetInt32(), Is.EqualTo(1));
        Assert.That(json.RootElement.GetProperty("gold_items").GetInt32(), Is.EqualTo(200));
    }

    [Test]
    public void Reliability_OfARun_CountsTheKnownAnswers()
    {
        var path = Shared.PathOf("taught/reliability.csv");
        Assert.That(Table.Header(path), Is.EqualTo("low,high,items,mean_credibility,share_right,share_low,share_high"));
        Assert.That(Table.Numbers(path, "items"), Has.Count.EqualTo(10));
        Assert.That(Table.Numbers(path, "items").Sum(), Is.EqualTo(200));
    }

    [Test]
    public void Score_Calibrated_MovesTheScoresAndNotTheRanks()
    {
        Assert.That(Column("halved", "credibility"), Is.Not.EqualTo(Column("plain", "credibility")));
        Assert.That(Column("halved", "rank"), Is.EqualTo(Column("plain", "rank")));
    }

    [Test]
    public void Score_Calibrated_BarsAddUp()
    {
        var sums = Table.Rows(Shared.PathOf("halved/breakdown.csv"), row => (Claim: (row.GetString("item"), row.GetString("value")), Db: row.Parse<double>("weight_db")))
            .GroupBy(row => row.Claim).ToDictionary(bars => bars.Key, bars => bars.Sum(bar => bar.Db));
        var gaps = Table.Rows(Shared.PathOf("halved/claims.csv"), row => row.Parse<double>("weight_db") - sums[(row.GetString("item"), row.GetString("value"))]);
        Assert.That(gaps, Is.Not.Empty.And.All.EqualTo(0).Within(1e-9));
    }

    [TestCase("report.html")]
    [TestCase("run.json")]
    public void Score_Calibrated_SaysSo(string file)
    {
        Assert.That(Shared.Read($"calibrated/{file}"), Does.Contain(Sentence));
        Assert.That(Shared.Read($"plain/{file}"), Does.Not.Contain("alibrated on"));
    }

    [Test]
    public void Score_Calibrated_NamesTheFileAmongItsInputs()
    {
        using var run = JsonDocument.Parse(Shared.Read("calibrated/run.json"));
        Assert.That(run.RootElement.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("role").GetString()), Does.Contain("calibration"));
    }

    [Test]
    public void Evaluate_Calibrated_IsBetterAndSaysSo()
    {
        Assert.That(LogLoss("--calibration", "taught/calibration.json"), Is.LessThan(LogLoss()));
        Assert.That(Evaluate("--calibration", "taught/calibration.json").Unwrapped, Does.Contain(Sentence));
    }

    /// <summary>Each method is calibrated by what was fitted for it alone.</summary>
    [Test]
    public void Evaluate_CalibrationOfOneModelAmongMethods_IsAppliedToThatAlone()
    {
        Shared.Score("coin", "a/claims.csv", "--truth", "a/truth.csv", "--model", "one-coin");
        string[] line = ["--method", "auto,one-coin,majority"];
        var (with, without) = (Losses([.. line, "--calibration", "coin/calibration.json"]), Losses(line));
        Assert.That(with.Zip(without, (calibrated, plain) => calibrated != plain), Is.EqualTo(new[] { false, true, false }));
    }

    [TestCase("majority")]
    [TestCase("one-coin,majority")]
    public void Evaluate_CalibrationOfNoMethodCompared_IsRefused(string methods)
    {
        var result = Evaluate("--method", methods, "--calibration", "taught/calibration.json");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadData));
        Assert.That(result.Error, Does.Contain("taught/calibration.json(5): found a calibration of the model 'auto'").And.Contains($"one of a method that is compared: {methods.Replace(",", ", ", StringComparison.Ordinal)}"));
    }

    [Test]
    public void Score_CalibrationOfAnotherModel_IsRefusedWhereItNamesIt() => Assert.That(
        Shared.Run("score", "b/claims.csv", "--model", "one-coin", "--calibration", "taught/calibration.json", "--out", "other").Error,
        Does.StartWith("taught/calibration.json(5): found a calibration of the model 'auto', expected one of 'one-coin', which scores here"));

    [Test]
    public void Evaluate_OnTheAnswersItWasFittedOn_Warns() => Assert.That(
        Shared.Run("evaluate", "a/claims.csv", "--truth", "a/truth.csv", "--calibration", "taught/calibration.json").Error, Does.Contain("these very answers"));

    [Test]
    public void Evaluate_Bins_WritesTheDiagram()
    {
        Assert.That(Evaluate("--bins", "bins.csv").ExitCode, Is.EqualTo(RunResult.Done));
        Assert.That(Table.Numbers(Shared.PathOf("bins.csv"), "items").Sum(), Is.EqualTo(200));
    }

    [TestCase("--bins", "b/truth.csv", "--bins")]
    [TestCase("--bins", "b/claims.csv", "--bins")]
    [TestCase("--method", "all", "--bins", "x.csv", "--bins")]
    [TestCase("--calibration", "nosuch.json", "nosuch.json")]
    public void Evaluate_Nonsense_IsRefused(params string[] line)
    {
        var result = Evaluate(line[..^1]);
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadUsage), result.Error);
        Assert.That(result.Error, Does.Contain(line[^1]));
    }

    [Test]
    public void Explain_Calibrated_HasItsBar() =>
        Assert.That(Shared.Run("explain", "b/claims.csv", "--item", "i0", "--calibration", "halved.json").Unwrapped, Does.Match(@"calibration [+−]?\d+\.\d platt map fitted on 200 known answers"));

    [TestCase("run.json")]
    [TestCase("claims.csv")]
    public void Score_FileThatIsNoCalibration_IsBadDataInWords(string file)
    {
        var result = Shared.Run("score", "b/claims.csv", "--calibration", $"plain/{file}", "--out", "bad");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadData));
        Assert.That(result.Error, Does.Match($@"plain/{file}\(\d+\): found .+, expected "));
        Assert.That(Directory.Exists(Shared.PathOf("bad")), Is.False);
    }

    [Test]
    public void Score_CalibrationThatWouldBeOverwritten_IsRefused()
    {
        var result = Shared.Run("score", "a/claims.csv", "--truth", "a/truth.csv", "--calibration", "taught/calibration.json", "--out", "taught");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadUsage));
        Assert.That(result.Error, Does.Contain("taught/calibration.json"));
    }

    [TestCase("1")]
    [TestCase("2")]
    public void Score_AnyThreads_GivesTheSameCalibration(string threads)
    {
        Shared.Score($"again{threads}", "a/claims.csv", "--truth", "a/truth.csv", "--threads", threads);
        Assert.That(Shared.Read($"again{threads}/calibration.json"), Is.EqualTo(Shared.Read("taught/calibration.json")));
        Assert.That(Shared.Read($"again{threads}/reliability.csv"), Is.EqualTo(Shared.Read("taught/reliability.csv")));
    }

    private static void Simulate(string name, int seed) =>
        Shared.Run("simulate", "--items", "200", "--sources", "40", "--per-item", "7", "--seed", $"{seed}", "--out", name);

    private static List<string> Column(string output, string name) => Table.Column(Shared.PathOf($"{output}/claims.csv"), name);

    private static RunResult Evaluate(params string[] arguments) => Shared.Run(["evaluate", "b/claims.csv", "--truth", "b/truth.csv", .. arguments]);

    private static double LogLoss(params string[] arguments) => Losses(arguments)[0];

    private static double[] Losses(string[] arguments)
    {
        using var json = JsonDocument.Parse(Evaluate(["--format", "json", .. arguments]).Out);
        return [.. json.RootElement.EnumerateArray().Select(method => method.GetProperty("log_loss").GetDouble())];
    }
}
