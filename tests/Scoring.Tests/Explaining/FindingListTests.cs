using Scoring.Explaining;
using Scoring.Reading;

namespace Scoring.Tests.Explaining;

public sealed class FindingListTests
{
    [Test]
    public void Findings_TwoValues_IsAContradiction() =>
        Assert.That(Of(new("i", "a", "x"), new("i", "b", "y")), Does.Contain((FindingKind.Contradiction, "i")));

    [Test]
    public void Findings_DenialOfAnother_IsAContradiction() =>
        Assert.That(Of(new("i", "a"), new("i", "b") { Stance = Stance.Denies }), Does.Contain((FindingKind.Contradiction, "i")));

    [Test]
    public void Findings_AllAgree_IsNoContradiction() =>
        Assert.That(Of(new("i", "a"), new("i", "b")).Select(finding => finding.Kind), Does.Not.Contain(FindingKind.Contradiction));

    [Test]
    public void Findings_OneSourceTwoValues_IsASelfContradiction() =>
        Assert.That(Of(new("i", "a", "x"), new("i", "a", "y")), Does.Contain((FindingKind.SelfContradiction, "i")));

    [Test]
    public void Findings_OneSourceTwoValuesInTime_IsWithdrawnNotSelfContradiction()
    {
        var kinds = Of(At(new("i", "a", "x"), 1), At(new("i", "a", "y"), 2)).Select(finding => finding.Kind).ToArray();
        Assert.That(kinds, Does.Contain(FindingKind.Withdrawn).And.Not.Contain(FindingKind.SelfContradiction));
    }

    [Test]
    public void Findings_ValueThatARelationAloneNames_IsNoContradiction() => Assert.That(
        CredibilityScorer.Score([new("i", "a", "x")], new ScoringOptions { Relations = [new("i", "y", RelationKind.Excludes, "j", "z", 10)] }).FirstFindings.CountOf(FindingKind.Contradiction), Is.Zero);

    [Test]
    public void Findings_CorpusWithoutDetails_AreThoseOfTheSameWithTimes([Range(0, 19)] int seed)
    {
        var random = new Random(seed);
        Assertion[] plain = [.. Enumerable.Range(0, 60).Select(_ => new Assertion($"i{random.Next(20)}", $"s{random.Next(12)}", $"v{random.Next(3)}")).Distinct()];
        var (direct, timed) = (CredibilityScorer.Score(plain), CredibilityScorer.Score(plain.Select(row => At(row, 1))));
        Assert.That(direct.Findings, Has.Count.EqualTo(timed.Findings.Count));
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            Assert.That(direct.FirstFindings.CountOf(kind), Is.EqualTo(timed.FirstFindings.CountOf(kind)), $"{kind}");
        }
    }

    [Test]
    public void Findings_RelaysInACircle_IsCircularReporting() =>
        Assert.That(Of(new("i", "a") { Origin = "b" }, new("i", "b") { Origin = "a" }), Does.Contain((FindingKind.CircularReporting, "i")));

    [Test]
    public void Findings_RelaysInACircle_NameNobodyAsTheOrigin()
    {
        var messages = CredibilityScorer.Score([new("i", "a") { Origin = "b" }, new("i", "b") { Origin = "a" }]).Findings.Select(finding => finding.Message);
        Assert.That(messages, Is.SupersetOf(new[] { "rests on an unknown origin alone", "2 reports go back to an unknown origin: they count as one voice" }));
    }

    [Test]
    public void Findings_DenialOfTheOtherAnswer_IsSupport()
    {
        var kinds = Of(new("i", "a", "false"), new("i", "b", "true") { Stance = Stance.Denies }).Select(finding => finding.Kind);
        Assert.That(kinds, Does.Not.Contain(FindingKind.LoneSource).And.Not.Contain(FindingKind.Contradiction));
    }

    [Test]
    public void Findings_RelayThatDeniesTheOtherAnswer_IsASharedOrigin() => Assert.That(
        Of(new("i", "a", "true") { Stance = Stance.Denies }, new("i", "b", "false") { Origin = "a" }),
        Is.SupersetOf(new[] { (FindingKind.SharedOrigin, "i"), (FindingKind.LoneSource, "i") }));

    [Test]
    public void Findings_BothAnswersDenied_IsAContradiction()
    {
        var findings = CredibilityScorer.Score([new("i", "a", "true") { Stance = Stance.Denies }, new("i", "b", "false") { Stance = Stance.Denies }]).Findings;
        Assert.That(findings.Single(finding => finding.Kind == FindingKind.Contradiction).Message, Is.EqualTo("'false' denied against 'true' denied"));
    }

    [Test]
    public void Findings_AnswerSaidAndDenied_IsASelfContradictionInItsWords()
    {
        var findings = CredibilityScorer.Score([new("i", "a", "true"), new("i", "a", "true") { Stance = Stance.Denies }, new("i", "b", "false")]).Findings;
        Assert.That(findings.Single(finding => finding.Kind == FindingKind.SelfContradiction).Message, Is.EqualTo("says 'true' and not 'true': its voice is shared among them"));
    }

    [Test]
    public void Findings_VeryManyValues_NameTheFirstAndCountTheOthers() => Assert.That(
        CredibilityScorer.Score([.. Enumerable.Range(10, 20).Select(value => new Assertion("i", "a", $"{value} x"))]).Findings.Single(finding => finding.Kind == FindingKind.SelfContradiction).Message,
        Is.EqualTo("says '10 x' and '11 x' and '12 x' and '13 x' and '14 x' and '15 x' and '16 x' and '17 x' and 12 more: its voice is shared among them"));

    [Test]
    public void Findings_ValueSaidAndDenied_IsNamedOnce() => Assert.That(
        CredibilityScorer.Score([new("i", "a"), new("i", "b") { Stance = Stance.Denies }]).Findings.Single(finding => finding.Kind == FindingKind.Contradiction).Message,
        Is.EqualTo("'true' against its denial"));

    [Test]
    public void Findings_TwoRelaysOfOne_IsASharedOriginAndALoneSource() =>
        Assert.That(
            Of(new("i", "a") { Origin = "o" }, new("i", "b") { Origin = "o" }),
            Is.SupersetOf(new[] { (FindingKind.SharedOrigin, "i"), (FindingKind.LoneSource, "i") }));

    [Test]
    public void Findings_RelaySaysOtherThanItsOrigin_IsAtOddsWithOrigin() =>
        Assert.That(Of(new("i", "o", "x"), new("i", "a", "y") { Origin = "o" }), Does.Contain((FindingKind.AtOddsWithOrigin, "i")));

    [Test]
    public void Findings_RelaysHaveOneOriginSayTwoThings_IsADisputedQuote()
    {
        var finding = CredibilityScorer.Score([new("i", "a", "x") { Origin = "o" }, new("i", "b", "y") { Origin = "o" }]).Findings.Single(one => one.Kind == FindingKind.DisputedQuote);
        Assert.That((finding.Sources, finding.Message), Is.EqualTo((new[] { "a", "b" }, "o is relayed as saying 'x' and 'y': its voice is shared among them")));
    }

    [Test]
    public void Findings_OriginSaysItselfWhich_IsNoDisputedQuote() => Assert.That(
        Of(new("i", "o", "x"), new("i", "a", "x") { Origin = "o" }, new("i", "b", "y") { Origin = "o" }).Select(finding => finding.Kind), Does.Not.Contain(FindingKind.DisputedQuote));

    [TestCase("x", "o")]
    [TestCase("y", "p")]
    [TestCase("y", "unknown")]
    public void Findings_RelaysOfOneMindOrOfTwoOrigins_IsNoDisputedQuote(string value, string origin) => Assert.That(
        Of(new("i", "a", "x") { Origin = origin == "unknown" ? origin : "o" }, new("i", "b", value) { Origin = origin }).Select(finding => finding.Kind), Does.Not.Contain(FindingKind.DisputedQuote));

    [Test]
    public void Findings_TwoIndependentSources_IsNoLoneSource() =>
        Assert.That(Of(new("i", "a"), new("i", "b")).Select(finding => finding.Kind), Does.Not.Contain(FindingKind.LoneSource));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(int.MaxValue)]
    public void Of_MostOfEach_KeepsTheFirstAndCountsAll(int mostOfEach)
    {
        var evidence = CredibilityScorer.Score(Many()).Evidence;
        var (all, some) = (FindingList.Of(evidence, []), FindingList.Of(evidence, [], mostOfEach));
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            var ofKind = all.Findings.Where(finding => finding.Kind == kind).ToArray();
            Assert.That(some.CountOf(kind), Is.EqualTo(ofKind.Length), kind.ToString());
            Assert.That(some.Findings.Where(finding => finding.Kind == kind).Select(InFull), Is.EqualTo(ofKind.Take(mostOfEach).Select(InFull)), kind.ToString());
        }
    }

    [Test]
    public void Findings_UnknownOriginAmongOthers_IsShared() => Assert.That(
        Of(new("i", "a"), new("i", "b") { Origin = "unknown" }, new("i", "c") { Origin = "unknown" }), Does.Contain((FindingKind.SharedOrigin, "i")));

    /// <summary>Enough items for several blocks, with findings of every kind but copying among them.</summary>
    private static IEnumerable<Assertion> Many()
    {
        var random = new Random(7);
        for (var item = 0; item < 9000; item++)
        {
            for (var row = 0; row < 5; row++)
            {
                var relays = random.Next(4) == 0;
                yield return At(new Assertion($"i{item:0000}", $"s{random.Next(40)}", $"v{random.Next(3)}"), 1 + random.Next(9)) with
                {
                    Origin = relays ? $"s{random.Next(40)}" : null,
                    Stance = random.Next(20) switch { 0 => Stance.Denies, 1 => Stance.Retracts, _ => Stance.Supports },
                };
            }
        }
    }

    private static string InFull(Finding finding) => $"{finding.Kind} {finding.Item} {finding.Value} {string.Join(',', finding.Sources)} {finding.Message}";

    private static Assertion At(Assertion assertion, int day) => assertion with { Time = new DateTimeOffset(2025, 1, day, 0, 0, 0, TimeSpan.Zero) };

    private static (FindingKind Kind, string Item)[] Of(params Assertion[] assertions) =>
        [.. CredibilityScorer.Score(assertions).Findings.Select(finding => (finding.Kind, finding.Item))];
}
