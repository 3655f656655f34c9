using System.Globalization;
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

    [TestCase("a≡b b≡c c≡a")]
    [TestCase("a≡b b≡c c≡d d≡a")]
    [TestCase("a≡b b≡c c≡d d≡a a≡c b≡d")]
    [TestCase("a>b b>a")]
    [TestCase("a>b b>c c>a")]
    [TestCase("a>b b>c a>c")]
    [TestCase("a≡b b≡a")]
    [TestCase("a≡b a≡b a≡b")]
    public void Relations_ThatCloseACircle_GiveNobodyBackWhatItSays(string relations)
    {
        var result = CredibilityScorer.Score([new("a", "s")], new ScoringOptions { Relations = Parse(relations) });
        var credibility = result.Claims.Where(claim => claim.Value == "true").Select(claim => claim.Credibility).ToArray();
        Assert.That(credibility[0], Is.EqualTo(CredibilityScorer.Score([new("a", "s")]).ClaimsOf("a")[0].Credibility).Within(1e-9));
        Assert.That(credibility, Is.All.InRange(credibility[0] - 0.05, credibility[0] + 1e-9));
        Assert.That(result.Run.Converged, Is.True);
    }

    [Test]
    public void Relations_OfCirclesOfAllSizes_TellWhatAChainTells([Values(3, 5, 8, 40)] int size)
    {
        Assertion[] rows = [.. Enumerable.Range(0, size).Select(item => new Assertion($"i{item:00}", $"s{item}"))];
        var chain = Enumerable.Range(1, size - 1).Select(item => Equivalent(item - 1, item, 60)).ToArray();
        var (ofChain, ofCircle) = (Score(chain), Score([.. chain, Equivalent(size - 1, 0, 60)]));
        Assert.That(ofCircle, Is.EqualTo(ofChain).Within(size > 32 ? 1e-3 : 1e-5));
        Assert.That(ofCircle[0], Is.GreaterThan(0.9));

        double[] Score(RelationDeclaration[] relations) =>
            [.. CredibilityScorer.Score(rows, new ScoringOptions { Relations = relations }).Claims.Where(claim => claim.Value == "true").Select(claim => claim.Credibility)];
    }

    [Test]
    public void Relations_SaidTwice_AreOneOfTheirStrengthsTogether()
    {
        Assertion[] rows = [new("a", "s"), new("b", "t"), new("b", "u", "false")];
        var twice = CredibilityScorer.Score(rows, new ScoringOptions { Relations = [new("a", "true", RelationKind.Excludes, "b", "true", 4), new("b", "true", RelationKind.Excludes, "a", "true", 8)] });
        var once = CredibilityScorer.Score(rows, new ScoringOptions { Relations = [new("a", "true", RelationKind.Excludes, "b", "true", 12)] });
        Assert.That(twice.Claims, Is.EqualTo(once.Claims));
    }

    /// <summary>That no and no go together says again that yes and yes do, and who implies what, which does not hold where that does not.</summary>
    [TestCase(RelationKind.Equivalent, "false", RelationKind.Equivalent)]
    [TestCase(RelationKind.Implies, "false", RelationKind.Implies)]
    public void Relations_SaidOfBothAnswers_AreOneOfTheirStrengthsTogether(RelationKind kind, string value, RelationKind again)
    {
        Assertion[] rows = [new("a", "s"), new("a", "u", "false"), new("b", "t"), new("b", "v", "false"), new("b", "w")];
        var twice = CredibilityScorer.Score(rows, new ScoringOptions { Relations = [new("a", "true", kind, "b", "true", 4), new("b", value, again, "a", value, 8)] });
        var once = CredibilityScorer.Score(rows, new ScoringOptions { Relations = [new("a", "true", kind, "b", "true", 12)] });
        Assert.That(twice.Claims, Is.EqualTo(once.Claims));
    }

    /// <summary>Two questions with the same answers: what one is told by the other it is told once, not by every answer again.</summary>
    [TestCase("A B")]
    [TestCase("A B C")]
    public void Equivalent_SeveralAnswersOfOneItem_StandToOneAnotherAsThere(string answers)
    {
        var values = answers.Split(' ');
        var result = CredibilityScorer.Score(
            [new Assertion("b", "record", "A") { SourceType = "public_record" }, new("b", "s", "B"), new("b", "t", "C")],
            new ScoringOptions { Relations = [.. values.Select(value => new RelationDeclaration("a", value, RelationKind.Equivalent, "b", value, 60))] });
        Assert.That(Odds("a"), Is.EqualTo(Odds("b")).Within(0.1).Percent);

        double Odds(string item) => result.ClaimsOf(item).Single(claim => claim.Value == "A").Credibility / result.ClaimsOf(item).Single(claim => claim.Value == "B").Credibility;
    }

    [Test]
    public void Relations_SaidOfNoAlone_AreToldInThatWay()
    {
        var result = CredibilityScorer.Score(
            [new("a", "s", "false"), new("a", "u"), new("b", "t", "false"), new("b", "v")], new ScoringOptions { Relations = [new("a", "false", RelationKind.Implies, "b", "false", 12)] });
        Assert.That(result.Explain(result.ClaimsOf("b").Single(claim => claim.Value == "false")).Select(step => step.Detail), Has.Some.StartsWith("implied by a = false"));
    }

    [Test]
    public void Relations_OfAnItemWithManyInACircle_AreToldToAll()
    {
        var result = CredibilityScorer.Score(
            [new("a", "s"), new("b0", "t")],
            new ScoringOptions { Relations = [.. Enumerable.Range(0, 200).Select(item => new RelationDeclaration("a", "true", RelationKind.Equivalent, $"b{item}", "true", 40)), Equivalent("b0", "b1", 40), Equivalent("b1", "b2", 40)] });
        var credibility = result.Claims.Where(claim => claim.Value == "true").Select(claim => claim.Credibility).ToArray();
        Assert.That(credibility, Is.All.InRange(credibility[0] - 0.01, credibility[0] + 0.01));
    }

    /// <summary>A weak way beside a strong one takes nothing from it, nor do the names of the items between decide.</summary>
    [TestCase("a≡b20 b≡c20", "a≡b20 b≡c20 a≡c1")]
    [TestCase("a≡b20 b≡c20", "a≡b1 b≡c1 a≡d20 d≡c20")]
    [TestCase("a≡b20 b≡c20", "a≡d1 d≡c1 a≡b20 b≡c20")]
    [TestCase("a>b20 b>c20", "a>d1 d>c1 a>b20 b>c20")]
    public void Relations_OfACircle_TellByTheStrongestWay(string chain, string circle)
    {
        Assertion[] rows = [new("a", "record") { SourceType = "public_record" }];
        Assert.That(OfC(circle), Is.EqualTo(OfC(chain)).Within(0.01));

        double OfC(string relations) => CredibilityScorer.Score(rows, new ScoringOptions { Relations = Parse(relations) }).ClaimsOf("c").Single(claim => claim.Value == "true").Credibility;
    }

    /// <summary>Whoever says two things that come to the same says it once, whether by yes, by no or by a denial.</summary>
    [TestCase("true", "true", false)]
    [TestCase("false", "false", false)]
    [TestCase("true", "false", true)]
    [TestCase("false", "true", true)]
    public void Equivalent_SameSourceSaysBoth_AddsNextToNothing(string ofA, string ofB, bool asDenial)
    {
        Assertion[] rows = [new("a", "s", ofA), new Assertion("b", "s", ofB) { Stance = asDenial ? Stance.Denies : Stance.Supports }];
        Assert.That(OfA([Equivalent("a", "b", 20)]), Is.EqualTo(OfA([])).Within(0.01));

        double OfA(RelationDeclaration[] relations) =>
            CredibilityScorer.Score(rows, new ScoringOptions { Relations = relations }).ClaimsOf("a").Single(claim => claim.Value == ofA).Credibility;
    }

    private static RelationDeclaration Equivalent(int one, int other, double strength) => Equivalent($"i{one:00}", $"i{other:00}", strength);

    private static RelationDeclaration Equivalent(string one, string other, double strength) => new(one, "true", RelationKind.Equivalent, other, "true", strength);

    /// <summary>Relations between yes/no items of one letter, of 20 dB if nothing else is said.</summary>
    private static RelationDeclaration[] Parse(string relations) =>
        [.. relations.Split(' ').Select(text => new RelationDeclaration($"{text[0]}", "true", text[1] == '>' ? RelationKind.Implies : RelationKind.Equivalent, $"{text[2]}", "true", text.Length > 3 ? int.Parse(text[3..], CultureInfo.InvariantCulture) : 20))];

    /// <summary>Credibility of the item's being true, with a relation a → b of 13 dB, or without any.</summary>
    private static double Score(string item, RelationKind? kind, params Assertion[] rows)
    {
        var options = new ScoringOptions { Relations = kind is { } known ? [new("a", "true", known, "b", "true", 13)] : [] };
        return CredibilityScorer.Score(rows, options).ClaimsOf(item).Single(claim => claim.Value == "true").Credibility;
    }
}
