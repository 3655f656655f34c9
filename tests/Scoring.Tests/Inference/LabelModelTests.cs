using Scoring.Evaluating;
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
    public void Score_DeniedOrRelated_FallsBackToOneCoin()
    {
        var denied = Rows.Append(new Assertion("i0", "s0", "v1") { Stance = Stance.Denies });
        Assert.That(CredibilityScorer.Score(denied).Run.ModelChoice, Does.StartWith("values are open-ended, denied or related"));
        var related = new ScoringOptions { Relations = [new RelationDeclaration("i0", "v0", RelationKind.Implies, "i1", "v0", 3)] };
        Assert.That(CredibilityScorer.Score(Rows, related).Run.ModelChoice, Does.StartWith("values are open-ended, denied or related"));
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
}
