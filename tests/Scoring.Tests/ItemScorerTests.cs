using MathNet.Numerics.Distributions;
using Scoring.Explaining;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Scales;
using Scoring.Tests.Corpora;

namespace Scoring.Tests;

public sealed class ItemScorerTests
{
    private static readonly double Z = Normal.InvCDF(0, 1, 0.95);

    [Test]
    public void Claims_RandomCorpora_HaveTheIntervalThatEachSourceAddsTo([Range(0, 99)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        AssertIntervals(CredibilityScorer.Score(assertions, options));
    }

    [Test]
    public void Claims_RandomNumbers_HaveTheIntervalThatEachSourceAddsTo([Range(0, 29)] int seed)
    {
        var (assertions, options) = RandomNumbers.Draw(seed);
        AssertIntervals(CredibilityScorer.Score(assertions, options));
    }

    /// <summary>Values next to certain and next to impossible, as many speak for one: what is reckoned for all claims at once keeps its digits.</summary>
    [TestCase(10)]
    [TestCase(3000)]
    public void Claims_OneOfManyValuesIsNextToCertain_HaveTheIntervalThatEachSourceAddsTo(int supporters) => AssertIntervals(CredibilityScorer.Score(
    [
        .. Enumerable.Range(0, supporters).Select(source => new Assertion("i", $"s{source}", "x") { SourceType = "public_record" }),
        .. Enumerable.Range(0, 300).Select(source => new Assertion("i", $"t{source % 200}", $"v{source}")),
        .. Enumerable.Range(0, 50).Select(source => new Assertion("i", $"t{source}", $"v{source + 1}") { Stance = Stance.Denies }),
    ]));

    [Test]
    public void Claims_RandomCorpora_CountWhoSpeaksForAndAgainst([Range(0, 99)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        var result = CredibilityScorer.Score(assertions, options);
        foreach (var claim in result.Claims)
        {
            Assert.That((claim.Supports, claim.Denies, claim.Voices, claim.Origins, claim.ContradictingOrigins), Is.EqualTo(Support(result, claim)), $"{claim.Item} = {claim.Value}");
        }
    }

    [Test]
    public void Claims_AskedForOneByOne_AreTheSame()
    {
        var result = CredibilityScorer.Score(RandomCorpus.Draw(11).Assertions);
        var firstClaim = result.Evidence.Corpus.FirstClaim;
        var scorer = new ItemScorer(result.Evidence, result.Posterior, map: null, new RelationVariance(result.Evidence, result.Posterior));
        for (var item = 0; item < firstClaim.Length - 1; item++)
        {
            Assert.That(Array.ConvertAll(scorer.Score(new ItemBlock(item, item + 1)).ToArray(), claim => claim.Score(result.Evidence.Corpus)), Is.EqualTo(result.Claims.Take(firstClaim[item]..firstClaim[item + 1])));
        }
    }

    [Test]
    public void Claims_NobodySpeaksOnTheItem_CannotBeJudged()
    {
        var claim = CredibilityScorer.Score([new Assertion("i", "a", "x") { Stance = Stance.Retracts }, new("j", "b", "y")]).ClaimsOf("i")[0];
        Assert.That((claim.Low, claim.High), Is.EqualTo((0.05, 0.95)).Within(1e-9));
        Assert.That((claim.Credibility, claim.CredibilityCode, claim.Icd203), Is.EqualTo((0.5, AdmiraltyCredibility.CannotBeJudged, "cannot be judged")));
    }

    [TestCase(Stance.Denies, "true")]
    [TestCase(Stance.Supports, "false")]
    public void Claims_OfOneWhoContradictsItself_AreNotSureOfEvenOdds(Stance stance, string value)
    {
        var claim = CredibilityScorer.Score([new("i", "a"), new("i", "a", value) { Stance = stance }]).ClaimsOf("i").Single(claim => claim.Value == "true");
        Assert.That(claim.Credibility, Is.EqualTo(0.5).Within(1e-9));
        Assert.That((claim.Low, claim.High), Is.EqualTo((0.18, 0.82)).Within(0.01));
    }

    [Test]
    public void Claims_RestingOnARelationAlone_AreNoSurerThanWhatTheyRestOn()
    {
        var result = CredibilityScorer.Score([new("i", "a"), new("i", "b")], new ScoringOptions { Relations = [new("i", "true", RelationKind.Equivalent, "j", "true", 20)] });
        var (on, resting) = (result.ClaimsOf("i")[0], result.ClaimsOf("j").Single(claim => claim.Value == "true"));
        Assert.That(Width(resting), Is.InRange(0.9 * Width(on), 1.5 * Width(on)));
        Assert.That(resting.Credibility, Is.InRange(resting.Low, resting.High));
    }

    /// <summary>Of those that know nothing themselves a claim learns nothing, and is no less sure for it.</summary>
    [TestCase(5, "j")]
    [TestCase(10, "j")]
    [TestCase(20, "j")]
    [TestCase(20, "jkl")]
    public void Claims_RelatedToThoseOfWhichNothingIsKnown_HaveTheirOwnInterval(double strength, string others)
    {
        Assertion[] rows = [new("i", "a") { SourceType = "public_record" }];
        RelationDeclaration[] relations = [.. ("i" + others).Zip(others, (one, other) => new RelationDeclaration($"{one}", "true", RelationKind.Equivalent, $"{other}", "true", strength))];
        var (alone, related) = (CredibilityScorer.Score(rows).Claims[0], CredibilityScorer.Score(rows, new ScoringOptions { Relations = relations }).ClaimsOf("i")[0]);
        Assert.That((related.Low, related.High), Is.EqualTo((alone.Low, alone.High)).Within(1e-6));
    }

    [Test]
    public void Claims_AlongAChainOfRelations_AreEverLessSure()
    {
        var result = CredibilityScorer.Score(
            [new("i", "a"), new("i", "b")],
            new ScoringOptions { Relations = [new("i", "true", RelationKind.Equivalent, "j", "true", 15), new("j", "true", RelationKind.Equivalent, "k", "true", 15), new("k", "true", RelationKind.Equivalent, "l", "true", 15)] });
        var widths = ((string[])["i", "j", "k", "l"]).Select(item => Width(result.ClaimsOf(item).Single(claim => claim.Value == "true"))).ToArray();
        Assert.That(widths, Is.Ordered.Ascending);
    }

    /// <summary>In log-odds.</summary>
    private static double Width(ClaimScore claim) => Math.Log(claim.High / (1 - claim.High)) - Math.Log(claim.Low / (1 - claim.Low));

    private static void AssertIntervals(ScoringResult result)
    {
        foreach (var claim in result.Claims.Where(claim => !result.Posterior.Known.Contains(result.Evidence.Corpus.ItemOfClaim[claim.Index])))
        {
            var (low, high) = Interval(result, claim);
            if (result.Posterior.RelationsOfItem.Contains(result.Evidence.Corpus.ItemOfClaim[claim.Index]))
            {
                // What is not known of the other ends comes on top, where that is not all there is.
                if (claim.Voices == 0 && claim.ContradictingOrigins == 0)
                {
                    continue;
                }

                Assert.That(claim.Low, Is.LessThanOrEqualTo(low + 1e-12), $"{claim.Item} = {claim.Value}");
                Assert.That(claim.High, Is.GreaterThanOrEqualTo(high - 1e-12), $"{claim.Item} = {claim.Value}");
                continue;
            }

            Assert.That((Math.Log(claim.Low), Math.Log(claim.High)), Is.EqualTo((Math.Log(low), Math.Log(high))).Within(1e-9), $"{claim.Item} = {claim.Value}");
        }
    }

    private static (double Low, double High) Interval(ScoringResult result, ClaimScore claim)
    {
        var margins = ItemMargins.Of(result.Evidence, result.Posterior, result.Evidence.Corpus.ItemOfClaim[claim.Index]);
        var share = margins.Rivals(claim.Index).Share;
        var variance = margins.Assertions().Length > 0 ? 0.0 : CredibilityInterval.VarianceOfUnknown;
        foreach (var ofSpeaker in margins.Assertions().GroupBy(row => result.Evidence.Speaker[row.Assertion]).OrderBy(group => group.Key))
        {
            var leverages = ofSpeaker.Select(row => result.Posterior.Columns.Weight[row.Assertion] * margins.Leverage(row.Assertion, row.Claim, claim.Index, share)).ToArray();
            variance += Math.Max(Math.Pow(leverages.Sum(), 2), leverages.Sum(leverage => leverage * leverage)) * result.Posterior.LogOddsVariance[ofSpeaker.Key];
        }

        var (logOdds, reach) = (margins.LogOdds(claim.Index), Z * Math.Sqrt(variance));
        return (1 / (1 + Math.Exp(-(logOdds - reach))), 1 / (1 + Math.Exp(-(logOdds + reach))));
    }

    private static (int Supports, int Denies, double Voices, int Origins, int ContradictingOrigins) Support(ScoringResult result, ClaimScore claim)
    {
        var corpus = result.Evidence.Corpus;
        var margins = ItemMargins.Of(result.Evidence, result.Posterior, corpus.ItemOfClaim[claim.Index]);
        var unnamed = corpus.UnnamedHypotheses[margins.Item];
        var isBinary = unnamed != Corpus.Open && margins.Count + unnamed == 2;
        var rows = margins.Assertions();
        return (
            rows.Count(IsFor),
            rows.Count(row => IsAgainst(row) && (row.Claim == claim.Index || isBinary)),
            rows.Where(IsFor).Sum(row => margins.Share(row.Assertion)),
            rows.Where(IsFor).Select(Root).Distinct().Count(),
            rows.Where(IsAgainst).Select(Root).Distinct().Count());

        bool IsDenial((int Assertion, int Claim) row) => corpus.Details.StanceOf(row.Assertion) == Stance.Denies;

        bool IsFor((int Assertion, int Claim) row) => row.Claim == claim.Index ? !IsDenial(row) : isBinary && IsDenial(row);

        bool IsAgainst((int Assertion, int Claim) row) => !IsFor(row) && (row.Claim == claim.Index || !IsDenial(row));

        int Root((int Assertion, int Claim) row) => result.Evidence.Lineage.Root[row.Assertion];
    }
}
