using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Tests.Indexing;

namespace Scoring.Tests;

public sealed class ClaimListTests
{
    private static readonly Corpus Corpus = SmallCorpus.Of([.. Enumerable.Range(0, 60).Select(row => new Assertion($"i{row / 20}", $"s{row}", $"v{row % 20}"))]);

    [Test]
    public void Item_NotHeld_ScoresEachItemOnceWhenGoneThroughInOrder()
    {
        var scored = new List<int>();
        var claims = new ClaimList(Corpus, Score, mostHeld: 0);
        for (var claim = 0; claim < claims.Count; claim++)
        {
            Assert.That(claims[claim].Value, Is.EqualTo(Corpus.ValueText(claim)));
        }

        Assert.That(scored, Is.EqualTo(new[] { 0, 1, 2 }));

        void Score(ItemBlock block, ClaimVisitor visit)
        {
            scored.Add(block.First);
            visit(Scores(block));
        }
    }

    [Test]
    public void Item_NotHeld_AskedByManyThreads_IsTheRightOne()
    {
        var claims = new ClaimList(Corpus, (block, visit) => visit(Scores(block)), mostHeld: 0);
        Parallel.For(0, 100_000, index =>
        {
            var claim = index * 31 % Corpus.ClaimCount;
            if (claims[claim].Index != claim)
            {
                Assert.Fail($"claim {claims[claim].Index} in place of {claim}");
            }
        });
    }

    private static ClaimFigures[] Scores(ItemBlock block) =>
    [
        .. Enumerable.Range(Corpus.FirstClaim[block.First], Corpus.FirstClaim[block.Last] - Corpus.FirstClaim[block.First]).Select(claim => new ClaimFigures
        {
            Index = claim,
            Credibility = 0.5,
            Low = 0,
            High = 1,
            WeightDb = 0,
            Rank = 1,
            Supports = 0,
            Denies = 0,
            Origins = 0,
            ContradictingOrigins = 0,
            IndependentOrigins = 0,
            Voices = 0,
            Confidence = default,
            CredibilityCode = default,
            Icd203 = "",
        }),
    ];
}
