using Scoring.Inference;
using Scoring.Reading;
using Scoring.Storage;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference;

public sealed class MissingInformationTests
{
    [TestCase(1, 0, 6.0)]
    [TestCase(0.9, 0.1, 6 - (4 * 2 * 2 * 0.9 * 0.1))]
    [TestCase(0.5, 0.5, 2.08, Description = "nothing is known but that it spoke: hardly anything beyond the prior is left")]
    public void Widened_RecordOfFour_IsOfTheSameMeanAndAsStrongAsWhatIsKnown(double ofRight, double ofWrong, double strength)
    {
        // Two assertions that are likely right, two that are likely wrong.
        var corpus = SmallCorpus.Of([.. Enumerable.Range(0, 4).SelectMany(item => (Assertion[])[new($"i{item}", "s", "x"), new($"i{item}", "other", "y")])]);
        var credibility = ColumnStore.InMemory.New<double>(corpus.ClaimCount);
        for (var claim = 0; claim < corpus.ClaimCount; claim++)
        {
            credibility[claim] = corpus.ItemOfClaim[claim] < 2 == (corpus.ValueText(claim) == "x") ? ofRight : ofWrong;
        }

        var missing = new MissingInformation(corpus, corpus.SourceOfAssertion, credibility, (_, weight) => weight.Fill(1), new ParallelOptions());
        var (source, reliability) = (Array.IndexOf(corpus.Sources, "s"), new BetaDistribution(3, 3));
        var widened = missing.Widened(source, reliability, new SourceRecords([4, 4], [1, 1], [1, 1]));
        Assert.Multiple(() =>
        {
            Assert.That(widened.Mean, Is.EqualTo(reliability.Mean).Within(1e-12));
            Assert.That(widened.A + widened.B, Is.EqualTo(strength).Within(1e-4));
        });
    }
}
