using Scoring.Evaluating;
using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class LabelModelTests
{
    private static readonly string[] LabelModels = ["auto", "one-coin", "biased-coin", "confusion", "confusion-subtypes"];

    private static readonly List<Assertion> Rows = [.. new Simulation { Items = 300, Sources = 30, PerItem = 5, Values = 3, Seed = 3 }.Draw().Assertions];

    [Test]
    public void Explain_AnyModel_BarsAddUpToTheScore([ValueSource(nameof(LabelModels))] string model)
    {
        var result = CredibilityScorer.Score(Rows, new ScoringOptions { Model = model });
        foreach (var claim in result.Claims.Take(200))
        {
            Assert.That(result.Explain(claim).Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb).Within(1e-9));
            Assert.That(10 * Math.Log10(claim.Credibility / (1 - claim.Credibility)), Is.EqualTo(claim.WeightDb).Within(1e-6));
        }
    }

    [Test]
    public void Score_AnyModel_CredibilitiesOfAnItemSumToAtMostOne([ValueSource(nameof(LabelModels))] string model)
    {
        var result = CredibilityScorer.Score(Rows, new ScoringOptions { Model = model });
        Assert.That(result.Claims.GroupBy(claim => claim.Item, StringComparer.Ordinal).Select(item => item.Sum(claim => claim.Credibility)), Is.All.LessThanOrEqualTo(1 + 1e-9));
    }

    [Test]
    public void Score_ShuffledRowsAndThreads_SameBits([ValueSource(nameof(LabelModels))] string model)
    {
        var shuffled = Rows.ToArray();
        new Random(4).Shuffle(shuffled);
        var one = CredibilityScorer.Score(Rows, new ScoringOptions { Model = model, Threads = 1 });
        var many = CredibilityScorer.Score(shuffled, new ScoringOptions { Model = model, Threads = 5 });
        Assert.That(many.Claims.Select(claim => (claim.Item, claim.Value, claim.Credibility)), Is.EqualTo(one.Claims.Select(claim => (claim.Item, claim.Value, claim.Credibility))));
        Assert.That(many.Sources.Select(source => (source.Source, source.Reliability)), Is.EqualTo(one.Sources.Select(source => (source.Source, source.Reliability))));
    }

    /// <summary>Who is mostly wrong tells as much as who is mostly right: no model of the pool may take them for guessing.</summary>
    [Test]
    public void Score_FifthOfTheSourcesAlwaysWrong_IsTurnedRound([Range(1, 3)] int seed)
    {
        var (rows, truths) = TwoAnswers(seed, sources: 40, wrong: 8, (0, 0), (0.55, 0.9));
        Assert.That(CredibilityScorer.Score(rows).Evaluate(truths).Accuracy, Is.GreaterThan(0.955));
    }

    /// <summary>As many items of the one answer as of the other says nothing of whether items still change their answer.</summary>
    [Test]
    public void Score_EvenAnswers_GoOnUntilTheRowsRest([Range(1, 12)] int seed)
    {
        var (rows, truths) = TwoAnswers(seed, sources: 30, wrong: 12, (0.05, 0.3), (0.7, 0.95));
        var result = CredibilityScorer.Score(rows, new ScoringOptions { Model = "confusion" });
        Assert.That(result.Run.Iterations, Is.GreaterThan(4));
        Assert.That(result.Evaluate(truths).LogLoss, Is.LessThan(0.25));
    }

    [Test]
    public void Score_KnownTruths_AreKeptByEveryModel([ValueSource(nameof(LabelModels))] string model)
    {
        var result = CredibilityScorer.Score(Rows, new ScoringOptions { Model = model, Truths = [new KnownTruth("i0", "v2")] });
        Assert.That(result.ClaimsOf("i0").Where(claim => claim.Value != "v2").Select(claim => claim.Credibility), Is.All.LessThan(1e-5));
    }

    [Test]
    public void Score_KnownTruths_TeachThePoolToo()
    {
        var rows = Enumerable.Range(0, 30).SelectMany(item => (Assertion[])[new($"i{item}", "right", "x"), new($"i{item}", "wrong", "y")]).ToList();
        var truths = Enumerable.Range(0, 29).Select(item => new KnownTruth($"i{item}", "x")).ToArray();
        var unsettled = CredibilityScorer.Score(rows, new ScoringOptions { Truths = truths }).ClaimsOf("i29");
        Assert.That(unsettled.Single(claim => claim.Value == "x").Credibility, Is.GreaterThan(0.9));
    }

    [TestCase("biased-coin")]
    [TestCase("confusion")]
    [TestCase("confusion-subtypes")]
    public void Score_ItemsWithLabelsOfTheirOwn_SaysWhatToUse(string model)
    {
        var rows = Enumerable.Range(0, 50).Select(item => new Assertion($"i{item}", "s", $"only {item}"));
        Assert.That(() => CredibilityScorer.Score(rows, new ScoringOptions { Model = model }), Throws.InstanceOf<ArgumentException>().With.Message.Contains("one-coin"));
    }

    [Test]
    public void Score_OftenDenied_FallsBackToOneCoin()
    {
        var denied = Rows.Select((row, index) => index % 9 == 0 ? row with { Stance = Stance.Denies } : row);
        Assert.That(CredibilityScorer.Score(denied).Run.ModelChoice, Does.StartWith("values are open-ended or often denied"));
    }

    [Test]
    public void Score_OneDenialOfSeveralLabels_CountsAgainstItsClaimAlone()
    {
        var before = CredibilityScorer.Score(Rows);
        var top = before.ClaimsOf("i0").MaxBy(claim => claim.Credibility)!;
        var denier = before.Sources.Where(source => !Rows.Exists(row => row.Item == "i0" && row.Source == source.Source)).MaxBy(source => source.Reliability)!.Source;
        var after = CredibilityScorer.Score(Rows.Append(new Assertion("i0", denier, top.Value) { Stance = Stance.Denies }));
        Assert.That(after.Run.ModelChoice, Does.StartWith("all items share one small label set"));
        Assert.That(after.ClaimsOf("i0").Single(claim => claim.Value == top.Value).WeightDb, Is.LessThan(top.WeightDb - 1));
        foreach (var claim in after.Claims)
        {
            Assert.That(after.Explain(claim).Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb).Within(1e-9));
        }

        var moved = before.Claims.Where(claim => claim.Item != "i0").Zip(after.Claims.Where(claim => claim.Item != "i0"), (one, other) => Math.Abs(one.Credibility - other.Credibility)).Max();
        Assert.That(moved, Is.LessThan(0.01));
    }

    [Test]
    public void Score_DenialsOfTwoAnswers_AreVotesForTheOther([ValueSource(nameof(LabelModels))] string model)
    {
        var named = Answers(isNamed: true);
        var options = new ScoringOptions { Model = model };
        var (asValues, asDenials) = (CredibilityScorer.Score(named, options), CredibilityScorer.Score(Answers(isNamed: false), options));
        Assert.That(asDenials.Run.ModelChoice, Is.EqualTo(asValues.Run.ModelChoice));
        foreach (var claim in asDenials.Claims)
        {
            Assert.That(claim.Value, Is.EqualTo("yes"));
            var other = asValues.ClaimsOf(claim.Item).OrderByDescending(value => value.Value, StringComparer.Ordinal).First();
            Assert.That(claim.Credibility, Is.EqualTo(other.Value == "yes" ? other.Credibility : 1 - other.Credibility).Within(1e-6));
            Assert.That(asDenials.Explain(claim).Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb).Within(1e-9));
        }

        foreach (var (one, other) in asValues.Sources.Zip(asDenials.Sources))
        {
            Assert.That((other.Source, other.Agreed), Is.EqualTo((one.Source, one.Agreed)));
            Assert.That(other.Reliability, Is.EqualTo(one.Reliability).Within(1e-6));
        }
    }

    [Test]
    public void Score_YesInWordsOfTwoPairs_IsNoChoiceBetweenThem()
    {
        // "true" on some questions, "oui" on the others: who denies the one does not say the other.
        var rows = Answers(isNamed: false).Select(row => row with { Value = row.Item.EndsWith('0') ? "oui" : "true" }).ToList();
        var result = CredibilityScorer.Score(rows);
        Assert.That(result.Run.ModelChoice, Does.Not.StartWith("all items share"));
        Assert.That(result.Claims.Select(claim => claim.Value), Is.SupersetOf(new[] { "oui", "true" }));
    }

    [Test]
    public void Explain_DenialOfOneOfSeveralLabels_SpeaksOfReliabilityAlone()
    {
        var result = CredibilityScorer.Score(Rows.Append(new Assertion("i0", "s9", "v1") { Stance = Stance.Denies }));
        var steps = result.ClaimsOf("i0").Where(claim => claim.Value == "v1").SelectMany(result.Explain);
        Assert.That(steps.Single(step => step.Detail.StartsWith("denies it", StringComparison.Ordinal)).Detail, Does.Not.Contain("times as often"));
    }

    [Test]
    public void Score_KnownAnswerThatIsOnlyDenied_TeachesItsLabel()
    {
        // Who denies what all others affirm is right, as the known answers have it.
        var rows = Enumerable.Range(0, 40).SelectMany(item => (Assertion[])[
            new($"i{item:00}", "right", "yes") { Stance = Stance.Denies }, new($"i{item:00}", "a", "yes"), new($"i{item:00}", "b", "yes")]).ToList();
        var truths = Enumerable.Range(0, 39).Select(item => new KnownTruth($"i{item:00}", "no")).ToArray();
        Assert.That(CredibilityScorer.Score(rows, new ScoringOptions { Truths = truths }).ClaimsOf("i39").Single().Credibility, Is.LessThan(0.1));
    }

    [Test]
    public void Score_DenialsOfTwoAnswersBesideOpenItems_AreVotesForTheOther()
    {
        // Nothing is a label here, but a yes/no question has its two answers all the same, and who copies its denials is found.
        var open = Enumerable.Range(0, 20).SelectMany(item => Enumerable.Range(0, 3).Select(source => new Assertion($"o{item}", $"s0{source}", $"x{item}{item % (source + 1)}")));
        var (asValues, asDenials) = (CredibilityScorer.Score(Answers(isNamed: true).Concat(open)), CredibilityScorer.Score(Answers(isNamed: false).Concat(open)));
        Assert.That(asDenials.Run.ModelChoice, Does.EndWith("sources that repeat one another discounted"));
        Assert.That(Copies(asDenials), Is.EqualTo(Copies(asValues)));
        foreach (var claim in asDenials.Claims.Where(claim => claim.Value == "yes"))
        {
            var other = asValues.ClaimsOf(claim.Item).OrderByDescending(value => value.Value, StringComparer.Ordinal).First();
            Assert.That(claim.Credibility, Is.EqualTo(other.Value == "yes" ? other.Credibility : 1 - other.Credibility).Within(1e-6));
        }

        static IEnumerable<string> Copies(ScoringResult result) => result.Findings.Where(finding => finding.Kind == FindingKind.Copying).Select(finding => finding.Message);
    }

    /// <summary>Yes/no answers of twenty sources, two of which copy a third; "no" named, or as a denial of "yes".</summary>
    private static IEnumerable<Assertion> Answers(bool isNamed)
    {
        var random = new Random(5);
        var row = new double[20];
        for (var item = 0; item < 200; item++)
        {
            var truth = random.Next(2);
            for (var source = 0; source < row.Length; source++)
            {
                row[source] = source is 4 or 5 ? row[3] : random.NextDouble() < 0.55 + (0.02 * source) ? truth : 1 - truth;
                var assertion = new Assertion($"i{item:000}", $"s{source:00}", "yes");
                if (source == 3 || random.NextDouble() < 0.5)
                {
                    yield return row[source] > 0 ? assertion : isNamed ? assertion with { Value = "no" } : assertion with { Stance = Stance.Denies };
                }
            }
        }
    }

    [Test]
    public void Score_Auto_SaysWhatIsPooledAndHowFar()
    {
        var choice = CredibilityScorer.Score(Rows).Run.ModelChoice;
        Assert.That(choice, Does.Match(@"^all items share one small label set: mean of one-coin \(\d+ %, 0\.\d\d agreement with the others\), biased-coin \(.*\), confusion \(.*\)$"));
    }

    [Test]
    public void Score_LabelsThatAllSourcesPrefer_AreNotTakenForTheTruth()
    {
        // Where a source does not know, it says v0 nine times in ten: auto must beat a vote.
        double[][][] rows = [.. Enumerable.Range(0, 20).Select(source => LabelCorpus.Knowing(source < 5 ? 0.9 : 0.25, 0.9, 0.1))];
        var (assertions, truth) = LabelCorpus.Draw(6, 1000, [0.5, 0.5], rows, 7);
        var truths = truth.Select((label, item) => new KnownTruth($"i{item:0000}", $"v{label}")).ToArray();
        var vote = assertions.GroupBy(row => row.Item, StringComparer.Ordinal).Count(item => item.MaxBy(row => item.Count(other => other.Value == row.Value))!.Value == $"v{truth[int.Parse(item.Key[1..], System.Globalization.CultureInfo.InvariantCulture)]}") / 1000.0;
        Assert.That(CredibilityScorer.Score(assertions).Evaluate(truths).Accuracy, Is.GreaterThan(vote + 0.1).And.GreaterThan(0.85));
    }

    /// <summary>400 questions with two answers, six votes each, by sources some of which are mostly wrong.</summary>
    private static (List<Assertion> Rows, KnownTruth[] Truths) TwoAnswers(int seed, int sources, int wrong, (double From, double To) ofWrong, (double From, double To) ofOthers)
    {
        var random = new Random(seed);
        var right = Enumerable.Range(0, sources).Select(source => source < wrong ? Between(ofWrong) : Between(ofOthers)).ToArray();
        var (rows, truths) = (new List<Assertion>(), new KnownTruth[400]);
        for (var item = 0; item < truths.Length; item++)
        {
            var truth = random.Next(2);
            truths[item] = new KnownTruth($"i{item}", Answer(truth));
            foreach (var source in Enumerable.Range(0, sources).OrderBy(_ => random.Next()).Take(6).ToArray())
            {
                rows.Add(new Assertion($"i{item}", $"s{source}", Answer(random.NextDouble() < right[source] ? truth : 1 - truth)));
            }
        }

        return (rows, truths);

        double Between((double From, double To) range) => range.From + ((range.To - range.From) * random.NextDouble());

        static string Answer(int answer) => answer == 0 ? "a" : "b";
    }
}
