using Scoring.Evaluating;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class ConfusionTests
{
    [Test]
    public void Learn_MorePasses_NeverLowerTheBound([Values(1, 3)] int subtypes, [Values(1, 2)] int seed)
    {
        double[][][] rows = [.. Enumerable.Range(0, 10).Select(source => LabelCorpus.Knowing(0.3 + (0.06 * source), 0.5, 0.3, 0.2))];
        var evidence = LabelCorpus.EvidenceOf(LabelCorpus.Draw(seed, 300, [0.5, 0.3, 0.2], rows, 5).Assertions);
        var bounds = Enumerable.Range(1, 25).Select(passes => LabelCorpus.Rows(evidence, subtypes, seed, passes).Bound).ToArray();
        for (var pass = 1; pass < bounds.Length; pass++)
        {
            Assert.That(bounds[pass], Is.GreaterThanOrEqualTo(bounds[pass - 1] - 1e-6), $"pass {pass + 1}");
        }
    }

    [Test]
    public void Learn_PlainRows_ConfusionComesBack()
    {
        double[][] sharp = [[0.9, 0.05, 0.05], [0.1, 0.8, 0.1], [0.05, 0.35, 0.6]];
        double[][] blunt = [[0.5, 0.3, 0.2], [0.2, 0.6, 0.2], [0.1, 0.1, 0.8]];
        double[] prior = [0.4, 0.35, 0.25];
        double[][][] rows = [sharp, blunt, sharp, blunt, sharp, blunt, sharp, blunt];
        var evidence = LabelCorpus.EvidenceOf(LabelCorpus.Draw(4, 4000, prior, rows, 6).Assertions);
        var (columns, family) = (LabelCorpus.ColumnsOf(evidence), LabelCorpus.Rows(evidence, 1, 1, 60));
        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            var source = evidence.Corpus.Sources[columns.SourceOfCell[cell]][3] - '0';
            for (var truth = 0; truth < 3; truth++)
            {
                Assert.That(Math.Exp(family.Row(cell)[truth]), Is.EqualTo(rows[source][truth][columns.LabelOfCell[cell]]).Within(0.07));
            }
        }

        Assert.That(family.LogPrior.Select(Math.Exp), Is.EqualTo(prior).Within(0.04));
    }

    [Test]
    public void Learn_ItemsOfTwoKinds_SubtypesTellThemApart()
    {
        // On every second item all sources tend to the wrong label: only with subtypes do they stay good witnesses of the rest.
        var random = new Random(5);
        var assertions = Enumerable.Range(0, 1200).SelectMany(item => Enumerable.Range(0, 8).Select(source =>
        {
            var truth = item % 3;
            var said = (item % 2, random.NextDouble()) switch { (0, < 0.9) => truth, (1, < 0.45) => (truth + 1) % 3, (1, < 0.9) => truth, _ => random.Next(3) };
            return new Assertion($"i{item}", $"s{source}", $"v{said}");
        }));
        var evidence = LabelCorpus.EvidenceOf(assertions);
        var plain = LabelCorpus.Rows(evidence, 1, 1, 60).Bound;
        var subtypes = Enumerable.Range(1, 3).Max(seed => LabelCorpus.Rows(evidence, 3, seed, 60).Bound);
        Assert.That(subtypes, Is.GreaterThan(plain + 100));
    }

    [Test]
    public void Learn_SameSeed_SameBits()
    {
        var evidence = LabelCorpus.EvidenceOf(new Simulation { Items = 200, Sources = 20, PerItem = 5 }.Draw().Assertions);
        var first = LabelCorpus.Rows(evidence, 3, 2, 20).LogRow;
        Assert.That(LabelCorpus.Rows(evidence, 3, 2, 20).LogRow, Is.EqualTo(first));
    }

    [Test]
    public void Learn_AnyNumberOfThreads_SameBits([Values(1, 3)] int subtypes, [Values(2, 5)] int threads)
    {
        double[][][] rows = [.. Enumerable.Repeat(LabelCorpus.Knowing(0.6, 0.8, 0.2), 12)];
        var evidence = LabelCorpus.EvidenceOf(LabelCorpus.Draw(4, 9000, [0.5, 0.5], rows, 3).Assertions);
        var (one, several) = (LabelCorpus.Rows(evidence, subtypes, 1, 8), LabelCorpus.Rows(evidence, subtypes, 1, 8, threads));
        Assert.That((several.LogRow, several.LogPrior, several.Bound), Is.EqualTo((one.LogRow, one.LogPrior, one.Bound)));
    }
}
