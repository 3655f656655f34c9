using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Tests.Corpora;

/// <summary>Corpora with one small label set, as the label models see them.</summary>
internal static class LabelCorpus
{
    /// <summary>Votes of sources, each with a row of probabilities by true label, on items whose labels are known.</summary>
    /// <param name="seed">Same seed, same corpus.</param>
    /// <param name="items">Number of items.</param>
    /// <param name="prior">Probability of each label.</param>
    /// <param name="rows">For each source, what it says by true label.</param>
    /// <param name="perItem">Sources on each item.</param>
    public static (List<Assertion> Assertions, int[] Truth) Draw(int seed, int items, double[] prior, double[][][] rows, int perItem) =>
        Draw(seed, items, prior, rows, (_, _) => perItem);

    /// <summary>The same with a number of sources on each item that may go by its label.</summary>
    public static (List<Assertion> Assertions, int[] Truth) Draw(int seed, int items, double[] prior, double[][][] rows, Func<Random, int, int> perItem)
    {
        var (random, assertions, truth) = (new Random(seed), new List<Assertion>(), new int[items]);
        var sources = Enumerable.Range(0, rows.Length).ToArray();
        for (var item = 0; item < items; item++)
        {
            truth[item] = Pick(random, prior);
            random.Shuffle(sources);
            assertions.AddRange(sources[..perItem(random, truth[item])].Select(source => new Assertion($"i{item:0000}", $"s{source:000}", $"v{Pick(random, rows[source][truth[item]])}")));
        }

        return (assertions, truth);
    }

    /// <summary>A source that knows with a probability, and else guesses by habit.</summary>
    public static double[][] Knowing(double knows, params double[] habit) =>
        [.. habit.Select((_, truth) => habit.Select((share, label) => ((1 - knows) * share) + (label == truth ? knows : 0)).ToArray())];

    /// <summary>The evidence of assertions under the default rules.</summary>
    public static Evidence EvidenceOf(IEnumerable<Assertion> assertions)
    {
        var table = new AssertionTable(ColumnStore.InMemory);
        foreach (var assertion in assertions)
        {
            table.Add(assertion);
        }

        var corpus = CorpusBuilder.Build(table, [], [], new ReadingLog(lenient: false));
        return Evidence.Of(corpus, RuleSetFile.Parse(RuleSetFile.DefaultText(), RuleSetFile.DefaultName), null, []);
    }

    /// <summary>The votes on the items of the first label set.</summary>
    public static LabelColumns ColumnsOf(Evidence evidence) =>
        LabelColumns.Of(evidence, evidence.Corpus.Labels.Sets[0], [], evidence.Corpus.Store.New<int>(evidence.Corpus.AssertionCount));

    public static LabelFamily Coin(Evidence evidence, bool hasHabits, int threads = 1)
    {
        var prior = new TypePriors(evidence).OfSources();
        var (columns, known) = (ColumnsOf(evidence), KnownLabels.Of(evidence.Corpus, evidence.Corpus.Labels.Sets[0], KnownTruths.None));
        return hasHabits ? BiasedCoin.Learn(columns, prior, new Turnout(columns.Labels), known, 500, threads, default) : EvenCoin.Learn(columns, prior, new Turnout(columns.Labels), known, 500, threads, default);
    }

    public static LabelFamily Rows(Evidence evidence, int subtypes, int seed, int mostPasses, int threads = 1) => Confusion.Learn(
        ColumnsOf(evidence), evidence.Types, KnownLabels.Of(evidence.Corpus, evidence.Corpus.Labels.Sets[0], KnownTruths.None), RecordElsewhere.None, subtypes, seed, mostPasses, threads, default);

    private static int Pick(Random random, double[] probabilities)
    {
        var draw = random.NextDouble();
        var index = 0;
        for (; index < probabilities.Length - 1 && draw >= probabilities[index]; index++)
        {
            draw -= probabilities[index];
        }

        return index;
    }
}
