using Scoring.Inference;
using Scoring.Reading;
using Scoring.Tests.Rules;

namespace Scoring.Tests.Inference;

public sealed class SourceRecordsTests
{
    [TestCase(1, 0)]
    [TestCase(2, 0.5)]
    [TestCase(10, 0.9)]
    public void Elsewhere_AssertionsAlike_IsWhatTheOthersAre(int count, double expected) =>
        Assert.That(Of([.. Enumerable.Range(0, count).Select(item => new Assertion($"i{item}", "s", "x"))], "s").Elsewhere, Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void Elsewhere_OneThatWeighsMost_LeavesLessThanItsNumber() =>
        Assert.That(SourceRecords.ElsewhereOf([1 + 0.1 + 0.1], [1 + 0.01 + 0.01])[0], Is.EqualTo(1 - (1.02 / 1.44)).Within(1e-12));

    [Test]
    public void Elsewhere_NothingSaid_TakesNothingAway() => Assert.That(SourceRecords.ElsewhereOf([0], [0])[0], Is.EqualTo(1));

    /// <summary>However often a source speaks on an item, that is no other item.</summary>
    [Test]
    public void Elsewhere_SeveralRowsOnOneItem_IsNothing()
    {
        Assertion[] rows = [new("i", "s", "x"), new("i", "s", "y") { Stance = Stance.Denies }, new("i", "s", "z") { Stance = Stance.Denies }, new("i", "t", "x"), new("j", "t", "x")];
        Assert.That((Of(rows, "s").Elsewhere, Of(rows, "t").Elsewhere), Is.EqualTo((0.0, 0.5)));
        Assert.That(Of(rows, "s").OfType, Is.EqualTo(1 / 1.5).Within(1e-9));
    }

    [Test]
    public void Together_ManyRows_IsTheSumOfEachSpeaker([Values(3, 200)] int rows)
    {
        var (speakers, together) = (Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? rows : row).ToArray(), new double[rows]);
        SourceRecords.Together(speakers, [.. Enumerable.Range(0, rows).Select(row => (double)row)], together);
        Assert.That((together[0], together[1]), Is.EqualTo((Enumerable.Range(0, rows).Where(row => row % 3 == 0).Sum(), 1.0)));
    }

    /// <summary>Those who speak on one item alone are one teacher of their type together.</summary>
    [Test]
    public void OfType_ManyOnOneItemAlone_TeachAsOne()
    {
        Assertion[] rows =
        [
            .. Enumerable.Range(0, 5).Select(source => new Assertion("i", $"new{source}", "x") { SourceType = "social_account" }),
            new("i", "lone", "y") { SourceType = "own_reporting" },
            .. Enumerable.Range(0, 4).Select(item => new Assertion(item == 0 ? "i" : $"i{item}", "old", "x") { SourceType = "social_account" }),
        ];
        Assert.Multiple(() =>
        {
            // The one that speaks on four items counts as a quarter of a newcomer on each.
            Assert.That(Of(rows, "new0").OfType, Is.EqualTo(1 / (1 + 4 + 0.25)).Within(1e-9));
            Assert.That(Of(rows, "lone").OfType, Is.EqualTo(1).Within(1e-9));
            Assert.That(Of(rows, "old").OfType, Is.EqualTo(0.75 + (0.25 * ((3 + (1 / (1 + 5.0))) / 4))).Within(1e-9));
        });
    }

    [Test]
    public void Reliability_RecordOfTwoItems_CountsHalf()
    {
        var records = new SourceRecords([2], [0.5], [1]);
        records.Hits[0] = 1.5;
        Assert.That(records.Reliability(0, new BetaDistribution(3, 2)), Is.EqualTo(new BetaDistribution(3.75, 2.25)));
        Assert.That(records.Counted(0), Is.EqualTo(1));
    }

    /// <summary>New accounts cannot make one another reliable, however many: a public record outweighs them.</summary>
    [TestCase("x", "y", false)]
    [TestCase("true", "false", false)]
    [TestCase("x", "y", true)]
    public void Score_AnyNumberOfNewAccounts_NeverOutweighsTheRecord(string theirs, string recorded, bool denyToo)
    {
        var of = new List<double>();
        foreach (var accounts in new[] { 1, 4, 16, 64, 256 })
        {
            using var result = CredibilityScorer.Score(
            [
                new("i", "court", recorded) { SourceType = "public_record" }, new("i", "gazette", recorded) { SourceType = "public_record" },
                .. Enumerable.Range(0, accounts).Select(account => new Assertion("i", $"new{account}", theirs) { SourceType = "social_account" }),
                .. Enumerable.Range(0, denyToo ? accounts : 0).Select(account => new Assertion("i", $"new{account}", recorded) { SourceType = "social_account", Stance = Stance.Denies }),
            ]);
            of.Add(result.Claims.Single(claim => claim.Value == theirs).Credibility);
        }

        Assert.That(of, Is.All.LessThan(0.05));
    }

    /// <summary>Two who are alike and say the opposite leave it even: neither has a record but what it says there.</summary>
    [Test]
    public void Score_OneForAndOneAgainst_IsEven()
    {
        using var result = CredibilityScorer.Score([new("i", "a", "x") { Stance = Stance.Denies }, new("i", "b", "x")]);
        Assert.That(result.Claims.Single().Credibility, Is.EqualTo(0.5).Within(1e-9));
    }

    private static (double Elsewhere, double OfType) Of(Assertion[] rows, string source)
    {
        var evidence = SmallEvidence.Of(rows);
        var corpus = evidence.Corpus;
        var records = SourceRecords.Of(corpus, evidence.Types, corpus.SourceOfAssertion, corpus.Store.ThreadLimit, (_, weight) => weight.Fill(1));
        var place = Array.IndexOf(corpus.Sources, source);
        return (records.Elsewhere[place], records.OfType[place]);
    }
}
