using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Scales;

namespace Scoring.Tests;

/// <summary>Origins that something links prove nothing beside one another.</summary>
public class IndependentOriginsTests
{
    private static readonly SourceDeclaration[] Ministry = [new("r1") { Type = "public_record", Affiliation = "ministry" }, new("r2") { Type = "public_record", Affiliation = "ministry" }];

    [Test]
    public void Score_TwoRecords_IsConfirmed()
    {
        var claim = CredibilityScorer.Score([Record("r1"), Record("r2")]).Claims[0];
        Assert.That((claim.Origins, claim.IndependentOrigins, claim.CredibilityCode), Is.EqualTo((2, 2, AdmiraltyCredibility.Confirmed)));
    }

    [Test]
    public void Score_TwoRecordsOfOneAffiliation_IsNotConfirmed()
    {
        var claim = CredibilityScorer.Score([new("i", "r1"), new("i", "r2")], new ScoringOptions { Sources = Ministry }).Claims[0];
        Assert.That((claim.Origins, claim.IndependentOrigins, claim.CredibilityCode, claim.Confidence), Is.EqualTo((2, 1, AdmiraltyCredibility.ProbablyTrue, AnalyticConfidence.Low)));
        Assert.That(ClaimText.Foundation(claim, Phrasing.English), Does.StartWith("Confidence: low. 2 origins behind 2 supporting reports, ").And.EndsWith("unknown lineage leave 1 independent; 0 origins against."));
    }

    [Test]
    public void Score_ARecordAndUnknownLineage_IsNotConfirmed()
    {
        var claim = CredibilityScorer.Score([Record("r1"), Record("web") with { Origin = "unknown" }]).Claims[0];
        Assert.That((claim.Origins, claim.IndependentOrigins, claim.CredibilityCode), Is.EqualTo((2, 1, AdmiraltyCredibility.ProbablyTrue)));
    }

    [Test]
    public void Score_UnknownLineageAlone_IsOneOrigin()
    {
        var claim = CredibilityScorer.Score([Record("web") with { Origin = "unknown" }]).Claims[0];
        Assert.That((claim.Origins, claim.IndependentOrigins), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Score_SourcesThatRepeatOneAnother_AreOneIndependentOrigin()
    {
        var result = CredibilityScorer.Score([.. Copies()]);
        Assert.That(result.Findings.Count(finding => finding.Kind == FindingKind.Copying), Is.EqualTo(6));
        var (copied, joined) = (Of("only0", "w0"), Of("e1", "v1"));
        Assert.That((copied.Origins, copied.IndependentOrigins, copied.CredibilityCode), Is.EqualTo((4, 1, AdmiraltyCredibility.PossiblyTrue)));
        Assert.That((joined.Origins, joined.IndependentOrigins), Is.EqualTo((6, 6)));

        ClaimScore Of(string item, string value) => result.Claims.Single(claim => claim.Item == item && claim.Value == value);
    }

    [Test]
    public void Score_DeniedByManyOrigins_IsSaidWithConfidence()
    {
        var claim = CredibilityScorer.Score([.. Enumerable.Range(0, 8).Select(source => Record($"r{source}") with { Stance = Stance.Denies })]).Claims.Single(claim => claim.Value == "true");
        Assert.That((claim.Origins, claim.ContradictingOrigins, claim.Confidence), Is.EqualTo((0, 8, AnalyticConfidence.High)));
    }

    [Test]
    public void Score_BothAnswersOfOneQuestion_HaveTheSameConfidence()
    {
        var claims = CredibilityScorer.Score([.. Enumerable.Range(0, 30).Select(source => Record($"r{source}")), Record("liar") with { Value = "false" }]).Claims;
        Assert.That(claims.Select(claim => claim.Confidence), Is.EqualTo(new[] { AnalyticConfidence.High, AnalyticConfidence.High }));
    }

    [Test]
    public void Score_WithdrawnBesideADenialOfItsRival_CannotBeJudged()
    {
        var day = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var claim = CredibilityScorer.Score(
        [
            new("x", "a", "A") { Time = day }, new("x", "a", "A") { Time = day.AddDays(1), Stance = Stance.Retracts }, new("x", "b", "B") { Time = day, Stance = Stance.Denies },
        ]).Claims.Single(claim => claim.Value == "A");
        Assert.That((claim.CredibilityCode, claim.Icd203), Is.EqualTo((AdmiraltyCredibility.CannotBeJudged, "cannot be judged")));
    }

    private static Assertion Record(string source) => new("i", source) { SourceType = "public_record" };

    /// <summary>A source with three copies that is often wrong, six others, and items on which the copies speak alone.</summary>
    private static IEnumerable<Assertion> Copies()
    {
        string[] copies = ["boss", "c1", "c2", "c3"];
        for (var item = 0; item < 60; item++)
        {
            foreach (var source in copies)
            {
                yield return new($"e{item}", source, item % 5 < 2 ? $"bad{item}" : $"v{item}");
            }

            for (var other = 1; other <= 6; other++)
            {
                yield return new($"e{item}", $"i{other}", item % 5 >= 2 && item % 7 == other ? $"slip{other}" : $"v{item}");
            }
        }

        foreach (var source in copies)
        {
            yield return new("only0", source, "w0");
        }
    }
}
