using Scoring.Reading;

namespace Scoring.Tests.Explaining;

public sealed class PivotalSourceTests
{
    [Test]
    public void WhatWouldChange_StrongAgainstWeak_NamesTheStrongAndFlips()
    {
        var result = CredibilityScorer.Score(
        [
            new Assertion("item", "record", "47") { SourceType = "public_record" },
            new Assertion("item", "article", "45") { SourceType = "own_reporting" },
        ]);
        var pivot = result.WhatWouldChange(result.ClaimsOf("item")[1])!;
        Assert.That((pivot.Source, pivot.Flips), Is.EqualTo(("record", true)));
    }

    [Test]
    public void WhatWouldChange_OneOfManyAlike_DoesNotFlip()
    {
        var result = CredibilityScorer.Score(Enumerable.Range(0, 8).Select(source => new Assertion("item", $"s{source}")));
        Assert.That(result.WhatWouldChange(result.Claims[0])!.Flips, Is.False);
    }

    [Test]
    public void WhatWouldChange_OriginWithRelays_LeavesOutBoth()
    {
        var result = CredibilityScorer.Score([new("item", "speaker"), new("item", "relay") { Origin = "speaker" }]);
        Assert.That(result.WhatWouldChange(result.Claims[0])!.CredibilityWithout, Is.EqualTo(0.5).Within(1e-12));
    }

    [Test]
    public void WhatWouldChange_NobodySpeaks_IsNull()
    {
        var result = CredibilityScorer.Score([new("item", "source") { Stance = Stance.Retracts }]);
        Assert.That(result.WhatWouldChange(result.Claims[0]), Is.Null);
    }
}
