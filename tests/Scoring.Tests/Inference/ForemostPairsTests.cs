using Scoring.Inference;

namespace Scoring.Tests.Inference;

public sealed class ForemostPairsTests
{
    /// <summary>As if all were put in order and taken one by one for as long as something is left.</summary>
    [Test]
    public void Taken_AnyPairs_AreThoseThatShareMost([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var pairs = Enumerable.Range(0, 200).Select(_ => new CandidatePair(random.Next(30), random.Next(30, 60), Math.Round(random.NextDouble() * 5, random.Next(1, 6)) + 0.01)).ToArray();
        var left = (long)(random.NextDouble() * 5000);
        var parts = pairs.Chunk(17).Select(chunk => chunk.ToList()).Index().ToArray();
        random.Shuffle(parts);
        var foremost = new ForemostPairs(parts.Length, CostOf, left);
        foreach (var (run, part) in parts)
        {
            foremost.Add(run, part);
        }

        var found = foremost.Taken();
        var expected = pairs.OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.One).ThenBy(pair => pair.Other).TakeWhile(pair => (left -= CostOf(pair)) > 0).ToArray();
        Assert.That(found, Is.EquivalentTo(expected));
        Assert.That(found, Is.EqualTo(pairs.Where(found.Contains)), "their order stays");
    }

    [Test]
    public void Taken_NothingToChooseFrom_IsNothing() => Assert.That(new ForemostPairs(2, CostOf, 10).Taken(), Is.Empty);

    private static int CostOf(CandidatePair pair) => pair.One + pair.Other;
}
