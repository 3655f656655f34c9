using Scoring.Explaining;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class TurnoutTests
{
    private const string Sentence = "how many speak on an item tells of its answer";

    /// <summary>Guides that go on naming closed places as open, and name fewer of them.</summary>
    private static readonly double[][][] Guides = [.. Enumerable.Range(0, 24).Select(source => new[] { new[] { 0.3 + (0.02 * source), 0.7 - (0.02 * source) }, [0.03, 0.97] })];

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(3, 2)]
    [TestCase(4, 3)]
    [TestCase(int.MaxValue, 31)]
    public void GroupOf_Votes_IsByDoubling(int votes, int group) => Assert.That(Turnout.GroupOf(votes), Is.EqualTo(group));

    [Test]
    public void Learn_LabelsThatDiffer_GivesWhatTheirSharesSay()
    {
        var turnout = new Turnout(2);
        turnout.Learn(Items((8000, 2000), (2000, 8000)));
        Assert.That(turnout.Of(0)[0], Is.EqualTo(Math.Log(0.8 / 0.5)).Within(0.002));
        Assert.That(turnout.Of(0)[1], Is.EqualTo(Math.Log(0.2 / 0.5)).Within(0.002));
        Assert.That(turnout.Of(2).ToArray(), Is.All.Zero);
        Assert.That(turnout.LogEvidence, Is.GreaterThan(100));
    }

    [Test]
    public void Learn_LabelsAlike_IsEvidenceAgainstIt()
    {
        var turnout = new Turnout(2);
        turnout.Learn(Items((800, 1600), (100, 200)));
        Assert.That(turnout.Of(0).ToArray().Concat(turnout.Of(1).ToArray()), Is.All.EqualTo(0).Within(0.01));
        Assert.That(turnout.LogEvidence, Is.LessThan(0));
    }

    [Test]
    public void Learn_GroupOfOneItem_TellsLittle()
    {
        var turnout = new Turnout(2);
        turnout.Learn(Items((500, 100), (100, 500), (1, 0)));
        Assert.That(turnout.Of(2)[0] - turnout.Of(2)[1], Is.InRange(0, 1.5));
    }

    /// <summary>Where hard items get more votes, and errors on them lean to one answer, that answer would look common among items of many votes.</summary>
    [Test]
    public void Score_MoreVotesOnHardItems_AreLeftOut([Range(1, 3)] int seed, [Values(0.4, 0.5, 0.6, 0.7)] double rightOfOther)
    {
        var random = new Random(seed);
        var rows = new List<Assertion>();
        for (var item = 0; item < 600; item++)
        {
            var (truth, isHard) = (random.Next(2), random.NextDouble() < 0.3);
            var right = !isHard ? 0.9 : truth == 0 ? rightOfOther + 0.25 : rightOfOther;
            rows.AddRange(Enumerable.Range(0, 40).OrderBy(_ => random.Next()).Take(isHard ? random.Next(5, 11) : random.Next(1, 4)).ToArray()
                .Select(source => new Assertion($"i{item}", $"s{source}", $"v{(random.NextDouble() < right ? truth : 1 - truth)}")));
        }

        Assert.That(CredibilityScorer.Score(rows).Run.ModelChoice, Does.Not.Contain(Sentence));
    }

    [Test]
    public void Score_ClosedPlacesInFewGuides_AreFoundOut([Range(1, 4)] int seed)
    {
        var (rows, truth) = LabelCorpus.Draw(seed, items: 500, [0.5, 0.5], Guides, (random, label) => label == 0 ? random.Next(1, 5) : random.Next(2, 11));
        var result = CredibilityScorer.Score(rows);
        var truths = Truths(truth);
        Assert.That(result.Run.ModelChoice, Does.EndWith(Sentence));
        Assert.That(result.Evaluate(truths).Accuracy, Is.GreaterThan(CredibilityScorer.Score(rows, new ScoringOptions { Model = "confusion" }).Evaluate(truths).Accuracy + 0.03));
    }

    [Test]
    public void Score_TurnoutOfChance_IsLeftOut([Range(1, 6)] int seed, [Values(0.5, 0.1)] double share)
    {
        var sources = Enumerable.Range(0, 30).Select(source => LabelCorpus.Knowing(0.2 + (0.02 * source), 0.5, 0.5)).ToArray();
        var (rows, _) = LabelCorpus.Draw(seed, items: 600, [share, 1 - share], sources, (random, _) => 1 << random.Next(5));
        Assert.That(CredibilityScorer.Score(rows).Run.ModelChoice, Does.Not.Contain(Sentence));
    }

    [Test]
    public void Explain_Turnout_IsABarOfItsOwnAndBarsAddUp()
    {
        var (rows, _) = LabelCorpus.Draw(seed: 1, items: 500, [0.5, 0.5], Guides, (random, label) => label == 0 ? random.Next(1, 5) : random.Next(2, 11));
        var result = CredibilityScorer.Score(rows);
        foreach (var claim in result.Claims)
        {
            var steps = result.Explain(claim);
            var votes = rows.Count(row => row.Item == claim.Item);
            var bar = steps.Single(step => step.Factor == Factor.BaseRate && step.Detail.StartsWith("on items with", StringComparison.Ordinal));
            Assert.That(steps.Select(step => step.Factor), Has.None.EqualTo(Factor.Competition), "what the bars leave over");
            Assert.That(steps.Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb).Within(1e-9));
            Assert.That(bar.Detail, Does.StartWith(votes switch { 1 => "on items with 1 vote", < 4 => "on items with 2 to 3 votes", < 8 => "on items with 4 to 7 votes", _ => "on items with 8 to 15 votes" }));
        }
    }

    private static double[] Items(params (double First, double Second)[] groups)
    {
        var items = new double[2 * Turnout.Groups];
        foreach (var (index, (first, second)) in groups.Index())
        {
            (items[2 * index], items[(2 * index) + 1]) = (first, second);
        }

        return items;
    }

    private static KnownTruth[] Truths(int[] truth) => [.. truth.Select((label, item) => new KnownTruth($"i{item:0000}", $"v{label}"))];
}
