using System.Globalization;
using Scoring.Reading;

namespace Scoring.Tests.Corpora;

/// <summary>Measurements drawn from known truths and known scales of the sources.</summary>
internal static class MeasuredCorpus
{
    /// <param name="seed">The same seed gives the same corpus.</param>
    /// <param name="items">Items, whose truths spread with standard deviation 8 around 15.</param>
    /// <param name="sources">Sources; the standard deviation of each is drawn between 0.2 and 3.2.</param>
    /// <param name="perItem">Sources that speak on each item.</param>
    /// <param name="decimals">Decimals of the values.</param>
    /// <param name="gross">Share of answers that have nothing to do with the truth.</param>
    public static (Assertion[] Assertions, double[] Truth, double[] Sigma) Draw(
        int seed, int items = 300, int sources = 20, int perItem = 8, int decimals = 2, double gross = 0.1)
    {
        var random = new Random(seed);
        var sigma = Enumerable.Range(0, sources).Select(_ => 0.2 * Math.Pow(16, random.NextDouble())).ToArray();
        var (truth, rows) = (new double[items], new List<Assertion>());
        for (var item = 0; item < items; item++)
        {
            truth[item] = 15 + (8 * Normal(random));
            var order = Enumerable.Range(0, sources).ToArray();
            random.Shuffle(order);
            foreach (var source in order.AsSpan(0, perItem))
            {
                var said = random.NextDouble() < gross ? 15 + (8 * Normal(random)) : truth[item] + (sigma[source] * Normal(random));
                rows.Add(new Assertion(ItemId(item), SourceId(source), said.ToString($"F{decimals}", CultureInfo.InvariantCulture)));
            }
        }

        return ([.. rows], truth, sigma);
    }

    public static string ItemId(int item) => FormattableString.Invariant($"i{item:000}");

    public static string SourceId(int source) => FormattableString.Invariant($"s{source:00}");

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
