using Scoring.Inference.Panel;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

public sealed class LabelCellsTests
{
    [Test]
    public void Of_TwoSources_HasACellForEachLabelTheyName()
    {
        var corpus = SmallCorpus.Of(PanelCorpora.Rows(("a", new string('1', 20)), ("b", "10" + new string('0', 18))));
        var cells = LabelCells.Of(Votes.Of(corpus));
        Assert.That((cells.First, cells.Label), Is.EqualTo((new[] { 0, 1, 3 }, new[] { 1, 0, 1 })));
    }

    [Test]
    public void Of_DrawnVotes_GivesEachVoteTheCellOfItsSourceAndLabel()
    {
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Draw(8, labels: 5).Rows));
        var cells = LabelCells.Of(votes);
        var claims = Enumerable.Range(0, votes.ClaimCount).SelectMany(claim => Enumerable.Repeat(claim, votes.FirstVote[claim + 1] - votes.FirstVote[claim]));
        Assert.Multiple(() =>
        {
            Assert.That(cells.OfVote.Select(cell => cells.Label[cell]), Is.EqualTo(claims.Select(claim => votes.LabelOfClaim[claim])));
            Assert.That(cells.OfVote.Select(cell => Array.FindLastIndex(cells.First, first => first <= cell)), Is.EqualTo(votes.Source));
        });
    }
}
