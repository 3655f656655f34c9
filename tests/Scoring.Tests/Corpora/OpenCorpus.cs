using Scoring.Reading;

namespace Scoring.Tests.Corpora;

/// <summary>Open-ended values, of which some are far more common than others.</summary>
internal static class OpenCorpus
{
    private const int Vocabulary = 200;

    /// <summary>Draws votes by sources that are right 30 to 70 % of the time.</summary>
    /// <param name="seed">The same seed gives the same corpus.</param>
    /// <param name="truths">Whether true values are drawn by their popularity (the n-th value n times as rarely as the first), or each as often as any other.</param>
    /// <param name="errors">The same of false values.</param>
    /// <param name="items">Number of items.</param>
    public static (List<Assertion> Assertions, KnownTruth[] Truths) Draw(int seed, bool truths, bool errors, int items = 500)
    {
        var (random, rows, known) = (new Random(seed), new List<Assertion>(), new KnownTruth[items]);
        var reliability = Enumerable.Range(0, 40).Select(_ => 0.3 + (0.4 * random.NextDouble())).ToArray();
        var order = Enumerable.Range(0, reliability.Length).ToArray();
        var cumulated = Cumulated();
        for (var item = 0; item < items; item++)
        {
            var truth = Pick(truths);
            known[item] = new KnownTruth($"i{item:0000}", $"v{truth}");
            random.Shuffle(order);
            foreach (var source in order.AsSpan(0, 4))
            {
                rows.Add(new Assertion($"i{item:0000}", $"s{source:00}", $"v{(random.NextDouble() < reliability[source] ? truth : Wrong(truth))}"));
            }
        }

        return (rows, known);

        int Wrong(int truth)
        {
            int value;
            do
            {
                value = Pick(errors);
            }
            while (value == truth);
            return value;
        }

        int Pick(bool byPopularity)
        {
            var at = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
            return byPopularity ? at < 0 ? ~at : at : random.Next(Vocabulary);
        }
    }

    private static double[] Cumulated()
    {
        var (sums, sum) = (new double[Vocabulary], 0.0);
        for (var value = 0; value < Vocabulary; value++)
        {
            sums[value] = sum += 1.0 / (value + 1);
        }

        return sums;
    }
}
