using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Remembering;
using Scoring.Tests.Calibrating;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Explaining;

public sealed class BreakdownTests
{
    private const double Exact = 1e-9;

    [Test]
    public void Explain_RandomCorpora_BarsAddUpToTheScore([Range(0, 299)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        var result = CredibilityScorer.Score(assertions, options);
        foreach (var claim in result.Claims)
        {
            var steps = result.Explain(claim);
            Assert.That(steps.Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb), $"{claim.Item} = {claim.Value}");
            Assert.That(steps.Reverse().Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb), "in any order");
            Assert.That(steps[^1].CumulativeDb, Is.EqualTo(claim.WeightDb));
            Assert.That(steps[^1].CredibilityAfter, Is.EqualTo(claim.Credibility).Within(Exact));
        }
    }

    [Test]
    public void Explain_RandomCorporaWithACalibration_BarsAddUpToTheScore([Range(0, 149)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        var before = CredibilityScorer.Score(assertions, options);
        var after = CredibilityScorer.Score(assertions, options with { CalibrationPath = CalibrationFiles.Write(CalibrationFiles.Draw(seed)) });
        foreach (var (plain, claim) in before.Claims.Zip(after.Claims))
        {
            var steps = after.Explain(claim);
            Assert.That(steps.Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb), $"{claim.Item} = {claim.Value}");
            Assert.That(steps[^1].CredibilityAfter, Is.EqualTo(claim.Credibility).Within(Exact));

            // The other bars are those without it.
            Assert.That(steps.Where(step => step.Factor != Factor.Calibration), Is.EqualTo(before.Explain(plain)));
            var isKnown = options.Truths.Any(truth => truth.Item == claim.Item);
            Assert.That(steps.Count(step => step.Factor == Factor.Calibration), Is.EqualTo(isKnown ? 0 : 1));
        }
    }

    [Test]
    public void Explain_RandomCorporaWithAMemory_BarsAddUpToTheScore([Range(0, 99)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        var memory = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}-memory.json");
        var corpus = new string('0', 64);
        MemoryFile.Write(
            SourceMemory.Empty.With(corpus, Enumerable.Range(0, 8).ToDictionary(
                source => $"s{source}", source => ("unknown", new CorpusRecord(corpus, source * 7 % 5, source * 3 % 4, [], new OwnTally(0, 0), [])), StringComparer.Ordinal), new SampledItems(corpus, [])),
            memory);
        var result = CredibilityScorer.Score(assertions, options with { MemoryPath = memory, CalibrationPath = seed % 2 == 0 ? null : CalibrationFiles.Write(CalibrationFiles.Draw(seed)) });
        Assert.That(result.Run.RememberedSources, Is.Positive);
        foreach (var claim in result.Claims)
        {
            Assert.That(result.Explain(claim).Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb), $"{claim.Item} = {claim.Value}");
        }
    }

    [Test]
    public void Explain_RandomCorpora_CredibilitiesOfAnItemStayWithinOne([Range(0, 99)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        var items = CredibilityScorer.Score(assertions, options).Claims.GroupBy(claim => claim.Item, StringComparer.Ordinal);
        Assert.That(items.Select(item => item.Sum(claim => claim.Credibility)), Is.All.LessThanOrEqualTo(1 + Exact));
    }

    [Test]
    public void Explain_LoneVoice_ScoresItsReliability()
    {
        var result = CredibilityScorer.Score([new Assertion("item", "source", "red") { SourceType = "named_official" }]);
        Assert.That(result.Claims[0].Credibility, Is.EqualTo(0.8).Within(1e-12));
    }

    [Test]
    public void Explain_EachRule_HasABarOfItsOwn()
    {
        var result = CredibilityScorer.Score(
            [
                new Assertion("item", "relay")
                {
                    Origin = "speaker", SourceType = "own_reporting", Hedge = "alleged", Directness = Directness.Told, Interest = 2,
                    Time = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
                },
                new Assertion("item", "other", "false"),
                new Assertion("item", "third"),
            ],
            new ScoringOptions { RulesPath = RulesWithAge(), AsOf = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        var bars = result.Explain(result.ClaimsOf("item").Single(claim => claim.Value == "true")).Select(step => step.Factor).ToArray();
        Assert.That(bars, Is.SupersetOf(new[]
        {
            Factor.Prior, Factor.SourceType, Factor.TrackRecord, Factor.Relay, Factor.Hedge, Factor.Directness, Factor.Interest, Factor.Age,
            Factor.Independence, Factor.Contradiction,
        }));
    }

    [Test]
    public void Explain_ThreeValues_HasABarForCompetition()
    {
        var result = CredibilityScorer.Score([new("item", "a", "x"), new("item", "b", "x"), new("item", "c", "y"), new("item", "d", "z")]);
        Assert.That(result.Explain(result.Claims[0]).Select(step => step.Factor), Does.Contain(Factor.Competition));
    }

    [TestCase(1_000, 1_001, 3_100)]
    [TestCase(15_000, 1_001, 3_100)]
    public void Explain_VeryManySupporters_BarsAddUpToTheScoreInAnyOrder(int supporters, int least, int most)
    {
        var result = CredibilityScorer.Score([.. Enumerable.Range(0, supporters).Select(source => new Assertion("item", $"s{source}", "x") { SourceType = "public_record" }), new("item", "other", "y")]);
        var (claim, bars) = (result.Claims[0], result.Explain(result.Claims[0]).Select(step => step.WeightDb).ToArray());
        Assert.That(bars, Has.Length.InRange(least, most));
        Assert.That(bars.Sum(), Is.EqualTo(claim.WeightDb));
        Assert.That(bars.Order().Sum(), Is.EqualTo(claim.WeightDb), "in any order");
        Assert.That(bars.OrderDescending().Sum(), Is.EqualTo(claim.WeightDb), "in any order");
        Assert.That(result.Explain(claim)[^1].CumulativeDb, Is.EqualTo(claim.WeightDb));
    }

    /// <summary>A thousand have bars of their own; what each factor makes of the others is one.</summary>
    [Test]
    public void Explain_MoreSupportersThanAnyoneReads_SumsTheOthersByFactor()
    {
        using var result = CredibilityScorer.Score(Enumerable.Range(0, 1_500).Select(source => new Assertion("item", $"s{source}", "x")));
        var steps = result.Explain(result.Claims[0]);
        Assert.That(steps.Count(step => step is { Factor: Factor.SourceType, Source: not null }), Is.EqualTo(1_000));
        Assert.That(
            steps.Where(step => step.Detail == "500 more, each of them less").Select(step => step.Factor),
            Is.Unique.And.SupersetOf(new[] { Factor.SourceType, Factor.Independence }));
    }

    [Test]
    public void Explain_KnownTruth_SetsTheScore()
    {
        var result = CredibilityScorer.Score(
            [new("item", "a", "true"), new("item", "b", "false")], new ScoringOptions { Truths = [new KnownTruth("item", "false")] });
        Assert.That(result.ClaimsOf("item").Select(claim => claim.WeightDb), Is.EqualTo(new[] { 60.0, -60.0 }));
    }

    [TestCase(1, 1, 60, -60)]
    [TestCase(1, 0, 60, 0)]
    [TestCase(1, 10, 60, -70)]
    [TestCase(2, 0, 0, 0)]
    [TestCase(2, 1, 0, -60)]
    [TestCase(10, 1000, -9.5424, -90)]
    [TestCase(0, 1, 0, -60)]
    public void Explain_KnownTruths_ShareTheCredibilityOfTheItem(int right, int wrong, double rightDb, double wrongDb)
    {
        KnownTruth[] truths = right == 0 ? [new("item", "nobody named it")] : [.. Enumerable.Range(0, right).Select(value => new KnownTruth("item", $"right {value}"))];
        var result = CredibilityScorer.Score(
            [.. Enumerable.Range(0, right).Select(value => new Assertion("item", $"r{value}", $"right {value}")), .. Enumerable.Range(0, wrong).Select(value => new Assertion("item", $"w{value}", $"wrong {value}"))],
            new ScoringOptions { Truths = truths });
        Assert.That(result.Claims.Sum(claim => claim.Credibility), Is.LessThanOrEqualTo(1 + 1e-12));
        Assert.That(result.Claims.Select(claim => claim.WeightDb), Is.EqualTo(result.Claims.Select(claim => claim.Value.StartsWith('r') ? rightDb : wrongDb)).Within(1e-4));
        Assert.That(result.Claims.Select(claim => claim.Credibility), Is.EqualTo(result.Claims.Select(claim => result.Answer.Credibility[claim.Index])).Within(1e-12));
        Assert.That(result.Claims.Select(claim => result.Explain(claim).Sum(step => step.WeightDb)), Is.EqualTo(result.Claims.Select(claim => claim.WeightDb)));
    }

    private static string RulesWithAge()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");
        File.WriteAllText(path, CredibilityScorer.DefaultRules.Replace("\"half_life_days\": null", "\"half_life_days\": 365", StringComparison.Ordinal));
        return path;
    }
}
