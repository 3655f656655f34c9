using Scoring.Inference;

namespace Scoring.Tests.Inference;

public sealed class CellNumbersTests
{
    [Test]
    public void Of_SourcesAndLabels_NumbersThemAsTheyCome()
    {
        var cells = new CellNumbers(sources: 3);
        (int Source, int Label)[] votes = [(2, 0), (0, 5), (2, 1), (2, 0), (0, 5), (2, 31), (0, 0), (2, 1)];
        Assert.That(votes.Select(vote => cells.Of(vote.Source, vote.Label)), Is.EqualTo(new[] { 0, 1, 2, 0, 1, 3, 4, 2 }));
        Assert.That(cells.Sources, Is.EqualTo(new[] { 2, 0, 2, 2, 0 }));
        Assert.That(cells.Labels, Is.EqualTo(new[] { 0, 5, 1, 31, 0 }));
    }
}
