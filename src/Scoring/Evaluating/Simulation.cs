using System.Globalization;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Evaluating;

/// <summary>A made-up corpus whose truth and reliabilities are known.</summary>
public sealed record Simulation
{
    /// <summary>Items, at least 1.</summary>
    public int Items { get; init; } = 1000;

    /// <summary>Sources, at least <see cref="PerItem"/>.</summary>
    public int Sources { get; init; } = 100;

    /// <summary>Sources that speak on each item, at least 1.</summary>
    public int PerItem { get; init; } = 10;

    /// <summary>Values open to each item, at least 2.</summary>
    public int Values { get; init; } = 4;

    /// <summary>Smallest reliability; each source's is drawn evenly between it and <see cref="HighestReliability"/>.</summary>
    public double LowestReliability { get; init; } = 0.5;

    /// <summary>Largest reliability.</summary>
    public double HighestReliability { get; init; } = 0.95;

    /// <summary>The same seed gives the same corpus.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Draws the corpus.</summary>
    /// <returns>Assertions, truths and the reliability of each source by id.</returns>
    /// <exception cref="InvalidOperationException">A count or a reliability is out of range.</exception>
    public (IEnumerable<Assertion> Assertions, IReadOnlyList<KnownTruth> Truths, IReadOnlyDictionary<string, double> Reliability) Draw() => Draw(CancellationToken.None);

    /// <summary>The same, unless it is stopped.</summary>
    internal (IEnumerable<Assertion> Assertions, IReadOnlyList<KnownTruth> Truths, IReadOnlyDictionary<string, double> Reliability) Draw(CancellationToken cancellation)
    {
        if (Items < 1 || PerItem < 1 || Sources < PerItem || Values < 2 || !(LowestReliability > 0 && LowestReliability <= HighestReliability && HighestReliability < 1))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"found {Items} items, {Sources} sources, {PerItem} per item, {Values} values, reliabilities from {LowestReliability} to {HighestReliability}; expected at least 1 item, 1 source per item, as many sources, 2 values, and reliabilities within 0 and 1"));
        }

        using var stopping = Stopping.By(cancellation);
        var random = new Random(Seed);
        var reliability = new double[Sources];
        for (var source = 0; source < Sources; source++)
        {
            reliability[source] = LowestReliability + (random.NextDouble() * (HighestReliability - LowestReliability));
        }

        var truths = Enumerable.Range(0, Items).UnlessStopped().Select(item => new KnownTruth(ItemId(item), ValueId(random.Next(Values)))).ToArray();
        return (Assertions(truths, reliability), truths, reliability.Index().UnlessStopped().ToDictionary(source => SourceId(source.Index), source => source.Item, StringComparer.Ordinal));
    }

    private IEnumerable<Assertion> Assertions(KnownTruth[] truths, double[] reliability)
    {
        var random = new Random(unchecked(Seed + 0x5EED));
        var drawn = new HashSet<int>();
        foreach (var truth in truths)
        {
            drawn.Clear();
            while (drawn.Count < PerItem)
            {
                var source = random.Next(Sources);
                if (drawn.Add(source))
                {
                    var right = int.Parse(truth.Value.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
                    var said = random.NextDouble() < reliability[source] ? right : (int)(((long)right + 1 + random.Next(Values - 1)) % Values);
                    yield return new Assertion(truth.Item, SourceId(source), ValueId(said));
                }
            }
        }
    }

    private static string ItemId(int item) => FormattableString.Invariant($"i{item}");

    private static string SourceId(int source) => FormattableString.Invariant($"s{source}");

    private static string ValueId(int value) => FormattableString.Invariant($"v{value}");
}
