using Scoring.Reading;
using Scoring.Reporting;

namespace Scoring.Tests.Reporting;

public sealed class SourceAgreementTests
{
    /// <summary>Of more speakers than are compared those that come first are: their items are counted in full.</summary>
    [Test]
    public void Between_ItemOfVeryManySpeakers_CountsThoseThatComeFirst()
    {
        using var result = CredibilityScorer.Score(
        [
            .. Enumerable.Range(0, 400).Select(source => new Assertion("big", $"s{source:000}", "x")),
            .. Enumerable.Range(0, 4).SelectMany(item => (Assertion[])[new($"i{item}", "s398", "x"), new($"i{item}", "s399", item == 0 ? "y" : "x")]),
        ]);
        var sources = result.SourceList.MostActive(1000);
        Assert.That(sources.Take(2).Select(source => source.Source), Is.EquivalentTo(new[] { "s398", "s399" }));
        Assert.That(SourceAgreement.Of(result.Evidence, sources).Between(0, 1), Is.EqualTo((5, 4)));
    }

    /// <summary>Those who speak most may all speak alone, so that only sources that are not compared speak on a common item.</summary>
    [Test]
    public void AgreementMap_OnlySourcesThatAreNotComparedMeet_IsNone()
    {
        using var result = CredibilityScorer.Score(
        [
            .. Enumerable.Range(0, 290).SelectMany(source => (Assertion[])[new($"a{source}", $"lone{source:000}", "x"), new($"b{source}", $"lone{source:000}", "x")]),
            .. Enumerable.Range(0, 10).Select(source => new Assertion("common", $"z{source}", "x")),
        ]);
        var sources = result.SourceList.MostActive(1000);
        var agreement = SourceAgreement.Of(result.Evidence, sources);
        Assert.Multiple(() =>
        {
            Assert.That(AgreementMap.Of(sources, agreement, [], Phrasing.English), Is.Null);
            Assert.That(() => agreement.Between(250, 251), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    /// <summary>Of two answers who denies one gives the other.</summary>
    [Test]
    public void Between_DenialOfTheOtherAnswer_IsAgreement()
    {
        using var result = CredibilityScorer.Score(
        [
            .. Enumerable.Range(0, 6).SelectMany(item => (Assertion[])
            [
                new($"i{item}", "s1", "false") { Stance = Stance.Denies }, new($"i{item}", "s2", "true"), new($"i{item}", "s3", "false"),
            ]),
        ]);
        var sources = result.SourceList.MostActive(3);
        var agreement = SourceAgreement.Of(result.Evidence, sources);
        var of = Array.ConvertAll(sources, source => source.Source);
        Assert.Multiple(() =>
        {
            Assert.That(agreement.Between(Array.IndexOf(of, "s1"), Array.IndexOf(of, "s2")), Is.EqualTo((6, 6)));
            Assert.That(agreement.Between(Array.IndexOf(of, "s1"), Array.IndexOf(of, "s3")), Is.EqualTo((6, 0)));
        });
    }
}
