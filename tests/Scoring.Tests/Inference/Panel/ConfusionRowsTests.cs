using Scoring.Inference.Panel;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

public sealed class ConfusionRowsTests
{
    [Test]
    public void Start_OneSubtype_CountsTheSharesOfTheVotes()
    {
        // Item 0: two of three say 1; the nineteen others: all say 0.
        var rest = new string('0', 19);
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Rows(("a", "1" + rest), ("b", "1" + rest), ("c", "0" + rest))));
        var rows = new ConfusionRows(votes, LabelCells.Of(votes), subtypes: 1);
        rows.Start(random: null);
        Assert.Multiple(() =>
        {
            Assert.That(rows.StateCount, Is.EqualTo(new[] { 19 + (1 / 3.0), 2 / 3.0 }).Within(1e-12));

            // Cells: a says 0, a says 1, b says 0, b says 1, c says 0; a row each of true 0 and true 1.
            Assert.That(rows.Count, Is.EqualTo(new[] { 19, 0, 1 / 3.0, 2 / 3.0, 19, 0, 1 / 3.0, 2 / 3.0, 19 + (1 / 3.0), 2 / 3.0 }).Within(1e-12));
        });
    }

    [Test]
    public void Start_Subtypes_SplitsEachItemAtRandomButWhole()
    {
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Draw(2, labels: 3).Rows));
        var rows = new ConfusionRows(votes, LabelCells.Of(votes), subtypes: 4);
        rows.Start(new Random(1));
        Assert.Multiple(() =>
        {
            Assert.That(rows.StateCount.Sum(), Is.EqualTo(votes.ItemCount).Within(1e-9));
            Assert.That(rows.StateCount, Is.Unique.And.All.GreaterThan(0));
        });
    }

    [Test]
    public void Pass_OneSubtype_AgreesWithTheDenseReference([Range(0, 9)] int seed)
    {
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Draw(seed, labels: 2 + (seed % 4), items: 60).Rows));
        var (rows, dense) = (new ConfusionRows(votes, LabelCells.Of(votes), subtypes: 1), new DenseConfusion(votes));
        var variational = new DirichletRows(rows);
        rows.Start(random: null);
        for (var pass = 0; pass < 5; pass++)
        {
            variational.Pass();
            dense.BayesianPass();
        }

        Assert.That(rows.Credibility, Is.EqualTo(Named(votes, dense)).Within(1e-9));
    }

    [Test]
    public void Pass_AnySubtypes_NeverLowersTheBound([Values(1, 2, 3)] int subtypes)
    {
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Draw(4, labels: 3, items: 90).Rows));
        var rows = new ConfusionRows(votes, LabelCells.Of(votes), subtypes);
        var variational = new DirichletRows(rows);
        rows.Start(new Random(1));
        var bounds = Enumerable.Range(0, 30).Select(_ =>
        {
            variational.Pass();
            return Math.Round(variational.Bound(), 6);
        }).ToArray();
        Assert.That(bounds, Is.Ordered.Ascending);
    }

    /// <summary>The reference's probability of each claim.</summary>
    internal static double[] Named(Votes votes, DenseConfusion dense) =>
        [.. Enumerable.Range(0, votes.ClaimCount).Select(claim => dense.Posterior[votes.ItemOfClaim[claim]][votes.LabelOfClaim[claim]])];
}
