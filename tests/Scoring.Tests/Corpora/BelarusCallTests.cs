using Scoring.Scales;

namespace Scoring.Tests.Corpora;

/// <summary>The sample corpus scores as an analyst would expect.</summary>
public sealed class BelarusCallTests
{
    private static readonly ScoringResult Result = CredibilityScorer.Score(CorpusFiles.BelarusCall, new ScoringOptions().WithFilesBeside(CorpusFiles.BelarusCall));

    [Test]
    public void Read_SampleCorpus_GivesNoWarning() => Assert.That(Result.Run.Warnings, Is.Empty);

    [Test]
    public void Score_TheCall_IsAboveTheAnalystsOutlook() =>
        Assert.That(Of("call-took-place", "true").Credibility, Is.GreaterThan(Of("call-opens-new-diplomatic-page", "true").Credibility + 0.2));

    [TestCase("us-president-ordinal-at-call", "47", "45")]
    [TestCase("jailed-tsikhanouski-spouse", "Siarhei Tsikhanouski", "Sviatlana Tsikhanouskaya")]
    [TestCase("administration-at-february-releases", "Trump", "Biden")]
    public void Score_PublicRecord_BeatsTheArticle(string item, string record, string article) =>
        Assert.That(Of(item, record).Credibility, Is.GreaterThan(0.8).And.GreaterThan(Of(item, article).Credibility));

    [Test]
    public void Score_OneAnonymousSource_StaysBelowEightTenthsAndIsNeverConfirmed()
    {
        var claim = Of("releases-seen-as-step-to-agreement", "true");
        Assert.That(claim.Credibility, Is.LessThan(0.8));
        Assert.That(claim.CredibilityCode, Is.GreaterThanOrEqualTo(AdmiraltyCredibility.ProbablyTrue));
    }

    [Test]
    public void Score_SelfPraise_IsBelowThePlainFactOfTheSameVoice() =>
        Assert.That(Of("call-was-wonderful", "true").Credibility, Is.LessThan(Of("prisoners-discussed", "true").Credibility));

    [Test]
    public void Score_PostAndItsRelay_AreOneOrigin() => Assert.That(Of("prisoners-discussed", "true").Origins, Is.EqualTo(1));

    [Test]
    public void Score_AnyClaim_IsConfirmedOnlyWithTwoOrigins() =>
        Assert.That(Result.Claims.Where(claim => claim.CredibilityCode == AdmiraltyCredibility.Confirmed).Select(claim => claim.Origins), Is.All.AtLeast(2));

    [Test]
    public void Score_TellingOneStoryInParts_AddsNextToNothing() =>
        Assert.That(Of("smith-was-in-minsk", "true").Credibility, Is.LessThan(0.85));

    private static ClaimScore Of(string item, string value) => Result.ClaimsOf(item).Single(claim => claim.Value == value);
}
