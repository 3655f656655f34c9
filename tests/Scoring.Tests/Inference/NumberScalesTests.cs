using System.Globalization;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

/// <summary>What numbers near one another do to a score.</summary>
public sealed class NumberScalesTests
{
    private static readonly ScoringOptions On = new() { Numeric = NumericValues.On };
    private static readonly Assertion[] Others = MeasuredCorpus.Draw(2, items: 60).Assertions;

    [Test]
    public void Score_ANearValue_SupportsInPart()
    {
        var result = CredibilityScorer.Score([.. Others, new("i", "s01", "10"), new("i", "s02", "40"), new("i", "s03", "10.3")], On);
        double[] ofItsVoice = [.. new[] { "10.3", "10", "40" }.Select(value => result.Explain(result.ClaimsOf("i").Single(claim => claim.Value == value))
            .Where(step => step.Source == "s03").Sum(step => step.WeightDb))];
        Assert.That((ofItsVoice[0] > ofItsVoice[1], ofItsVoice[1] > ofItsVoice[2], ofItsVoice[2] < 0), Is.EqualTo((true, true, true)));
    }

    [Test]
    public void Score_ANearValueFurtherAway_SupportsLess([Values] bool isWide)
    {
        var oddsAgainstAFarOne = Enumerable.Range(1, 8).Select(step => Odds((10 + (isWide ? step : step / 10.0)).ToString(CultureInfo.InvariantCulture)));
        Assert.That(oddsAgainstAFarOne, Is.Ordered.Descending);
    }

    [Test]
    public void Score_AnOutlier_DoesNotMoveTheAnswer([Values("1e9", "-1e9", "400")] string outlier)
    {
        Assertion[] rows = [.. Others, new("i", "s01", "20.1"), new("i", "s02", "20.3"), new("i", "s03", "20.2"), new("i", "s04", "20.2")];
        var before = CredibilityScorer.Score(rows, On).ClaimsOf("i").Single(claim => claim.Rank == 1);
        var after = CredibilityScorer.Score([.. rows, new("i", "s05", outlier)], On).ClaimsOf("i").Single(claim => claim.Rank == 1);
        Assert.That(after.Value, Is.EqualTo(before.Value));
        Assert.That(after.Credibility, Is.EqualTo(before.Credibility).Within(0.1));
    }

    [Test]
    public void Score_ASourceOfTwoAnswers_HasAboutTheScaleOfAll()
    {
        var numbers = CredibilityScorer.Score([.. Others, new("i001", "new", "900"), new("i002", "new", "-900")], On).Posterior.Numbers!;
        Assert.That(numbers.Scale[0] / numbers.ScaleOf(0), Is.InRange(0.8, 1.25));
    }

    [Test]
    public void Score_CorpusOfFacts_NearnessCountsLessThanInMeasurements()
    {
        var facts = MeasuredCorpus.Draw(5, decimals: 0).Assertions.Select((row, index) => index % 3 == 0 ? row : row with { Value = row.Item[1..] + "0" });
        Assert.That(ShareInexact(facts), Is.LessThan(0.7 * ShareInexact(MeasuredCorpus.Draw(5).Assertions)));
    }

    [Test]
    public void Score_DeniedNumber_LosesToTheOthers() => Assert.That(
        Of("10", [new("i", "a", "10"), new("i", "b", "20"), new("i", "c", "10") { Stance = Stance.Denies }]),
        Is.LessThan(Of("10", [new("i", "a", "10"), new("i", "b", "20")])));

    [Test]
    public void Score_KnownTruthWithinTolerance_SettlesTheClaim()
    {
        var options = On with { Tolerance = new Tolerance { Absolute = 0.5 }, Truths = [new("i", "10.4")] };
        Assert.That(CredibilityScorer.Score([new("i", "a", "10"), new("i", "b", "20")], options).ClaimsOf("i").Select(claim => claim.Credibility > 0.5), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Score_HostileNumbers_GivesProbabilities()
    {
        string[] values = ["NaN", "1e400", "-1e308", "1e308", "1.7e308", "5e-324", "0", "-0", "\uFF10\uFF11\uFF12", "12", "12.0", "n/a", "1e-400"];
        var rows = values.SelectMany((value, index) => Enumerable.Range(0, 3).Select(item => new Assertion($"i{item}", $"s{index}", item == 0 ? value : values[(index + item) % 9])));
        var numbers = values.Where(value => value is not ("NaN" or "1e400" or "\uFF10\uFF11\uFF12")).Select((value, index) => new Assertion("numbers", $"s{index}", value));
        Assert.That(CredibilityScorer.Score([.. rows, .. numbers], On).Claims.Select(claim => claim.Credibility), Is.All.InRange(0, 1));
    }

    [Test]
    public void Score_ThousandsOfNumbersOnOneItem_GivesProbabilities()
    {
        var rows = Enumerable.Range(0, 1500).Select(source => new Assertion("i", $"s{source}", (1000 + (source * 0.001)).ToString(CultureInfo.InvariantCulture)));
        Assert.That(CredibilityScorer.Score(rows, On with { MostIterations = 3 }).Claims.Sum(claim => claim.Credibility), Is.InRange(0, 1 + 1e-9));
    }

    [Test]
    public void Score_AnyThreadsOrderAndCulture_GivesTheSameBits()
    {
        var rows = MeasuredCorpus.Draw(9, items: 600).Assertions;
        var expected = Bits(rows, 1);
        var (before, shuffled) = (CultureInfo.CurrentCulture, rows.ToArray());
        new Random(1).Shuffle(shuffled);
        try
        {
            CultureInfo.CurrentCulture = CommaCulture.New();
            Assert.That(Bits(shuffled, 3), Is.EqualTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Run_NumbersFound_SaysSo() => Assert.That(
        CredibilityScorer.Score(MeasuredCorpus.Draw(1).Assertions).Run.ModelChoice, Does.StartWith("values of 300 items are numbers"));

    /// <summary>Odds of 10 against 40, if a third source says what is given.</summary>
    private static double Odds(string third)
    {
        Assertion[] rows = [.. Others, new("i", "s01", "10"), new("i", "s02", "40"), new("i", "s03", third)];
        return Of("10", rows) / Of("40", rows);
    }

    private static double Of(string value, Assertion[] rows) =>
        CredibilityScorer.Score(rows, On).ClaimsOf("i").Single(claim => claim.Value == value).Credibility;

    private static double ShareInexact(IEnumerable<Assertion> rows) => CredibilityScorer.Score(rows, On).Posterior.Numbers!.ShareInexact;

    private static long[] Bits(Assertion[] rows, int threads) =>
        [.. CredibilityScorer.Score(rows, new ScoringOptions { Threads = threads }).Claims.Select(claim => BitConverter.DoubleToInt64Bits(claim.WeightDb))];
}
