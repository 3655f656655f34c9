using Scoring.Explaining;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;

namespace Scoring.Tests.Inference;

public sealed class RelationTests
{
    [Test]
    public void Implies_CredibleClaim_LiftsWhatItImplies() =>
        Assert.That(Score("b", RelationKind.Implies, new("a", "s"), new("b", "t")), Is.GreaterThan(Score("b", null, new("a", "s"), new("b", "t"))));

    [Test]
    public void Implies_ClaimNobodySpeaksOf_GetsAboutTheCredibilityOfWhatImpliesIt()
    {
        var a = Score("a", RelationKind.Implies, new Assertion("a", "s") { SourceType = "public_record" });
        var b = Score("b", RelationKind.Implies, new Assertion("a", "s") { SourceType = "public_record" });
        Assert.That(b, Is.InRange(0.85 * a, a));
    }

    [Test]
    public void Implies_PrerequisiteNobodyMentions_DoesNotCountAgainstTheClaim() =>
        Assert.That(Score("a", RelationKind.Implies, new Assertion("a", "s")), Is.EqualTo(Score("a", null, new Assertion("a", "s"))).Within(1e-9));

    [Test]
    public void Implies_FalsePrerequisite_CountsAgainstTheClaim()
    {
        Assertion[] rows = [new("a", "s"), new Assertion("b", "t") { SourceType = "public_record", Stance = Stance.Denies }];
        Assert.That(Score("a", RelationKind.Implies, rows), Is.LessThan(Score("a", null, rows) - 0.05));
    }

    [Test]
    public void Implies_SameSourceSaysBoth_AddsNextToNothing()
    {
        Assertion[] rows = [new("a", "s"), new("b", "s")];
        Assert.That(Score("b", RelationKind.Implies, rows), Is.EqualTo(Score("b", null, rows)).Within(0.01));
    }

    [Test]
    public void Excludes_CredibleRival_LowersTheClaim()
    {
        Assertion[] rows = [new("a", "s"), new("b", "t") { SourceType = "public_record" }];
        Assert.That(Score("a", RelationKind.Excludes, rows), Is.LessThan(Score("a", null, rows) - 0.1));
    }

    [Test]
    public void Excludes_DeniedRival_LeavesTheClaim()
    {
        Assertion[] rows = [new("a", "s"), new("b", "t") { Stance = Stance.Denies }];
        Assert.That(Score("a", RelationKind.Excludes, rows), Is.EqualTo(Score("a", null, rows)).Within(1e-6));
    }

    [Test]
    public void Equivalent_TwoIndependentSources_LiftBoth()
    {
        Assertion[] rows = [new("a", "s"), new("b", "t")];
        Assert.That(Score("a", RelationKind.Equivalent, rows), Is.GreaterThan(Score("a", null, rows) + 0.05));
        Assert.That(Score("b", RelationKind.Equivalent, rows), Is.GreaterThan(Score("b", null, rows) + 0.05));
    }

    [Test]
    public void Excludes_OnlyNamedValueOfAnother_MoreSupportStillLiftsTheClaim()
    {
        var credibility = Enumerable.Range(2, 6).Select(count => CredibilityScorer.Score(
            [.. Enumerable.Range(0, count).Select(source => new Assertion("a", $"s{source}")), new("b", "z", "x")],
            new ScoringOptions { Relations = [new("a", "true", RelationKind.Excludes, "b", "x", 20)] }).ClaimsOf("a")[0].Credibility).ToArray();
        Assert.That(credibility, Is.Ordered.Ascending);
        Assert.That(credibility[0], Is.GreaterThan(0.6));
    }

    [TestCase(3.0)]
    [TestCase(5.0)]
    [TestCase(10.0)]
    public void Equivalent_MessageThatVanishesBesideTheClaimsOwnSupport_IsNoFault(double strength)
    {
        Assertion[] rows = [new("i1", "s0", "false"), new("i1", "s0"), new("i1", "s1", "false"), new("i1", "s1"), new("i0", "s1"), new Assertion("i0", "new") { SourceType = "public_record" }];
        var result = CredibilityScorer.Score(rows, new ScoringOptions { Relations = [new("i1", "false", RelationKind.Equivalent, "i0", "true", strength)] });
        Assert.That(result.Claims.Select(claim => claim.Credibility), Is.All.InRange(0.0, 1.0));
    }

    [TestCase(RelationKind.Implies, false, 0.0, 0.0)]
    [TestCase(RelationKind.Implies, false, 20.0, 2.302585)]
    [TestCase(RelationKind.Implies, true, 20.0, 0.0)]
    [TestCase(RelationKind.Implies, true, -20.0, -1.704748)]
    [TestCase(RelationKind.Excludes, true, 20.0, -1.704748)]
    [TestCase(RelationKind.Excludes, true, -20.0, 0.0)]
    [TestCase(RelationKind.Equivalent, true, 20.0, 2.302585)]
    [TestCase(RelationKind.Equivalent, false, -20.0, -2.302585)]
    public void Message_TenDecibans_AsWorkedByHand(RelationKind kind, bool toFirst, double logOdds, double expected) =>
        Assert.That(RelationMessages.Message(new ClaimRelation(0, kind, 1, 10), toFirst, logOdds), Is.EqualTo(expected).Within(1e-5));

    [Test]
    public void Explain_Relation_IsNamedInItsBar()
    {
        var result = CredibilityScorer.Score([new("a", "s"), new("b", "t")], new ScoringOptions { Relations = [new("a", "true", RelationKind.Implies, "b", "true")] });
        Assert.That(result.Explain(result.ClaimsOf("b")[0]).Single(step => step.Factor == Factor.Consistency).Detail, Does.StartWith("implied by a = true"));
    }

    /// <summary>Credibility of the item's being true, with a relation a → b of 13 dB, or without any.</summary>
    private static double Score(string item, RelationKind? kind, params Assertion[] rows)
    {
        var options = new ScoringOptions { Relations = kind is { } known ? [new("a", "true", known, "b", "true", 13)] : [] };
        return CredibilityScorer.Score(rows, options).ClaimsOf(item).Single(claim => claim.Value == "true").Credibility;
    }
}
