using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Rules;

/// <summary>Whose voice a relay is.</summary>
public sealed class LineageTests
{
    private const string Nobody = "nobody known";

    [Test]
    public void Of_NoOrigin_SpeaksForItself() => Assert.That(RootOf("a", new Assertion("i", "a")), Is.EqualTo("a"));

    [Test]
    public void Of_Relay_IsTheVoiceOfItsOrigin() => Assert.That(RootOf("b", Relay("b", "a")), Is.EqualTo("a"));

    [Test]
    public void Of_SourceThatNamesItselfAsOrigin_SpeaksForItself() => Assert.That(RootOf("a", Relay("a", "a")), Is.EqualTo("a"));

    [TestCase("b")]
    [TestCase("c")]
    [TestCase("d")]
    public void Of_ChainOfRelays_IsTheVoiceOfItsEnd(string source) =>
        Assert.That(RootOf(source, Relay("d", "c"), Relay("c", "b"), Relay("b", "a"), new Assertion("i", "a")), Is.EqualTo("a"));

    [Test]
    public void Of_ChainOnAnotherItem_IsNotFollowed() =>
        Assert.That(RootOf("c", Relay("c", "b"), Relay("b", "a") with { Item = "j" }), Is.EqualTo("b"));

    [Test]
    public void Of_OriginThatAlsoSpeaksForItself_EndsTheChain() =>
        Assert.That(RootOf("c", Relay("c", "b"), Relay("b", "a"), new Assertion("i", "b")), Is.EqualTo("b"));

    [Test]
    public void Of_OriginThatRelaysSeveral_EndsTheChain() =>
        Assert.That(RootOf("c", Relay("c", "b"), Relay("b", "a"), Relay("b", "z")), Is.EqualTo("b"));

    [Test]
    public void Of_OriginThatRelaysOneTwice_IsFollowed() =>
        Assert.That(RootOf("c", Relay("c", "b"), Relay("b", "a"), Relay("b", "a", "other")), Is.EqualTo("a"));

    [Test]
    public void Of_UnknownOrigin_IsNobodysVoice() => Assert.That(RootOf("b", Relay("b", "unknown")), Is.EqualTo(Nobody));

    [Test]
    public void Of_RelayOfAReportOfUnknownOrigin_IsNobodysVoice() => Assert.That(RootOf("c", Relay("c", "b"), Relay("b", "unknown")), Is.EqualTo(Nobody));

    [TestCase("b")]
    [TestCase("c")]
    [TestCase("d")]
    public void Of_Circle_IsNobodysVoice(string source) =>
        Assert.That(RootOf(source, Relay("b", "d"), Relay("c", "b"), Relay("d", "c")), Is.EqualTo(Nobody));

    [Test]
    public void Of_RelayOfACircle_IsNobodysVoice() => Assert.That(RootOf("a", Relay("a", "c"), Relay("b", "c"), Relay("c", "b")), Is.EqualTo(Nobody));

    [TestCase("a", "b")]
    [TestCase("b", "a")]
    public void Of_CircleThatDoesNotAgree_CountsAlikeWhateverTheNames(string one, string other)
    {
        var claims = CredibilityScorer.Score([new("i", one, "x") { Origin = other }, new("i", other, "y") { Origin = one }, new("i", "e", "x"), new("i", "f", "x")]).ClaimsOf("i");
        var swapped = CredibilityScorer.Score([new("i", other, "x") { Origin = one }, new("i", one, "y") { Origin = other }, new("i", "e", "x"), new("i", "f", "x")]).ClaimsOf("i");
        Assert.That(claims.Select(claim => claim.Credibility), Is.EqualTo(swapped.Select(claim => claim.Credibility)).Within(1e-12));
        Assert.That(claims.Sum(claim => claim.Supports), Is.EqualTo(4));
    }

    [Test]
    public void Of_Circle_IsReportedOnceWithItsSources()
    {
        var (lineage, corpus) = Of(Relay("a", "c"), Relay("b", "d"), Relay("c", "b"), Relay("d", "c"));
        Assert.That(lineage.Circles.Select(circle => string.Join(' ', circle.Sources.Select(source => corpus.Sources[source]))), Is.EqualTo(new[] { "b c d" }));
    }

    [Test]
    public void Of_TwoCirclesOnOneItem_AreReportedByName()
    {
        var (lineage, corpus) = Of(Relay("c", "d"), Relay("d", "c"), Relay("a", "b"), Relay("b", "a"));
        Assert.That(lineage.Circles.Select(circle => corpus.Sources[circle.Sources[0]]), Is.EqualTo(new[] { "a", "c" }));
    }

    [Test]
    public void Of_CircleAcrossTwoItems_IsNone() =>
        Assert.That(Of(Relay("a", "b"), Relay("b", "a") with { Item = "j" }).Lineage.Circles, Is.Empty);

    [Test]
    public void Of_Chain_IsNoCircle() => Assert.That(Of(Relay("c", "b"), Relay("b", "a"), new Assertion("i", "a")).Lineage.Circles, Is.Empty);

    [TestCase("a", false)]
    [TestCase("b", true)]
    [TestCase("c", true)]
    public void IsRelay_Assertion_IsTrueOfWhatIsPassedOn(string source, bool expected)
    {
        var (lineage, corpus) = Of(new Assertion("i", "a"), Relay("b", "a"), Relay("c", "unknown"));
        Assert.That(lineage.IsRelay(corpus.AssertionOf(source)), Is.EqualTo(expected));
    }

    [TestCase("a", "a")]
    [TestCase("b", "a")]
    [TestCase("c", "c")]
    public void SpeakerOf_Assertion_IsItsRootOrElseItsCarrier(string source, string speaker)
    {
        var (lineage, corpus) = Of(new Assertion("i", "a"), Relay("b", "a"), Relay("c", "unknown"));
        Assert.That(corpus.Sources[lineage.SpeakerOf(corpus.AssertionOf(source))], Is.EqualTo(speaker));
    }

    private static Assertion Relay(string source, string origin, string value = "true") => new("i", source, value) { Origin = origin };

    private static (Lineage Lineage, Corpus Corpus) Of(params Assertion[] rows)
    {
        var corpus = SmallCorpus.Of(rows);
        return (Lineage.Of(corpus), corpus);
    }

    private static string RootOf(string source, params Assertion[] rows)
    {
        var (lineage, corpus) = Of(rows);
        var root = lineage.Root[corpus.AssertionOf(source)];
        return root == Lineage.UnknownRoot ? Nobody : corpus.Sources[root];
    }
}
