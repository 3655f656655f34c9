using System.Globalization;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Indexing;

public sealed class NumberDetectionTests
{
    [Test]
    public void Auto_Measurements_AreNumbers() => Assert.That(IsNumeric(MeasuredCorpus.Draw(1).Assertions), Is.True);

    [Test]
    public void Auto_MissingMarkersBeside_AreNumbersStill() => Assert.That(
        IsNumeric(MeasuredCorpus.Draw(1).Assertions.Select((row, index) => index % 9 == 0 ? row with { Value = "n/a" } : row)), Is.True);

    [Test]
    public void Auto_PopulationsOfManySizes_AreComparedByRatio()
    {
        var result = CredibilityScorer.Score(Drawn((random, item) => Math.Exp(item / 20.0) * 1000 * (1 + (0.05 * random.NextDouble()))));
        Assert.That(result.Evidence.Corpus.Numbers?.IsRelative, Is.True);
    }

    [Test]
    public void Auto_TemperaturesAroundZero_AreComparedAsTheyAre()
    {
        var result = CredibilityScorer.Score(Drawn((random, item) => (item / 3.0) - 20 + random.NextDouble()));
        Assert.That(result.Evidence.Corpus.Numbers?.IsRelative, Is.False);
    }

    [Test]
    public void Auto_PopulationsWithAFewZeros_AreComparedByRatioStill()
    {
        var result = CredibilityScorer.Score(Drawn((random, item) => random.Next(20) == 0 ? 0 : Math.Exp(item / 20.0) * 1000 * (1 + (0.05 * random.NextDouble()))));
        Assert.That(result.Evidence.Corpus.Numbers?.IsRelative, Is.True);
    }

    [Test]
    public void Auto_MeasurementsWithTheirUnit_AreNumbers() => Assert.That(
        IsNumeric(MeasuredCorpus.Draw(1).Assertions.Select(row => row with { Value = row.Value + " km" })), Is.True);

    [Test]
    public void On_ItemOfTwoUnits_IsNot() => Assert.That(
        CredibilityScorer.Score([new("i", "a", "1 km"), new("i", "b", "2 m")], new ScoringOptions { Numeric = NumericValues.On }).Evidence.Corpus.Numbers?.ItemCount ?? 0, Is.Zero);

    [Test]
    public void Auto_Years_AreNot() => Assert.That(IsNumeric(Drawn((random, item) => 1700 + item + random.Next(2))), Is.False);

    [Test]
    public void Auto_CompactDates_AreNot() => Assert.That(IsNumeric(Drawn((random, item) => 20110101 + (10000 * (item % 10)) + (100 * (item / 20)) + random.Next(3))), Is.False);

    [Test]
    public void Auto_Identifiers_AreNot() => Assert.That(IsNumeric(Drawn((random, _) => random.Next(100_000, 1_000_000))), Is.False);

    [Test]
    public void Auto_Gates_AreNot() => Assert.That(IsNumeric(Drawn((random, _) => random.Next(1, 90))), Is.False);

    [Test]
    public void Auto_Grades_AreNot() => Assert.That(IsNumeric(Drawn((random, item) => Math.Clamp(1 + (item % 5) + random.Next(2), 1, 5))), Is.False);

    [TestCase(15)]
    [TestCase(100)]
    public void Auto_Labels_AreNot(int items) => Assert.That(
        IsNumeric(Drawn((random, item) => random.Next(4) == 0 ? random.Next(3) : item % 3, items)), Is.False);

    [Test]
    public void Auto_IsoDates_AreNot() => Assert.That(
        IsNumeric(Texts((random, item) => $"2011-12-{1 + ((item + random.Next(2)) % 28):00}")), Is.False);

    [Test]
    public void Auto_TimesOfDay_AreNot() => Assert.That(
        IsNumeric(Texts((random, item) => $"{item % 24:00}:{random.Next(60):00}")), Is.False);

    [Test]
    public void Auto_QuestionsInWordsBeside_AreNumbersStill() => Assert.That(
        IsNumeric(MeasuredCorpus.Draw(1).Assertions.Concat(Texts((random, item) => $"name {item} {random.Next(2)}").Select(row => row with { Item = $"who {row.Item}" }))), Is.True);

    [Test]
    public void Auto_NumbersAndWordsOnTheSameItems_AreNot() => Assert.That(
        IsNumeric(MeasuredCorpus.Draw(1).Assertions.Select((row, index) => index % 5 == 0 ? row with { Value = $"name {index}" } : row)), Is.False);

    /// <summary>Yes/no questions, or a choice of four, beside them have labels of their own.</summary>
    [TestCase(2)]
    [TestCase(4)]
    public void Auto_LabelsBeside_AreNumbersStill(int labels)
    {
        var rows = MeasuredCorpus.Draw(1).Assertions.Concat(Texts((random, item) => $"{(item + random.Next(2)) % labels}", 100).Select(row => row with { Item = $"which {row.Item}" }));
        var corpus = CredibilityScorer.Score(rows).Evidence.Corpus;
        Assert.That((corpus.Numbers is not null, corpus.Labels.Sets.Single().Count), Is.EqualTo((true, labels)));
    }

    [Test]
    public void Auto_AFewItems_AreNot() => Assert.That(
        IsNumeric([new("dead", "a", "12"), new("dead", "b", "13"), new("hurt", "a", "40"), new("hurt", "b", "41")]), Is.False);

    [Test]
    public void On_AFewItems_AreNumbers() => Assert.That(
        IsNumeric([new("dead", "a", "12"), new("dead", "b", "13")], NumericValues.On), Is.True);

    [Test]
    public void On_OneLabelSet_IsNumbersAndNoLabels()
    {
        var result = CredibilityScorer.Score(
            Drawn((random, item) => random.Next(4) == 0 ? random.Next(3) : item % 3), new ScoringOptions { Numeric = NumericValues.On });
        Assert.That((result.Evidence.Corpus.Numbers is not null, result.Evidence.Corpus.SharedLabels.Length), Is.EqualTo((true, 0)));
    }

    [Test]
    public void Off_Measurements_AreNot() => Assert.That(IsNumeric(MeasuredCorpus.Draw(1).Assertions, NumericValues.Off), Is.False);

    [Test]
    public void Numeric_NoSuchChoice_Throws() =>
        Assert.That(() => new ScoringOptions { Numeric = (NumericValues)9 }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Tolerance_ValuesThatAreNoMeasurements_Warns() => Assert.That(
        CredibilityScorer.Score([new Assertion("i", "a", "red")], new ScoringOptions { Tolerance = new Tolerance { Absolute = 1 } }).Run.Warnings,
        Has.Some.Contains("tolerance 1"));

    [TestCase("26.71 EUR")]
    [TestCase("23,05")]
    public void Measurements_SomethingElseAmongThem_WarnsAndNamesIt(string odd)
    {
        var rows = MeasuredCorpus.Draw(1).Assertions;
        string[] items = [.. rows.Select(row => row.Item).Distinct(StringComparer.Ordinal).Take(30)];
        Assert.That(
            CredibilityScorer.Score([.. rows.Where(row => items.Contains(row.Item, StringComparer.Ordinal)), .. items.Take(10).Select(item => new Assertion(item, "new", odd))]).Run.Warnings,
            Has.Some.StartsWith($"the values look like measurements but are taken as texts: 10 of 30 contested items hold something else, as '{odd}' of item"));
    }

    [Test]
    public void Measurements_TooFew_Warns()
    {
        var rows = MeasuredCorpus.Draw(1).Assertions;
        string[] items = [.. rows.Select(row => row.Item).Distinct(StringComparer.Ordinal).Take(5)];
        Assert.That(
            CredibilityScorer.Score([.. rows.Where(row => items.Contains(row.Item, StringComparer.Ordinal))]).Run.Warnings,
            Has.Some.EqualTo("the values look like measurements but are taken as texts: 5 contested items with numbers are too few to tell; --numeric on compares them"));
    }

    [Test]
    public void Labels_InDigits_DoNotWarn() =>
        Assert.That(CredibilityScorer.Score(Drawn((random, _) => random.Next(5))).Run.Warnings, Is.Empty);

    private static bool IsNumeric(IEnumerable<Assertion> rows, NumericValues numeric = NumericValues.Auto) =>
        CredibilityScorer.Score(rows, new ScoringOptions { Numeric = numeric }).Evidence.Corpus.Numbers is not null;

    private static Assertion[] Drawn(Func<Random, int, double> draw, int items = 120) =>
        Texts((random, item) => draw(random, item).ToString("0.###", CultureInfo.InvariantCulture), items);

    /// <summary>Five answers to each item.</summary>
    private static Assertion[] Texts(Func<Random, int, string> draw, int items = 120)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, items).SelectMany(item => Enumerable.Range(0, 5).Select(source => new Assertion($"item {item}", $"source {source}", draw(random, item))))];
    }
}
