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
    public void Findings_RelaysInACircle_IsCircularReporting() =>
        Assert.That(Of(new("i", "a") { Origin = "b" }, new("i", "b") { Origin = "a" }), Does.Contain((FindingKind.CircularReporting, "i")));

    [Test]
    public void Findings_TwoRelaysOfOne_IsASharedOriginAndALoneSource() =>
        Assert.That(
            Of(new("i", "a") { Origin = "o" }, new("i", "b") { Origin = "o" }),
            Is.SupersetOf(new[] { (FindingKind.SharedOrigin, "i"), (FindingKind.LoneSource, "i") }));

    [Test]
    public void Findings_RelaySaysOtherThanItsOrigin_IsAtOddsWithOrigin() =>
        Assert.That(Of(new("i", "o", "x"), new("i", "a", "y") { Origin = "o" }), Does.Contain((FindingKind.AtOddsWithOrigin, "i")));

    [Test]
    public void Findings_TwoIndependentSources_IsNoLoneSource() =>
        Assert.That(Of(new("i", "a"), new("i", "b")).Select(finding => finding.Kind), Does.Not.Contain(FindingKind.LoneSource));

    private static Assertion At(Assertion assertion, int day) => assertion with { Time = new DateTimeOffset(2025, 1, day, 0, 0, 0, TimeSpan.Zero) };

    private static (FindingKind Kind, string Item)[] Of(params Assertion[] assertions) =>
        [.. CredibilityScorer.Score(assertions).Findings.Select(finding => (finding.Kind, finding.Item))];
}
