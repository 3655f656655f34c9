using Scoring.Indexing;

namespace Scoring.Tests.Indexing;

public sealed class CorpusTests
{
    private static readonly Corpus Small = SmallCorpus.Of(new("b", "s", "True"), new("a", "t", "x"), new("a", "s", "y"), new("a", "u", "x"));

    [TestCase("a", 0)]
    [TestCase("b", 1)]
    public void FindItem_KnownId_IsItsIndex(string id, int index) => Assert.That(Small.FindItem(id), Is.EqualTo(index));

    [TestCase("A")]
    [TestCase("c")]
    [TestCase("")]
    public void FindItem_UnknownId_IsNegative(string id) => Assert.That(Small.FindItem(id), Is.Negative);

    [TestCase(0, "x", 0)]
    [TestCase(0, "y", 1)]
    [TestCase(0, "X", -1)]
    [TestCase(1, "true", 2)]
    [TestCase(1, "TRUE", 2)]
    [TestCase(1, "false", -1)]
    [TestCase(1, "x", -1)]
    public void FindClaim_Value_IsFoundWithinTheItem(int item, string value, int claim) => Assert.That(Small.FindClaim(item, value), Is.EqualTo(claim));

    [Test]
    public void AssertionsOfItem_ItemWithTwoClaims_AreThoseOfBoth() => Assert.That(Small.AssertionsOfItem(0), Is.EqualTo(0..3));

    [Test]
    public void SourceOfAssertion_Claim_IsInOrderOfTheSources() =>
        Assert.That(Small.SourceOfAssertion[Small.FirstAssertion[0]..Small.FirstAssertion[1]].ToArray().Select(source => Small.Sources[source]), Is.EqualTo(new[] { "t", "u" }));
}
