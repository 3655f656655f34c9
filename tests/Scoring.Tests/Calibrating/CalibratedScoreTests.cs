using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Calibrating;

/// <summary>Scoring with a calibration, and fitting one.</summary>
public sealed class CalibratedScoreTests
{
    [Test]
    public void Score_RandomCorpora_KeepsSumsRanksAndIntervals([Range(0, 149)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        var before = CredibilityScorer.Score(assertions, options);
        var after = CredibilityScorer.Score(assertions, options with { CalibrationPath = CalibrationFiles.Write(CalibrationFiles.Draw(seed)) });
        Assert.That(after.Run.Warnings, Is.EqualTo(before.Run.Warnings));
        Assert.That(after.Claims.Select(claim => claim.Rank), Is.EqualTo(before.Claims.Select(claim => claim.Rank)));
        Assert.That(after.Claims.Where(claim => !(claim.Low <= claim.Credibility && claim.Credibility <= claim.High)), Is.Empty);
        Assert.That(after.Answer.Credibility, Is.EqualTo(after.Claims.Select((claim, index) => IsKnown(options, claim) ? after.Answer.Credibility[index] : claim.Credibility)).Within(1e-9));
        foreach (var item in after.Claims.GroupBy(claim => claim.Item, StringComparer.Ordinal))
        {
            var unnamed = after.Answer.Unnamed[after.Evidence.Corpus.FindItem(item.Key)];
            var sum = item.Sum(claim => after.Answer.Credibility[claim.Index]) + unnamed;
            Assert.That(sum, Is.EqualTo(1).Within(1e-9), item.Key);
        }
    }

    [Test]
    public void Score_LoneVoice_ScoresWhatTheMapSays()
    {
        var path = CalibrationFiles.Write(new PlattMap(0.5, 0));
        var result = CredibilityScorer.Score([new Assertion("item", "source", "red") { SourceType = "named_official" }], new ScoringOptions { CalibrationPath = path });
        Assert.That(result.Claims[0].WeightDb, Is.EqualTo(10 * Math.Log10(4) / 2).Within(1e-9));
        var bar = result.Explain(result.Claims[0])[^1];
        Assert.That((bar.Factor, bar.Source), Is.EqualTo((Factor.Calibration, (string?)null)));
        Assert.That(bar.WeightDb, Is.EqualTo(-10 * Math.Log10(4) / 2).Within(1e-9));
        Assert.That(bar.Detail, Does.StartWith("platt map fitted on 812 known answers").And.EndWith("0.80 becomes 0.67"));
    }

    [Test]
    public void Score_KnownTruth_StaysAsItIs()
    {
        var options = new ScoringOptions { Truths = [new KnownTruth("item", "x")], CalibrationPath = CalibrationFiles.Write(new PlattMap(0.5, 0)) };
        var result = CredibilityScorer.Score([new Assertion("item", "s", "x"), new Assertion("item", "t", "y")], options);
        Assert.That(result.Claims[0].WeightDb, Is.EqualTo(60).Within(1e-9));
        Assert.That(result.Explain(result.Claims[0]).Select(step => step.Factor), Does.Not.Contain(Factor.Calibration));
    }

    [Test]
    public void Score_CorrelationOfTheFile_ReplacesTheRules()
    {
        Assertion[] rows = [new("item", "s", "x"), new("item", "t", "x"), new("item", "u", "x")];
        double Voices(double correlation) => CredibilityScorer.Score(rows, new ScoringOptions { CalibrationPath = CalibrationFiles.Write(IdentityMap.Instance, correlation) }).Claims[0].Voices;

        // Strangers who agree: each takes a fifth of a voice from each other.
        const double voices = 3 / 1.4;
        Assert.That(Voices(0), Is.EqualTo(voices).Within(1e-6));
        Assert.That(Voices(0.5), Is.EqualTo(voices / (1 + (0.5 * (voices - 1)))).Within(1e-6));
    }

    [Test]
    public void WhatWouldChange_Calibrated_SpeaksOfCalibratedCredibilities()
    {
        Assertion[] rows = [new("item", "s", "x"), new("item", "t", "x")];
        var plain = CredibilityScorer.Score(rows);
        var calibrated = CredibilityScorer.Score(rows, new ScoringOptions { CalibrationPath = CalibrationFiles.Write(new PlattMap(0.5, 0)) });
        double LogOdds(ScoringResult result) => Logistic.LogOdds(result.WhatWouldChange(result.Claims[0])!.CredibilityWithout);
        Assert.That(LogOdds(calibrated), Is.EqualTo(LogOdds(plain) / 2).Within(1e-9));
    }

    [Test]
    public void Score_CalibrationOfOtherRules_Warns()
    {
        var path = CalibrationFiles.Write(new PlattMap(0.5, 0));
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"sha256\": \"", "\"sha256\": \"0000", StringComparison.Ordinal).Replace(Ending(path), "\"", StringComparison.Ordinal));
        var result = CredibilityScorer.Score([new Assertion("i", "s")], new ScoringOptions { CalibrationPath = path });
        Assert.That(result.Run.Warnings, Has.One.Contains("other rules"));
    }

    [Test]
    public void Score_CalibrationOfAnotherModel_IsRefused()
    {
        var path = CalibrationFiles.Write(IdentityMap.Instance);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"model\": \"", "\"model\": \"not-", StringComparison.Ordinal));
        Assert.That(() => CredibilityScorer.Score([new Assertion("i", "s")], new ScoringOptions { CalibrationPath = path }), Throws.InstanceOf<BadDataException>());
    }

    [Test]
    public void Calibrate_SimulatedSourcesWithoutCorrelation_FindsThatThereIsNone()
    {
        var (assertions, truths, _) = new Simulation { Items = 1500, Sources = 40, PerItem = 6, Values = 4, Seed = 3, LowestReliability = 0.3 }.Draw();
        var fitted = CredibilityScorer.Score(assertions, new ScoringOptions { Truths = truths }).Calibrate()!;
        Assert.That(fitted.UnrelatedCorrelation, Is.LessThan(0.3));
        Assert.That(fitted.GoldItems, Is.EqualTo(1500));
        Assert.That(fitted.After.LogLoss, Is.LessThan(fitted.Before.LogLoss));
        Assert.That(fitted.After.Ece, Is.LessThan(fitted.Before.Ece).And.LessThan(0.03));
    }

    [Test]
    public void Calibrate_CalibrationAmongTheOptions_IsLeftOut()
    {
        var folder = Directory.CreateTempSubdirectory("scoring-calibrate-").FullName;
        var claims = SimulationFiles.Write(new Simulation { Items = 100, LowestReliability = 0.3, Seed = 6 }, folder)[0];
        var truths = CredibilityScorer.ReadTruths(Path.Combine(folder, "truth.csv"));
        var options = new ScoringOptions { CalibrationPath = CalibrationFiles.Write(new PlattMap(0.5, -0.3), correlation: 0.9) };
        Assert.That(CredibilityScorer.Calibrate(claims, truths, options), Is.EqualTo(CredibilityScorer.Calibrate(claims, truths)).Using<Calibration>((one, other) => Equals((one.Before, one.After, one.UnrelatedCorrelation), (other.Before, other.After, other.UnrelatedCorrelation))));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Calibrate_AppliedToAnotherCorpusOfTheKind_IsBetterThere()
    {
        var simulation = new Simulation { Items = 800, Sources = 40, PerItem = 6, Values = 4, LowestReliability = 0.3 };
        var (assertions, truths, _) = (simulation with { Seed = 1 }).Draw();
        var path = CalibrationFiles.Write(IdentityMap.Instance);
        CredibilityScorer.Score(assertions, new ScoringOptions { Truths = truths }).Calibrate()!.Write(path);
        var (others, otherTruths, _) = (simulation with { Seed = 2 }).Draw();
        var rows = others.ToArray();
        var (before, after) = (CredibilityScorer.Score(rows).Evaluate(otherTruths), CredibilityScorer.Score(rows, new ScoringOptions { CalibrationPath = path }).Evaluate(otherTruths));
        Assert.That(after.LogLoss, Is.LessThan(before.LogLoss));
        Assert.That(after.Ece, Is.LessThan(before.Ece / 2));
    }

    [Test]
    public void EvaluateBlind_TruthGiven_DoesNotSeeIt()
    {
        var (assertions, truths, _) = new Simulation { Items = 60, Seed = 4 }.Draw();
        var rows = assertions.ToArray();
        var blind = CredibilityScorer.Score(rows, new ScoringOptions { Truths = truths }).EvaluateBlind()!;
        Assert.That(blind.LogLoss, Is.EqualTo(CredibilityScorer.Score(rows).Evaluate(truths).LogLoss));
    }

    [Test]
    public void EvaluateBlind_NoTruthGiven_IsNull() => Assert.That(CredibilityScorer.Score([new Assertion("i", "s")]).EvaluateBlind(), Is.Null);

    [Test]
    public void Calibrate_AnyThreads_GivesTheSameBits()
    {
        var (assertions, truths, _) = new Simulation { Items = 600, Seed = 5 }.Draw();
        var rows = assertions.ToArray();
        string Fit(int threads, IEnumerable<Assertion> order)
        {
            using var stream = new MemoryStream();
            CalibrationFile.Write(CredibilityScorer.Score(order, new ScoringOptions { Truths = truths, Threads = threads }).Calibrate()!, stream);
            return System.Text.Encoding.UTF8.GetString(stream.ToArray());
        }

        Assert.That(Fit(2, rows.Reverse()), Is.EqualTo(Fit(1, rows)));
    }

    private static bool IsKnown(ScoringOptions options, ClaimScore claim) => options.Truths.Any(truth => truth.Item == claim.Item);

    /// <summary>The last digits of the rules' hash with the closing quote, of which four must go for those put in front.</summary>
    private static string Ending(string path) => $"{Calibration.Read(path).RulesSha256[^4..]}\"";
}
