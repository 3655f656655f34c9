using Scoring.Evaluating;

namespace Scoring.Tests.Evaluating;

public sealed class ReliabilityBinTests
{
    [Test]
    public void Of_SomeItems_FallIntoTenBins()
    {
        var bins = ReliabilityBin.Of([new("a", 0, 0), new("b", 0.05, 1), new("c", 0.1, 1), new("d", 0.99, 1), new("e", 1, 0.5)]);
        Assert.That(bins.Select(bin => bin.Items), Is.EqualTo(new[] { 2, 1, 0, 0, 0, 0, 0, 0, 0, 2 }));
        Assert.That((bins[0].MeanCredibility, bins[0].ShareRight), Is.EqualTo((0.025, 0.5)));
        Assert.That((bins[9].MeanCredibility, bins[9].ShareRight), Is.EqualTo((0.995, 0.75)));
        Assert.That((bins[2].MeanCredibility, bins[2].ShareRight), Is.EqualTo(((double?)null, (double?)null)));
        Assert.That((bins[2].ShareLow, bins[2].ShareHigh), Is.EqualTo((0.0, 1.0)));
        Assert.That(bins.Select(bin => bin.Low), Is.EqualTo(new[] { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9 }));
    }

    /// <summary>By hand: z = 1.6449, n = 10, share 0.8.</summary>
    [Test]
    public void Of_EightOfTenRight_HasTheIntervalOfWilson()
    {
        var bin = ReliabilityBin.Of([.. Enumerable.Range(0, 10).Select(item => new GoldItem($"i{item}", 0.85, item < 8 ? 1 : 0))])[8];
        Assert.That(bin.ShareLow, Is.EqualTo(0.541).Within(0.001));
        Assert.That(bin.ShareHigh, Is.EqualTo(0.931).Within(0.001));
    }

    [Test]
    public void Of_NoneOrAllRight_IntervalReachesTheEndExactly()
    {
        foreach (var items in Enumerable.Range(1, 200))
        {
            Assert.That((BinOf(items, right: 0).ShareLow, BinOf(items, right: 1).ShareHigh), Is.EqualTo((0.0, 1.0)), $"{items} items");
        }

        static ReliabilityBin BinOf(int items, double right) => ReliabilityBin.Of([.. Enumerable.Range(0, items).Select(item => new GoldItem($"i{item}", 0.5, right))])[5];
    }

    [Test]
    public void CalibrationError_NoItems_IsNotANumber() => Assert.That(ReliabilityBin.CalibrationError(ReliabilityBin.Of([])), Is.NaN);
}
