using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Tests.Indexing;

/// <summary>The word unknown in an origin column, and a source that is really called so.</summary>
public sealed class UnknownOriginTests
{
    [TestCase("unknown")]
    [TestCase("Unknown")]
    [TestCase("UNKNOWN")]
    public void Build_OriginUnknown_IsNoSource(string word) =>
        Assert.That(SmallCorpus.Of(new Assertion("i", "zeit") { Origin = word }).Sources, Is.EqualTo(new[] { "zeit" }));

    [TestCase("unknown")]
    [TestCase("Unknown")]
    public void Build_OriginUnknown_IsMarked(string word) =>
        Assert.That(SmallCorpus.Of(new Assertion("i", "zeit") { Origin = word }).Details.OriginOf(0), Is.EqualTo(SourceIndex.UnknownOrigin));

    [Test]
    public void Build_OriginUnknown_LeavesLaterSourcesInTheirPlaces()
    {
        var corpus = SmallCorpus.Of(new Assertion("i", "a") { Origin = "unknown" }, new Assertion("i", "zeit") { Origin = "yle" });
        Assert.That(corpus.Sources[corpus.Details.OriginOf(corpus.AssertionOf("zeit"))], Is.EqualTo("yle"));
    }

    [Test]
    public void Build_OriginUnknownInTwoSpellings_IsTheSameRow() => Assert.That(
        SmallCorpus.Of(new Assertion("i", "a") { Origin = "unknown" }, new Assertion("i", "a") { Origin = "Unknown" }).DuplicateRows, Is.EqualTo(1));

    [Test]
    public void Build_SourceCalledUnknownThatAsserts_IsASource()
    {
        var corpus = SmallCorpus.Of(new("i", "unknown"), new("i", "relay") { Origin = "unknown" });
        Assert.That(corpus.Sources[corpus.Details.OriginOf(corpus.AssertionOf("relay"))], Is.EqualTo("unknown"));
    }

    [Test]
    public void Build_SourceCalledUnknownThatIsDeclared_IsASource()
    {
        var corpus = SmallCorpus.Build([new("i", "relay") { Origin = "unknown" }], [new SourceDeclaration("unknown")]).Corpus;
        Assert.That(corpus.Sources[corpus.Details.OriginOf(0)], Is.EqualTo("unknown"));
    }

    [Test]
    public void Build_NoOrigin_IsNone() =>
        Assert.That(SmallCorpus.Of(new("i", "a"), new("i", "b") { Origin = "unknown" }).Details.OriginOf(0), Is.EqualTo(AssertionDetails.None));
}
