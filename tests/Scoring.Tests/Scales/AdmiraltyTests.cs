using Scoring.Scales;

namespace Scoring.Tests.Scales;

public sealed class AdmiraltyTests
{
    [TestCase(1, 2, 0, AdmiraltyCredibility.Confirmed)]
    [TestCase(0.90, 2, 0, AdmiraltyCredibility.Confirmed)]
    [TestCase(0.8999, 2, 0, AdmiraltyCredibility.ProbablyTrue)]
    [TestCase(0.70, 1, 0, AdmiraltyCredibility.ProbablyTrue)]
    [TestCase(0.6999, 1, 0, AdmiraltyCredibility.PossiblyTrue)]
    [TestCase(0.40, 1, 1, AdmiraltyCredibility.PossiblyTrue)]
    [TestCase(0.3999, 1, 1, AdmiraltyCredibility.Doubtful)]
    [TestCase(0.15, 0, 1, AdmiraltyCredibility.Doubtful)]
    [TestCase(0.1499, 0, 1, AdmiraltyCredibility.Improbable)]
    [TestCase(0, 3, 1, AdmiraltyCredibility.Improbable)]
    public void Credibility_BothSidesOfAnEdge_FollowsTheBands(
        double credibility, int supporting, int contradicting, AdmiraltyCredibility expected) =>
        Assert.That(Admiralty.Credibility(credibility, supporting, contradicting), Is.EqualTo(expected));

    /// <summary>However many reports: relays of one origin are one origin.</summary>
    [TestCase(1, AdmiraltyCredibility.ProbablyTrue)]
    [TestCase(2, AdmiraltyCredibility.Confirmed)]
    public void Credibility_NearlyCertain_IsConfirmedBySecondOriginOnly(int origins, AdmiraltyCredibility expected) =>
        Assert.That(Admiralty.Credibility(0.9999, origins, 0), Is.EqualTo(expected));

    [Test]
    public void Credibility_OneSupporterAndOneDenier_AreNotTwoOriginsForIt() =>
        Assert.That(Admiralty.Credibility(0.95, 1, 1), Is.EqualTo(AdmiraltyCredibility.ProbablyTrue));

    [Test]
    public void Credibility_MinorityContradicts_StaysConfirmed() =>
        Assert.That(Admiralty.Credibility(0.90, 2, 1), Is.EqualTo(AdmiraltyCredibility.Confirmed));

    [Test]
    public void Credibility_HighWithoutSupporter_IsProbablyTrue() =>
        Assert.That(Admiralty.Credibility(0.95, 0, 3), Is.EqualTo(AdmiraltyCredibility.ProbablyTrue));

    [TestCase(0.1499)]
    [TestCase(0)]
    public void Credibility_LowButNobodyContradicts_IsDoubtful(double credibility) =>
        Assert.That(Admiralty.Credibility(credibility, 1, 0), Is.EqualTo(AdmiraltyCredibility.Doubtful));

    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(0.99)]
    [TestCase(double.NaN)]
    public void Credibility_NoOriginAtAll_CannotBeJudged(double credibility) =>
        Assert.That(Admiralty.Credibility(credibility, 0, 0), Is.EqualTo(AdmiraltyCredibility.CannotBeJudged));

    [Test]
    public void Credibility_NaN_CannotBeJudged() =>
        Assert.That(Admiralty.Credibility(double.NaN, 3, 1), Is.EqualTo(AdmiraltyCredibility.CannotBeJudged));

    /// <summary>6 means unknown: a number, and the middle above all, never gets it.</summary>
    [Test]
    public void Credibility_AnyNumberWithAnOrigin_IsNeverUnknown([Range(0, 100, 5)] int percent, [Values(0, 1)] int supporting) =>
        Assert.That(Admiralty.Credibility(percent / 100.0, supporting, 1 - supporting), Is.LessThan(AdmiraltyCredibility.CannotBeJudged));

    [Test]
    public void Credibility_MostOriginsThereCanBe_DoesNotOverflow() =>
        Assert.That(Admiralty.Credibility(0.95, int.MaxValue, int.MaxValue), Is.EqualTo(AdmiraltyCredibility.Confirmed));

    [TestCase(-0.01, 1, 1, "credibility")]
    [TestCase(1.01, 1, 1, "credibility")]
    [TestCase(double.PositiveInfinity, 1, 1, "credibility")]
    [TestCase(0.5, -1, 1, "supportingOrigins")]
    [TestCase(0.5, 1, -1, "contradictingOrigins")]
    public void Credibility_OutOfRange_NamesTheArgument(double credibility, int supporting, int contradicting, string name) =>
        Assert.That(
            () => Admiralty.Credibility(credibility, supporting, contradicting),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo(name));

    [TestCase(1, AdmiraltyReliability.A)]
    [TestCase(0.90, AdmiraltyReliability.A)]
    [TestCase(0.8999, AdmiraltyReliability.B)]
    [TestCase(0.75, AdmiraltyReliability.B)]
    [TestCase(0.7499, AdmiraltyReliability.C)]
    [TestCase(0.55, AdmiraltyReliability.C)]
    [TestCase(0.5499, AdmiraltyReliability.D)]
    [TestCase(0.30, AdmiraltyReliability.D)]
    [TestCase(0.2999, AdmiraltyReliability.E)]
    [TestCase(0, AdmiraltyReliability.E)]
    public void Reliability_BothSidesOfAnEdge_FollowsTheBands(double reliability, AdmiraltyReliability expected) =>
        Assert.That(Admiralty.Reliability(reliability, used: true), Is.EqualTo(expected));

    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void Reliability_NotUsedBefore_CannotBeJudged(double reliability) =>
        Assert.That(Admiralty.Reliability(reliability, used: false), Is.EqualTo(AdmiraltyReliability.F));

    [Test]
    public void Reliability_NaN_CannotBeJudged() =>
        Assert.That(Admiralty.Reliability(double.NaN, used: true), Is.EqualTo(AdmiraltyReliability.F));

    /// <summary>F means unknown: a number, and the middle above all, never gets it.</summary>
    [Test]
    public void Reliability_AnyNumberOfAUsedSource_IsNeverUnknown([Range(0, 100, 5)] int percent) =>
        Assert.That(Admiralty.Reliability(percent / 100.0, used: true), Is.Not.EqualTo(AdmiraltyReliability.F));

    [TestCase(-0.01)]
    [TestCase(1.01)]
    public void Reliability_OutOfRange_Throws(double reliability) =>
        Assert.That(() => Admiralty.Reliability(reliability, used: true), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(AdmiraltyReliability.A, "completely reliable")]
    [TestCase(AdmiraltyReliability.B, "usually reliable")]
    [TestCase(AdmiraltyReliability.C, "fairly reliable")]
    [TestCase(AdmiraltyReliability.D, "not usually reliable")]
    [TestCase(AdmiraltyReliability.E, "unreliable")]
    [TestCase(AdmiraltyReliability.F, "cannot be judged")]
    public void Describe_Letter_GivesTheWords(AdmiraltyReliability letter, string expected) =>
        Assert.That(Admiralty.Describe(letter), Is.EqualTo(expected));

    [TestCase(1, "confirmed")]
    [TestCase(2, "probably true")]
    [TestCase(3, "possibly true")]
    [TestCase(4, "doubtful")]
    [TestCase(5, "improbable")]
    [TestCase(6, "cannot be judged")]
    public void Describe_Number_GivesTheWords(int number, string expected) =>
        Assert.That(Admiralty.Describe((AdmiraltyCredibility)number), Is.EqualTo(expected));

    [Test]
    public void Describe_NoSuchLetter_Throws() =>
        Assert.That(() => Admiralty.Describe((AdmiraltyReliability)6), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(0)]
    [TestCase(7)]
    public void Describe_NoSuchNumber_Throws(int number) =>
        Assert.That(() => Admiralty.Describe((AdmiraltyCredibility)number), Throws.TypeOf<ArgumentOutOfRangeException>());
}
