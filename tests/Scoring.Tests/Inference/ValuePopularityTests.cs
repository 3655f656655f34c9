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
            Assert.That(
                steps.Where(step => step.Factor == Factor.BaseRate).Select(step => step.Detail),
                Is.All.StartsWith($"its value is named on {result.Claims.Count(other => other.Value == claim.Value)} of the items"));
        }
    }

    [Test]
    public void Explain_TheOnlyValueNamed_LosesWhereItIsMorePopularThanTruths()
    {
        using var result = CredibilityScorer.Score(OpenCorpus.Draw(2, truths: false, errors: true).Assertions);
        var popularity = result.Posterior.Popularity!;
        double[] bars =
        [
            .. result.Claims.Where(claim => result.ClaimsOf(claim.Item).Count == 1).OrderBy(claim => popularity.Items(claim.Index))
                .Select(claim => Math.Round(result.Explain(claim).Where(step => step.Factor == Factor.BaseRate).Sum(step => step.WeightDb), 6)),
        ];
        Assert.That(bars, Is.Ordered.Descending);
        Assert.That((bars[0], bars[^1] < 0), Is.EqualTo((0.0, true)), "the rarest, the most popular");
    }

    [Test]
    public void Score_OneSourceOnItsOwn_MakesNoValuePopularAndNothingSurer()
    {
        var rows = OpenCorpus.Draw(1, truths: false, errors: true).Assertions;
        var alone = Enumerable.Range(0, 1000).Select(item => new Assertion($"alone{item}", "loner", "v150")).Append(new("rare", "unknown", "unheard"));
        using var without = CredibilityScorer.Score(rows);
        using var with = CredibilityScorer.Score([.. rows, .. alone]);
        Assert.That(with.Posterior.Popularity!.Power, Is.EqualTo(without.Posterior.Popularity!.Power).Within(1e-6));
        Assert.That(with.ClaimsOf("i0000").Select(claim => claim.Credibility), Is.EqualTo(without.ClaimsOf("i0000").Select(claim => claim.Credibility)).Within(1e-6));
        Assert.That(with.ClaimsOf("rare").Single().Credibility, Is.InRange(0.3, 0.7), "what sources deserve here");
    }

    [TestCase(Stance.Denies)]
    [TestCase(Stance.Retracts)]
    public void Items_WhatNobodyStandsBy_IsNotCounted(Stance stance)
    {
        var rows = OpenCorpus.Draw(1, truths: false, errors: true).Assertions;
        using var result = CredibilityScorer.Score(
        [
            .. rows, new("q", "s00", "rare"), new("q", "s01", "other"), new("q", "s02", "other"),
            .. Enumerable.Range(0, 100).SelectMany(item => (Assertion[])[new($"i{item:0000}", "denier", "rare"), new($"i{item:0000}", "denier", "rare") { Stance = stance }]).Where(row => stance == Stance.Retracts || row.Stance == stance),
        ]);
        Assert.That(result.Posterior.Popularity!.Items(result.ClaimsOf("q").Single(claim => claim.Value == "rare").Index), Is.EqualTo(1));
    }

    [Test]
    public void Score_AllValuesOfAnItemEquallyPopular_TellsNothing()
    {
        using var result = CredibilityScorer.Score(
            from pair in Enumerable.Range(0, 40)
            from item in (int[])[0, 1]
            from source in Enumerable.Range(0, 5)
            select new Assertion($"i{pair}_{item}", $"s{source}", $"{(source < 3 ? "a" : "b")}{pair}"));
        Assert.That((result.Posterior.Popularity.IsClear, result.Run.ModelChoice), Is.EqualTo((false, "values are open-ended or often denied, answers nearly all the same, or there are fewer than ten items to a label: one reliability a source, sources that repeat one another discounted")));
    }

    /// <summary>That one value is named everywhere makes it win votes; that common values are right it does not show.</summary>
    [Test]
    public void Score_OneValueThatManyNameWhateverIsAsked_IsNoReasonToBelieveIt()
    {
        using var result = CredibilityScorer.Score(
            from item in Enumerable.Range(0, 200)
            from source in Enumerable.Range(0, 6)
            select new Assertion($"i{item:000}", $"s{source}", (item + (source * 7)) % 10 < 5 ? "unknown" : source == item % 6 ? $"wrong{item}" : $"right{item}"));
        Assert.That(result.Posterior.Popularity!.Power, Is.AtMost(0));
    }

    [Test]
    public void Score_OneItem_TellsNothing()
    {
        using var result = CredibilityScorer.Score(
        [
            .. Enumerable.Range(0, 5).Select(source => new Assertion("i", $"s{source}", "v")), .. Enumerable.Range(0, 12).Select(source => new Assertion("i", $"t{source}", $"w{source}")),
            .. from value in Enumerable.Range(0, 12) from item in Enumerable.Range(0, 6) from source in (int[])[0, 1] select new Assertion($"j{value}_{item}", $"u{item}{source}", $"w{value}"),
        ]);
        Assert.That(result.Posterior.Popularity.IsClear, Is.False);
    }

    [Test]
    public void Score_RelationsBesidePopularity_BarsAddUp()
    {
        var rows = OpenCorpus.Draw(1, truths: false, errors: true).Assertions;
        using var result = CredibilityScorer.Score(rows, new ScoringOptions
        {
            Relations = [new RelationDeclaration(rows[0].Item, rows[0].Value, RelationKind.Implies, rows[4].Item, rows[4].Value, 6)],
        });
        foreach (var claim in result.ClaimsOf(rows[0].Item).Concat(result.ClaimsOf(rows[4].Item)))
        {
            var steps = result.Explain(claim);
            Assert.That((steps.Sum(step => step.WeightDb), steps.Any(step => step.Factor == Factor.Consistency)), Is.EqualTo((claim.WeightDb, true)), $"{claim.Item} = {claim.Value}");
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
