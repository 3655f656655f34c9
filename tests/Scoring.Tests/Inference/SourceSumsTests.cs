using Scoring.Inference;
using Scoring.Reading;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference;

public sealed class SourceSumsTests
{
    [TestCase(1)]
    [TestCase(3)]
    public void Of_TermsOfManyItems_AreSummedBySourceInUnits(int threads)
    {
        const int items = 30_000;
        var corpus = SmallCorpus.Of([.. Enumerable.Range(0, items).SelectMany(item => (Assertion[])[new($"i{item}", "a"), new($"i{item}", $"b{item % 3}")])]);
        var sums = SourceSums.Of(corpus, corpus.SourceOfAssertion, new ParallelOptions { MaxDegreeOfParallelism = threads }, units: 8, (item, terms) =>
        {
            (terms[0], terms[1]) = (0.25, (item % 2) + 0.1);
        });

        // Of 0.1 in eighths, one is the nearest.
        Assert.That(sums[0], Is.EqualTo(items * 2));
        Assert.That(sums[1..].Sum(), Is.EqualTo((items / 2 * 1) + (items / 2 * 9)));
    }
}
