using System.Globalization;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class NumberTiesTests
{
    private static readonly ScoringOptions On = new() { Numeric = NumericValues.On };

    /// <summary>Six voices are 15 pairs: 4 are equal, 3 one step apart of the numbers, which go in tens; beside the number most named there are 3 pairs, 1 of them equal.</summary>
    [Test]
    public void Of_OneItem_CountsItsPairs()
    {
        var ties = Of(["10", "10", "10", "11", "30", "30"]);
        Assert.That(ties.Share, Is.EqualTo(4.0 / 25).Within(1e-12));
        Assert.That(ties.ByChance, Is.EqualTo((1.0 + 1) / (10 + 3)).Within(1e-12));
    }

    /// <summary>Numbers that go in ones: of 15 pairs 10 are one step apart.</summary>
    [Test]
    public void Of_NumbersSideBySide_ChanceIsThatOfOneStepOnOneSide() =>
        Assert.That(Of(["11", "12", "13", "12", "13", "12"]).ByChance, Is.EqualTo((1.0 + (9.0 / 2)) / 25).Within(1e-12));

    [Test]
    public void Of_WhatSupportsNothing_IsNotCounted()
    {
        Assertion[] rows = [new("i", "a", "10"), new("i", "b", "10"), new("i", "c", "25")];
        Assert.That(
            Of([.. rows, new("i", "d", "10") { Stance = Stance.Denies }, new("i", "e", "25") { Stance = Stance.Denies }]), Is.EqualTo(Of(rows)));
    }

    [Test]
    public void Of_Relays_AreNoVoicesOfTheirOwn()
    {
        Assertion[] rows = [new("i", "a", "10"), new("i", "b", "25")];
        Assert.That(Of([.. rows, .. Enumerable.Range(0, 5).Select(relay => new Assertion("i", $"r{relay}", "10") { Origin = "a" })]).Share, Is.LessThan(Of(["10", "10", "10", "10", "10", "10", "25"]).Share));
    }

    /// <summary>A part of the answers is exact, the others around the truth: as many are found to be.</summary>
    [TestCase(0.0, 0.0, 0.12)]
    [TestCase(0.3, 0.25, 0.35)]
    [TestCase(0.6, 0.55, 0.65)]
    public void Of_ExactAnswersAmongOthers_FindsTheirShare(double exact, double least, double most) =>
        Assert.That(Of(Cloud(seed: 1, exact, around: 1)).Exact, Is.InRange(least, most));

    /// <summary>All who err name the same wrong number: that voices are equal shows little.</summary>
    [Test]
    public void Of_ErrorsInCommon_AreChance()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 200).SelectMany(item => Enumerable.Range(0, 8).Select(source => new Assertion($"i{item}", $"s{source}", Text(random.NextDouble() < 0.5 ? 100 + item : 150 + item)))).ToArray();
        Assert.That(Of(rows).Exact, Is.EqualTo(0.01));
        Assert.That(Of(rows).LogOddsOfEqual, Is.LessThan(0.1));
    }

    /// <summary>Most answers lie about 85 % of the truth, which two of five name exactly: that so many are equal tells more than where most lie.</summary>
    [Test]
    public void Score_ExactAnswersBesideABiasedCloud_AreFound([Range(1, 3)] int seed)
    {
        var rows = Cloud(seed, exact: 0.4, around: 0.85);
        var truths = rows.Select(row => row.Item).Distinct(StringComparer.Ordinal).Select(item => new KnownTruth(item, item[1..])).ToArray();
        Assert.That(CredibilityScorer.Score(rows, On).Evaluate(truths).Accuracy, Is.GreaterThan(0.75));
    }

    [Test]
    public void Score_Measurements_EqualOnesAreChance() =>
        Assert.That(CredibilityScorer.Score(MeasuredCorpus.Draw(3).Assertions, On).Posterior.Numbers!.Ties.Exact, Is.LessThan(0.1));

    /// <summary>Items whose truth is in their name; 8 of 25 sources speak on each.</summary>
    private static Assertion[] Cloud(int seed, double exact, double around)
    {
        var random = new Random(seed);
        var rows = new List<Assertion>();
        for (var item = 0; item < 300; item++)
        {
            var truth = (2000 * item) + random.Next(50, 2000);
            var size = truth % 2000;
            var sources = Enumerable.Range(0, 25).ToArray();
            random.Shuffle(sources);
            rows.AddRange(sources[..8].Select(source => new Assertion(
                $"i{truth}", $"s{source}", Text(random.NextDouble() < exact ? truth : truth - size + Math.Round(size * around * Math.Exp(0.06 * Normal()))))));
        }

        return [.. rows];

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static NumberTies Of(string[] values) => Of([.. values.Select((value, source) => new Assertion("i", $"s{source}", value))]);

    private static NumberTies Of(Assertion[] rows) => NumberTies.Of(CredibilityScorer.Score(rows, On).Evidence);
}
