using Scoring.Inference.Panel;
using Scoring.Reading;
using Scoring.Tests.Inference.Panel;

namespace Scoring.Tests;

public sealed class PanelResultTests
{
    private static readonly Assertion[] RecordAgainstTwo =
    [
        new("capital", "register", "Paris") { SourceType = "public_record" },
        new("capital", "blog", "Lyon") { SourceType = "social_account" },
        new("capital", "forum", "Lyon") { SourceType = "social_account" },
        new("river", "register", "Seine") { SourceType = "public_record" },
    ];

    [Test]
    public void Panel_NotAskedFor_IsNull() => Assert.That(CredibilityScorer.Score(RecordAgainstTwo).Panel, Is.Null);

    [Test]
    public void Methods_OpenItems_AreThoseThatNeedNoLabelSet() =>
        Assert.That(Names(Score(RecordAgainstTwo)), Is.EqualTo(PanelMethods.All.Where(method => !method.NeedsSharedLabels).Select(method => method.Name)));

    [Test]
    public void Methods_SharedLabels_AreAll() =>
        Assert.That(Names(Score(PanelCorpora.Draw(1, labels: 2, items: 40).Rows)), Is.EqualTo(PanelMethods.All.Select(method => method.Name)));

    [Test]
    public void RankedFirstBy_MajorityAgainstTheRecord_NamesTheVoteForTheMajoritysValue()
    {
        var result = Score(RecordAgainstTwo);
        Assert.Multiple(() =>
        {
            Assert.That(FirstBy(result, "capital", "Lyon"), Does.Contain("majority"));
            Assert.That(FirstBy(result, "capital", "Paris"), Does.Not.Contain("majority"));
            Assert.That(FirstBy(result, "river", "Seine"), Is.EqualTo(Names(result)));
        });
    }

    [Test]
    public void RankedFirstBy_YesDeniedByMost_IsNobodyForAPlainVote()
    {
        Assertion[] rows = [new("open", "a", "yes"), new("open", "b", "yes") { Stance = Stance.Denies }, new("open", "c", "yes") { Stance = Stance.Denies }];
        var result = Score(rows);
        var claim = result.ClaimsOf("open").Single();
        Assert.That(result.Panel!.RankedFirstBy(claim), Does.Not.Contain("majority"));
        Assert.That(result.Panel!.CredibilityOf(claim)[0], Is.EqualTo(1 / 3.0).Within(1e-12));
    }

    [Test]
    public void CredibilityOf_DenialsOfTwoAnswers_IsAsOfVotesForTheOther([Values(12, 60)] int items)
    {
        // Few items share no labels; of both some answers are only denied, and some are named and denied.
        var random = new Random(3);
        List<Assertion> asValues = [], asDenials = [];
        foreach (var (item, source) in Enumerable.Range(0, items).SelectMany(item => Enumerable.Range(0, 9).Where(_ => random.Next(3) == 0).Select(source => (item, source))))
        {
            var isYes = random.Next(9) < source == (item % 3 > 0);
            asValues.Add(new Assertion($"i{item:00}", $"s{source}", isYes ? "yes" : "no"));
            asDenials.Add(random.Next(2) == 0 ? asValues[^1] : asValues[^1] with { Value = isYes ? "no" : "yes", Stance = Stance.Denies });
        }

        var (values, denials) = (Score([.. asValues]), Score([.. asDenials]));
        foreach (var claim in denials.Claims)
        {
            var ofValues = values.ClaimsOf(claim.Item);
            if (ofValues.SingleOrDefault(other => other.Value == claim.Value) is { } same)
            {
                Assert.That(denials.Panel!.CredibilityOf(claim), Is.EqualTo(values.Panel!.CredibilityOf(same)).Within(1e-9), $"{claim.Item} {claim.Value}");
                Assert.That(denials.Panel!.RankedFirstBy(claim), Is.EqualTo(values.Panel!.RankedFirstBy(same)));
            }
        }
    }

    [TestCase("x")]
    [TestCase("y")]
    public void RankedFirstBy_Tie_CountsForBoth(string value) =>
        Assert.That(FirstBy(Score([new("i", "a", "x"), new("i", "b", "y")]), "i", value), Does.Contain("majority").And.Contains("wawa"));

    [Test]
    public void RankedFirstBy_ValueThatNobodyNamed_CanBeTheMostCredible()
    {
        // c always says the opposite of a and b, and alone speaks on the last item, which has just one other label.
        const string truth = "01010101010101010101";
        var result = Score(PanelCorpora.Rows(("a", truth), ("b", truth), ("c", "101010101010101010100")));
        Assert.That(FirstBy(result, "i020", "0"), Does.Contain("majority").And.Not.Contain("dawid-skene"));
    }

    [Test]
    public void RankedFirstBy_ItemThatIsOnlyDenied_NamesNobody() =>
        Assert.That(FirstBy(Score([.. RecordAgainstTwo, new("denied", "blog", "x") { Stance = Stance.Denies }]), "denied", "x"), Does.Not.Contain("majority"));

    [Test]
    public void Agreement_WorkedExample_AgreesByHand()
    {
        var result = Score(RecordAgainstTwo);
        Assert.That(result.ClaimsOf("capital").Single(claim => claim.Value == "Paris").Rank, Is.EqualTo(1));
        Assert.That(result.Panel!.Methods.Single(method => method.Name == "majority").Agreement, Is.EqualTo(0.5));
    }

    [Test]
    public void CredibilityOf_Claim_IsInTheOrderOfTheMethods()
    {
        var result = Score(RecordAgainstTwo);
        var credibility = result.Panel!.CredibilityOf(result.ClaimsOf("capital").Single(claim => claim.Value == "Lyon"));
        Assert.That(credibility[Names(result).ToList().IndexOf("majority")], Is.EqualTo(2 / 3.0));
    }

    [Test]
    public void Panel_AssertionsAfterAsOf_AreNoVotes()
    {
        Assertion At(string source, string value, int day) => new("i", source, value) { Time = new DateTimeOffset(2025, 1, day, 0, 0, 0, TimeSpan.Zero) };
        var result = CredibilityScorer.Score(
            [At("a", "x", 1), At("b", "y", 9), At("c", "y", 9)], new ScoringOptions { Panel = true, AsOf = new DateTimeOffset(2025, 1, 5, 0, 0, 0, TimeSpan.Zero) });
        Assert.That(FirstBy(result, "i", "x"), Is.EqualTo(Names(result)));
    }

    [Test]
    public void Score_WithPanel_GivesTheSameScores() =>
        Assert.That(Score(RecordAgainstTwo).Claims, Is.EqualTo(CredibilityScorer.Score(RecordAgainstTwo).Claims));

    [Test]
    public void Panel_OtherNumberOfThreads_GivesTheSameBits()
    {
        var rows = PanelCorpora.Draw(1, labels: 3, items: 60).Rows;
        Assert.That(All(threads: 3), Is.EqualTo(All(threads: 1)));

        double[] All(int threads)
        {
            var result = CredibilityScorer.Score(rows, new ScoringOptions { Panel = true, Threads = threads });
            return [.. result.Claims.SelectMany(claim => result.Panel!.CredibilityOf(claim))];
        }
    }

    private static ScoringResult Score(Assertion[] rows) => CredibilityScorer.Score(rows, new ScoringOptions { Panel = true });

    private static IEnumerable<string> Names(ScoringResult result) => result.Panel!.Methods.Select(method => method.Name);

    private static IReadOnlyList<string> FirstBy(ScoringResult result, string item, string value) =>
        result.Panel!.RankedFirstBy(result.ClaimsOf(item).Single(claim => claim.Value == value));

    [Test]
    public void CredibilityOf_OpenItemThatNobodyVotesOn_IsNothing()
    {
        Assertion[] rows = [.. RecordAgainstTwo, new("hill", "blog", "Montmartre") { Stance = Stance.Denies }];
        var result = Score(rows);
        var claim = result.ClaimsOf("hill").Single();
        Assert.That(result.Panel!.CredibilityOf(claim), Is.All.Zero);
        Assert.That(result.Panel.RankedFirstBy(claim), Is.Empty);
    }

    /// <summary>An item that is only denied, and who speaks on nothing else, tell the methods nothing of the rest.</summary>
    [Test]
    public void CredibilityOf_BesideItemsAndSourcesWithoutVotes_IsTheSame()
    {
        var rows = Enumerable.Range(0, 90).Select(row => new Assertion($"i{row % 13}", $"s{row % 11}", $"v{row * row % 7} of {row % 13}")).ToArray();
        var (plain, beside) = (Score(rows), Score([.. rows, new("hill", "critic", "Montmartre") { Stance = Stance.Denies }]));
        foreach (var claim in plain.Claims)
        {
            var same = beside.ClaimsOf(claim.Item).Single(other => other.Value == claim.Value);
            Assert.That(beside.Panel!.CredibilityOf(same), Is.EqualTo(plain.Panel!.CredibilityOf(claim)).Within(1e-9), $"{claim.Item} = {claim.Value}");
        }
    }
}
