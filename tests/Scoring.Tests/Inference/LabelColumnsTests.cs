using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class LabelColumnsTests
{
    [Test]
    public void Of_RowsThatDoNotCount_AreLeftOutAndTheOthersKeepTheirWeights()
    {
        var day = new DateTimeOffset(2025, 8, 1, 0, 0, 0, TimeSpan.Zero);
        var rows = Enumerable.Range(0, 40).SelectMany(item => Enumerable.Range(0, 4).Select(source => new Assertion($"i{item:00}", $"s{source}", (item + source) % 3 == 0 ? "no" : "yes")
        {
            Time = day,
            Hedge = (item + source) % 5 == 0 ? "0.5" : null,
        })).Append(new Assertion("i00", "s1", "yes") { Stance = Stance.Retracts, Time = day.AddDays(1) });
        var evidence = LabelCorpus.EvidenceOf(rows);
        var columns = LabelCorpus.ColumnsOf(evidence);
        int[] counting = [.. Enumerable.Range(0, evidence.Corpus.AssertionCount).Where(a => evidence.RuleWeight[a] > 0)];

        Assert.That(counting, Has.Length.LessThan(evidence.Corpus.AssertionCount));
        Assert.That(columns.Cell.Select(cell => columns.SourceOfCell[cell]), Is.EqualTo(counting.Select(a => evidence.Speaker[a])));
        Assert.That(columns.Cell, Is.EqualTo(counting.Select(a => columns.CellOfAssertion[a])));
        var weights = Enumerable.Range(0, columns.Weight.Count).Select(vote => columns.Weight[vote]).ToArray();
        Assert.That(weights, Is.EqualTo(counting.Select(a => evidence.RuleWeight[a] * evidence.LinkedShare[a])));
        Assert.That(weights.Distinct().Count(), Is.GreaterThan(1));
    }
}
