using Scoring.Reading;
using Scoring.Tests.Corpora;
using Scoring.Tests.Reading;

namespace Scoring.Tests.Indexing;

public sealed class NumberSearchTests
{
    [TestCase("t", "10.0", "10")]
    [TestCase("t", "1.2e1", "12")]
    [TestCase("t", "11", null)]
    [TestCase("u", "20.0", "20")]
    [TestCase("u", "20.5", null)]
    [TestCase("v", "3e1", "30")]
    [TestCase("w", "5.0 km", "5 km")]
    [TestCase("w", "5.0", null)]
    [TestCase("x", "7.0", "7")]
    [TestCase("x", "n/a", "n/a")]
    [TestCase("y", "1.0", null)]
    public void Find_Number_IsTheClaimThatNamesIt(string item, string value, string? claim) => Assert.That(
        Found(default, item, value, "t 10", "t 10", "t 12", "u 20", "u 20", "v 30.0", "v 30", "v 30", "w 5 km", "x 7", "x n/a", "y 1", "y red"), Is.EqualTo(claim));

    [TestCase("20.4", "20")]
    [TestCase("20.6", "20")]
    [TestCase("21", "20")]
    [TestCase("21.0", "20")]
    [TestCase("19", "20")]
    [TestCase("21.1", null)]
    public void Find_WithinTolerance_IsTheClaim(string value, string? claim) => Assert.That(Found(new Tolerance { Absolute = 1 }, "u", value, "u 20", "u 20.0", "u 20", "u 21"), Is.EqualTo(claim));

    /// <summary>Though another claim is nearer, the rows that name a number stand under one.</summary>
    [TestCase("11", "10")]
    [TestCase("11.0", "10")]
    [TestCase("11.2", "11.9")]
    public void Find_NumberThatAClaimHasTaken_IsThatClaim(string value, string claim) => Assert.That(
        Found(new Tolerance { Absolute = 1 }, "i", value, "i 10", "i 10", "i 10", "i 11", "i 11.9", "i 11.9", "j 11"), Is.EqualTo(claim));

    [Test]
    public void Find_ValuesThatAreNoMeasurements_FindsNone() => Assert.That(SmallCorpus.Of(new Assertion("i", "s", "10")).FindClaim(0, "10.0"), Is.EqualTo(-1));

    /// <summary>Half of the items have a single value; the truth file spells it otherwise.</summary>
    [Test]
    public void Evaluate_TruthSpelledOtherwise_IsAsRightForEveryMethod()
    {
        using var folder = new InputFolder();
        var rows = MeasuredCorpus.Draw(1, items: 40).Assertions.Concat(Enumerable.Range(0, 40).SelectMany(item => Enumerable.Range(0, 5).Select(source => new Assertion($"one{item}", MeasuredCorpus.SourceId(source), "100.0"))));
        var path = folder.Write("claims.csv", "item,source,value\n" + string.Concat(rows.Select(row => $"{row.Item},{row.Source},{row.Value}\n")));
        string[] methods = [.. CredibilityScorer.Methods.Where(method => !method.NeedsSharedLabels).Select(method => method.Name)];
        Assert.That(Evaluated("100.00"), Is.EqualTo(Evaluated("100.0")));

        (string, double, double)[] Evaluated(string value) =>
        [
            .. CredibilityScorer.Evaluate(path, [.. Enumerable.Range(0, 40).Select(item => new KnownTruth($"one{item}", value))], methods)
                .Select(method => (method.Method, method.Evaluation.Accuracy, method.Evaluation.Brier)),
        ];
    }

    [Test]
    public void Score_TruthOfAnItemWithOneNumber_SettlesIt()
    {
        var result = CredibilityScorer.Score(
            [new("t", "s1", "10"), new("t", "s2", "10"), new("t", "s3", "12"), new("u", "s1", "20"), new("u", "s2", "20"), new("v", "s1", "30.0"), new("v", "s2", "30")],
            new ScoringOptions { Numeric = NumericValues.On, Truths = [new("t", "10.0"), new("u", "20.0"), new("v", "3e1")] });
        Assert.That(result.Claims.Where(claim => claim.Credibility > 0.99).Select(claim => claim.Value), Is.EqualTo(new[] { "10", "20", "30" }));
        Assert.That(result.Run.Warnings, Is.Empty);
    }

    /// <summary>The value of the claim found; <see langword="null"/> if there is none.</summary>
    private static string? Found(Tolerance tolerance, string item, string value, params string[] rows)
    {
        var corpus = CredibilityScorer.Score(
            rows.Select((row, index) => new Assertion(row[..1], $"s{index}", row[2..])), new ScoringOptions { Numeric = NumericValues.On, Tolerance = tolerance }).Evidence.Corpus;
        return corpus.FindClaim(corpus.FindItem(item), value) is var claim and >= 0 ? corpus.ValueText(claim) : null;
    }
}
