using Scoring.Inference;
using Scoring.Reading;
using Scoring.Storage;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference;

public sealed class SharedErrorsTests
{
    [Test]
    public void ByChance_FewLabels_IsReckonedByLabel()
    {
        // Two sources that miss every yes, on as many items of either kind: they share all their errors, and all by habit.
        var corpus = SmallCorpus.Of([.. Enumerable.Range(0, 40).SelectMany(i => (Assertion[])[new($"i{i:00}", "a", "no"), new($"i{i:00}", "b", "no"), new($"i{i:00}", "c", i < 20 ? "no" : "yes")])]);
        var credibility = ColumnStore.InMemory.New<double>(corpus.ClaimCount);
        for (var claim = 0; claim < corpus.ClaimCount; claim++)
        {
            credibility[claim] = corpus.NamedCount(corpus.ItemOfClaim[claim]) == 1 || corpus.ValueText(claim) == "yes" ? 1 : 0;
        }

        var errors = new SharedErrors(new Statements(corpus), credibility, corpus.Labels);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            errors.Add(item, [corpus.FirstClaim[item]], [corpus.FirstClaim[item]]);
        }

        Assert.That((errors.Items, errors.Shared, errors.Fewest, errors.ByChance()), Is.EqualTo((40, 20.0, 20.0, 20.0)));
    }

    [Test]
    public void Add_SourcesThatNameTwoValues_DoesNotDependOnTheirOrder()
    {
        var corpus = SmallCorpus.Of(new("i", "a", "x"), new("i", "a", "y"), new("i", "b", "y"), new("i", "b", "z"));
        var credibility = ColumnStore.InMemory.New<double>(3);
        (credibility[0], credibility[1], credibility[2]) = (0.5, 0.2, 0.3);
        var (one, other) = (new SharedErrors(new Statements(corpus), credibility), new SharedErrors(new Statements(corpus), credibility));
        one.Add(0, [0, 1], [1, 2]);
        other.Add(0, [1, 0], [2, 1]);
        Assert.That((one.Shared, one.Fewest), Is.EqualTo((other.Shared, other.Fewest)));
        Assert.That(one.Shared, Is.EqualTo(0.4).Within(1e-12));
    }
}
