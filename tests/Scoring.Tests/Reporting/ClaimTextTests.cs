using System.Net;
using Scoring.Reading;
using Scoring.Reporting;

namespace Scoring.Tests.Reporting;

public sealed class ClaimTextTests
{
    private static readonly DateTimeOffset Day = new(2025, 1, 9, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One claim whose support was all withdrawn, beside one that is improbable.</summary>
    private static readonly ScoringResult Withdrawn = CredibilityScorer.Score(
    [
        new("gone", "a", "yes") { Time = Day }, new("gone", "a", "yes") { Time = Day.AddHours(1), Stance = Stance.Retracts },
        new("open", "b", "x"), new("open", "c", "y"), new("open", "d", "y"), new("open", "e", "z") { Time = Day }, new("open", "e", "z") { Time = Day.AddHours(1), Stance = Stance.Retracts },
    ]);

    [Test]
    public void Model_ClaimThatCannotBeJudged_ComesLastWithoutFigures()
    {
        var claim = Model(Withdrawn).Claims[^1];
        Assert.That((claim.Item, claim.Credibility, claim.Interval, claim.WeightDb, claim.Range), Is.EqualTo(("gone", "–", "–", "–", (ReportRange?)null)));
        Assert.That((claim.Sentence, claim.ConfidenceSentence), Is.EqualTo(("No credibility. Admiralty number 6, cannot be judged.", "Confidence: low. Nobody speaks for it.")));
    }

    [Test]
    public void Model_ClaimThatRestsOnARelationAlone_HasItsFigures()
    {
        var result = CredibilityScorer.Score([new("i", "a")], new ScoringOptions { Relations = [new("i", "true", RelationKind.Implies, "j", "true", 20)] });
        var claim = Model(result).Claims.Single(claim => claim.Item == "j" && claim.Likelihood == "likely");
        Assert.That((claim.Credibility, claim.WeightDb, claim.Sentence), Is.EqualTo(("0.70", "+3.7", "0.70 (90 % interval 0.22–0.95), +3.7 dB: likely. Admiralty number 3, possibly true.")));
        Assert.That(claim.WhatWouldChange, Is.EqualTo("Nobody speaks on the item: it rests on related claims."));
    }

    [Test]
    public void Model_ClaimWhoseAnswerIsKnown_IsNotSaidToHaveNobody()
    {
        var result = CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "y"), new("j", "b", "y")], new ScoringOptions { Truths = [new("i", "x")] });
        Assert.That(Model(result).Claims.Where(claim => claim.Item == "i").Select(claim => claim.WhatWouldChange), Is.All.EqualTo("The answer is known, whoever speaks on the item."));
    }

    [TestCase("", false)]
    [TestCase("star", true)]
    public void Model_WhoRelaysAndLaterSpeaksItself_ClosesNoCircle(string originOfDaily, bool isCircle)
    {
        Assertion[] said = [new("n", "daily", "7") { Origin = originOfDaily.Length > 0 ? originOfDaily : null }, new("n", "star", "7") { Origin = "daily" }];
        var result = CredibilityScorer.Score(isCircle ? said : [.. said, new("n", "star", "8")]);
        Assert.That(LineageGraph.Of(result.Evidence, item: 0, Phrasing.English)!.Circles, isCircle ? Is.Not.Empty : Is.Empty);
    }

    [Test]
    public void Model_ClaimThatCannotBeJudged_IsInNoBarOfTheHistogram() => Assert.That(
        Model(Withdrawn).Histogram.Bars.Sum(bar => bar.Count.Length == 0 ? 0 : int.Parse(bar.Count, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(Withdrawn.Claims.Count - 1));

    [Test]
    public void Digest_ClaimThatCannotBeJudged_IsNotAmongTheMostContested() =>
        Assert.That(ClaimDigest.Of(CredibilityScorer.Score(
            [
                .. Enumerable.Range(0, 9).SelectMany(item => new[] { new Assertion($"gone{item}", "a", "yes") { Time = Day }, new Assertion($"gone{item}", "a", "yes") { Time = Day.AddHours(1), Stance = Stance.Retracts } }),
                new("open", "b", "x"), new("open", "c", "x"),
            ]), new ReportOptions { Top = 1 }).Explained().Select(claim => claim.Item), Is.EqualTo(["open"]));

    [Test]
    public void Write_ClaimThatCannotBeJudged_SaysNoEvenOdds()
    {
        var html = WebUtility.HtmlDecode(Html(Withdrawn));
        Assert.That(html, Does.Contain("<span class=\"score\">–</span>").And.Contain("cannot be judged").And.Not.Contain("0.50 (").And.Not.Contain("worth 0 "));
    }

    [Test]
    public void Csv_ClaimThatCannotBeJudged_KeepsItsNumbers()
    {
        var claim = Withdrawn.Claims.Single(claim => claim.Item == "gone");
        Assert.That((claim.Credibility, claim.WeightDb), Is.EqualTo((0.5, 0.0)));
    }

    [Test]
    public void Foundation_RivalWithoutSupport_SaysThatNobodySpeaksForIt() => Assert.That(
        ClaimText.Foundation(Withdrawn.Claims.Single(claim => claim.Value == "z"), Phrasing.English), Is.EqualTo("Confidence: high. Nobody speaks for it; 3 origins against."));

    [Test]
    public void Write_LongQuestion_StillTellsItsAnswersApart()
    {
        var item = new string('x', 400);
        var result = CredibilityScorer.Score([new(item, "a", "first"), new(item, "b", "second")]);
        Assert.That(Html(result), Does.Contain("</bdi> = <bdi>first</bdi></a>").And.Contain("<bdi class=\"long\">").And.Not.Contain("#claim-table tbody th a { display: -webkit-box"));
        Assert.That((ReportText.Claim(item, "first"), ReportText.Claim("i", item)), Is.EqualTo(($"{item[..119]}… = first", $"i = {item[..119]}…")));
    }

    [Test]
    public void Write_DenialsAndRivals_StandUnderHeadsOfTheirOwn() =>
        Assert.That(Html(Withdrawn), Does.Match("title=\"Reports that deny the claim[^\"]*another value[^\"]*\">Denials</th>").And.Not.Contain("Reports against"));

    [Test]
    public void Write_TextAboveATable_IsNotCutOffWithIt() => Assert.That(Html(Withdrawn), Does.Contain("<p class=\"note\" id=\"claims-note\">Credibility is").And.Not.Contain("<caption"));

    [TestCase(0.94, "0.9 full voices", "0,9 voix entière")]
    [TestCase(1.02, "1 full voice", "1 voix entière")]
    [TestCase(1.94, "1.9 full voices", "1,9 voix entière")]
    [TestCase(1.96, "2 full voices", "2 voix entières")]
    public void Amount_Fraction_IsSingularInFrenchBelowTwo(double amount, string english, string french) =>
        Assert.That((Phrasing.English.Amount(amount, "full voice"), Phrasing.French.Amount(amount, "full voice")), Is.EqualTo((english, french)));

    [Test]
    public void Write_OneOfSeveral_IsSingular()
    {
        var one = Html(CredibilityScorer.Score([.. Enumerable.Range(0, 3).Select(source => new Assertion("i", $"s{source}") { SourceType = "public_record" }), new("j", "t", "x"), new("j", "s1", "y") { SourceType = "public_record" }]));
        Assert.That(one, Does.Contain("1 of 3 are confirmed").Or.Contain("1 of 3 is confirmed (Admiralty number 1)."));
        Assert.That(one, Does.Contain("0 of 1 assertion agrees with").And.Not.Match("\\b(1 of \\d+|of 1) (assertions? )?(agree|are)\\b"));
    }

    [Test]
    public void Text_WithoutAVerdict_SaysThatItWouldBeDecided()
    {
        var even = Model(CredibilityScorer.Score([new("i", "a"), new("i", "b") { Stance = Stance.Denies }])).Claims[0];
        Assert.That(even.Credibility, Is.EqualTo("0.50"));
        Assert.That(even.WhatWouldChange, Does.EndWith("That would decide it."));
    }

    [Test]
    public void Text_OfARelatedClaim_SaysThatRelationsStayAsTheyAre()
    {
        var related = CredibilityScorer.Score([new("i", "a"), new("j", "b")], new ScoringOptions { Relations = [new("i", "true", RelationKind.Implies, "j", "true", 6)] });
        Assert.That(Model(related).Claims.Select(claim => claim.WhatWouldChange), Has.All.Contains("What related claims tell it is taken to stay as it is."));
    }

    [Test]
    public void Headlines_OneClaimOfTwoOrigins_CountsTimesNotClaims() => Assert.That(
        Model(CredibilityScorer.Score([.. new[] { "A", "A", "B", "B" }.Select((origin, source) => new Assertion("i", $"s{source}") { Origin = origin })])).Headlines,
        Does.Contain("2 times several reports of a claim go back to one origin: they count as one voice."));

    [Test]
    public void Reliability_OfNearlyAll_IsNeverAll()
    {
        Assert.That(DisplayText.Part(99.96, 100, 1), Is.EqualTo(">99.9"));
        Assert.That(DisplayText.Part(100, 100, 1), Is.EqualTo("100.0"));
        Assert.That(DisplayText.Part(0.04, 100, 1), Is.EqualTo("<0.1"));
        Assert.That(DisplayText.Part(0, 100, 1), Is.EqualTo("0.0"));
        Assert.That(DisplayText.Part(0.9996, 1, 3), Is.EqualTo(">0.999"));
        Assert.That(DisplayText.Part(93.71, 100, 1), Is.EqualTo("93.7"));
    }

    [Test]
    public void Html_OneKnownAnswer_IsOneItem() => Assert.That(
        Html(CredibilityScorer.Score([new("i", "a"), new("j", "a")], new ScoringOptions { Truths = [new("i", "true")] })), Does.Contain("1 item, credibility").And.Not.Contain("1 items"));

    [Test]
    public void Markdown_WithPanel_NamesItsMethods()
    {
        var result = CredibilityScorer.Score([new("i", "a"), new("i", "b", "false")], new ScoringOptions { Panel = true });
        using var writer = new StringWriter();
        MarkdownReport.Write(result, ClaimDigest.Of(result, new ReportOptions()), writer, Phrasing.English);
        Assert.That(writer.ToString(), Does.Contain("## Other methods").And.Contain("| truthfinder |").And.Contain("Other methods: "));
    }

    private static ReportModel Model(ScoringResult result)
    {
        var builder = new ReportModelBuilder(result, ClaimDigest.Of(result, new ReportOptions()), Phrasing.English);
        var items = builder.ItemsOf(builder.Shown, ReportDetail.For(1));
        return builder.With(Enumerable.Range(0, items.Count).SelectMany(item => items.Item(item).Claims), ReportDetail.For(1));
    }

    private static string Html(ScoringResult result)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(result, writer, Phrasing.English);
        return writer.ToString();
    }
}
