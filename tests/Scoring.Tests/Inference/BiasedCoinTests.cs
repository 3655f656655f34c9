using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class BiasedCoinTests
{
    private static readonly double[] Even = [0.5, 0.5];

    [Test]
    public void Learn_SourceThatAlwaysSaysOne_GivesItsVotesNoWeight()
    {
        double[][][] rows = [.. Enumerable.Repeat(LabelCorpus.Knowing(0.7, 0.5, 0.5), 9), LabelCorpus.Knowing(0, 0.02, 0.98)];
        var evidence = LabelCorpus.EvidenceOf(LabelCorpus.Draw(1, 800, Even, rows, 6).Assertions);
        var (columns, family) = (LabelCorpus.ColumnsOf(evidence), LabelCorpus.Coin(evidence, hasHabits: true));
        var habitual = Enumerable.Range(0, columns.CellCount)
            .Single(cell => evidence.Corpus.Sources[columns.SourceOfCell[cell]] == "s009" && columns.LabelOfCell[cell] == 1);
        Assert.That(family.Row(habitual)[1] - family.Row(habitual)[0], Is.LessThan(0.3));
    }

    [Test]
    public void Learn_RareLabelOfAHabitualSource_IsTheStrongerEvidence()
    {
        double[][][] rows = [.. Enumerable.Repeat(LabelCorpus.Knowing(0.6, 0.8, 0.2), 12)];
        var evidence = LabelCorpus.EvidenceOf(LabelCorpus.Draw(2, 800, Even, rows, 6).Assertions);
        var (columns, family) = (LabelCorpus.ColumnsOf(evidence), LabelCorpus.Coin(evidence, hasHabits: true));
        var gain = Enumerable.Range(0, columns.CellCount).ToLookup(cell => columns.LabelOfCell[cell], cell => family.Row(cell)[columns.LabelOfCell[cell]]);
        Assert.That(gain[1].Average(), Is.GreaterThan(gain[0].Average() + 0.2));
    }

    [Test]
    public void Learn_WithoutHabits_ReliabilityComesBack()
    {
        double[] knows = [0.2, 0.4, 0.6, 0.8, 0.9, 0.3, 0.5, 0.7];
        double[][][] rows = [.. knows.Select(knowing => LabelCorpus.Knowing(knowing, 1.0 / 3, 1.0 / 3, 1.0 / 3))];
        var evidence = LabelCorpus.EvidenceOf(LabelCorpus.Draw(3, 3000, [1.0 / 3, 1.0 / 3, 1.0 / 3], rows, 5).Assertions);
        var (columns, family) = (LabelCorpus.ColumnsOf(evidence), LabelCorpus.Coin(evidence, hasHabits: false));
        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            // A vote's gain is ln(1 + 3k / (1 − k)) where the source knows with probability k.
            var odds = (Math.Exp(family.Row(cell)[columns.LabelOfCell[cell]]) - 1) / 3;
            var source = evidence.Corpus.Sources[columns.SourceOfCell[cell]];
            Assert.That(odds / (1 + odds), Is.EqualTo(knows[source[3] - '0']).Within(0.06), source);
        }
    }

    [Test]
    public void Learn_AnyNumberOfThreads_SameBits([Values] bool hasHabits, [Values(2, 5)] int threads)
    {
        double[][][] rows = [.. Enumerable.Repeat(LabelCorpus.Knowing(0.6, 0.8, 0.2), 12)];
        var evidence = LabelCorpus.EvidenceOf(LabelCorpus.Draw(4, 900, Even, rows, 6).Assertions);
        Assert.That(LabelCorpus.Coin(evidence, hasHabits, threads).LogRow, Is.EqualTo(LabelCorpus.Coin(evidence, hasHabits).LogRow));
    }
}
