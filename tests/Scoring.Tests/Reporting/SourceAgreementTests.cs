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
}
