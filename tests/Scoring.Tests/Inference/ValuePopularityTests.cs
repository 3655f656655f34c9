using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

/// <summary>What it tells that a value is named on many items.</summary>
public sealed class ValuePopularityTests
{
    /// <summary>In percent.</summary>
    private const double ClearGain = 1;

    [Test]
    public void Score_PopularErrors_PopularValuesLose([Range(1, 4)] int seed) =>
        Assert.That(PowerOf(OpenCorpus.Draw(seed, truths: false, errors: true).Assertions), Is.InRange(-2, -0.2));

    [Test]
    public void Score_PopularTruths_PopularValuesWin([Range(1, 4)] int seed) =>
        Assert.That(PowerOf(OpenCorpus.Draw(seed, truths: true, errors: false).Assertions), Is.InRange(0.2, 2));

    [Test]
    public void Score_AllValuesAlike_TellsNothing([Range(1, 8)] int seed) =>
        Assert.That(PowerOf(OpenCorpus.Draw(seed, truths: false, errors: false).Assertions), Is.Zero);

    /// <summary>Then wrong voices agree by chance on popular values, which looks a little as if these were more often true.</summary>
    [Test]
    public void Score_PopularTruthsAndErrors_TellsLittle([Range(1, 8)] int seed) =>
        Assert.That(PowerOf(OpenCorpus.Draw(seed, truths: true, errors: true).Assertions), Is.InRange(0, 0.3));

    [Test]
    public void Score_PopularErrors_BeatsTheVoteByFar([Range(1, 4)] int seed)
    {
        var (rows, truths) = OpenCorpus.Draw(seed, truths: false, errors: true);
        using var result = CredibilityScorer.Score(rows);
        var voted = Share(rows.GroupBy(row => row.Item, StringComparer.Ordinal).Select(item => (item.Key, item.CountBy(row => row.Value, StringComparer.Ordinal).MaxBy(value => value.Value).Key)));
        Assert.That(100 * result.Evaluate(truths).Accuracy, Is.GreaterThan(voted + ClearGain));

        double Share(IEnumerable<(string Item, string Value)> winners) => 100.0 * winners.Count(winner => truths.Contains(new KnownTruth(winner.Item, winner.Value))) / truths.Length;
    }

    [Test]
    public void Explain_PopularErrors_BarsAddUpAndNameThePopularity()
    {
        using var result = CredibilityScorer.Score(OpenCorpus.Draw(1, truths: false, errors: true).Assertions);
        foreach (var claim in result.Claims)
        {
            var steps = result.Explain(claim);
            Assert.That(steps.Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb), $"{claim.Item} = {claim.Value}");
            Assert.That(steps.Single(step => step.Factor == Factor.BaseRate).Detail, Does.StartWith($"its value is named on {result.Claims.Count(other => other.Value == claim.Value)} of the items"));
        }
    }

    [Test]
    public void Explain_TheOnlyValueNamed_LosesWhereItIsMorePopularThanTruths()
    {
        using var result = CredibilityScorer.Score(OpenCorpus.Draw(2, truths: false, errors: true).Assertions);
        var popularity = result.Posterior.Popularity!;
        foreach (var claim in result.Claims.Where(claim => result.ClaimsOf(claim.Item).Count == 1))
        {
            var bar = result.Explain(claim).Single(step => step.Factor == Factor.BaseRate).WeightDb;
            Assert.That(bar < 0, Is.EqualTo(popularity.Items(claim.Index) > popularity.ItemsOfTruths), claim.Item);
        }
    }

    [Test]
    public void Score_AnyThreadsAndOrder_SameBits()
    {
        var rows = OpenCorpus.Draw(3, truths: false, errors: true, items: 3000).Assertions.ToArray();
        var one = CredibilityScorer.Score(rows, new ScoringOptions { Threads = 1 }).Claims.Select(claim => claim.Credibility).ToArray();
        new Random(4).Shuffle(rows);
        var many = CredibilityScorer.Score(rows, new ScoringOptions { Threads = 3 }).Claims.Select(claim => claim.Credibility);
        Assert.That(many, Is.EqualTo(one));
    }

    [Test]
    public void Concerns_LabelsYesNoAndMeasurements_None()
    {
        ScoringResult[] results =
        [
            CredibilityScorer.Score(MeasuredCorpus.Draw(1).Assertions),
            CredibilityScorer.Score(Enumerable.Range(0, 40).Select(item => new Assertion($"i{item}", $"s{item % 3}", item % 2 == 0 ? "yes" : "no"))),
        ];
        Assert.That(results.SelectMany(result => Enumerable.Range(0, result.Evidence.Corpus.ItemCount).Where(item => result.Posterior.Popularity?.Concerns(item) == true)), Is.Empty);
    }

    [Test]
    public void Score_PopularErrors_TheChoiceSaysSo()
    {
        using var result = CredibilityScorer.Score(OpenCorpus.Draw(1, truths: false, errors: true).Assertions);
        Assert.That(result.Run.ModelChoice, Does.Match("where values named on ten times as many items have 0[.][0-9]+ times the odds of others$"));
    }

    private static double PowerOf(IEnumerable<Assertion> assertions)
    {
        using var result = CredibilityScorer.Score(assertions);
        return result.Posterior.Popularity!.Power;
    }
}
