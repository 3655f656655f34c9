using Scoring.Inference;
using Scoring.Reading;

namespace Scoring.Tests.Inference;

public sealed class MostCredibleTests
{
    /// <summary>That no named value is right may be likelier than any of them: it is no value that somebody could have named.</summary>
    [Test]
    public void Agreed_OpenItemOfWhichNothingIsLikely_IsWhoNamesTheBestOrDeniesIt()
    {
        using var result = CredibilityScorer.Score(
        [
            new("i", "a", "x") { SourceType = "anonymous" }, new("i", "b", "y") { SourceType = "anonymous" },
            .. ((string[])["x", "y"]).SelectMany(value => ((string[])["k", "l", "m", "n", "o", "p"]).Select(source => new Assertion("i", source, value) { Stance = Stance.Denies, SourceType = "public_record" })),
            new("i", "q", "y") { Stance = Stance.Denies, SourceType = "public_record" },
        ]);
        Assert.That(result.Posterior.Unnamed[0], Is.GreaterThan(result.Claims[0].Credibility));
        Assert.That(result.Sources.Select(source => source.Agreed), Is.EqualTo(new[] { 1, 0, 2, 2, 2, 2, 2, 2, 1 }));
    }

    /// <summary>No is a value, if nobody says it.</summary>
    [Test]
    public void Agreed_YesOrNo_CountsTheAnswerThatNobodyGave()
    {
        using var result = CredibilityScorer.Score(
        [
            new("i", "a", "yes") { SourceType = "anonymous" }, new("i", "b", "yes") { Stance = Stance.Denies, SourceType = "public_record" },
        ]);
        Assert.That(result.Sources.Select(source => source.Agreed), Is.EqualTo(new[] { 0, 1 }));
    }

    [TestCase(0.5, 0.5, true)]
    [TestCase(0.49999999999999994, 0.5, true)]
    [TestCase(0.4999999999, 0.5, false)]
    [TestCase(1e-14, 2e-14, false)]
    [TestCase(0.9999999999999999e-14, 1e-14, true)]
    public void Is_CredibilitiesInTheirLastDigits_AreTied(double credibility, double highest, bool expected) =>
        Assert.That(MostCredible.Is(credibility, highest), Is.EqualTo(expected));
}
