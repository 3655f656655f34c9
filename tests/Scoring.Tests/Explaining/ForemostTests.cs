using Scoring.Explaining;

namespace Scoring.Tests.Explaining;

public sealed class ForemostTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(100)]
    [TestCase(500)]
    public void InOrder_ThingsInAnyOrder_AreTheFirstOfThemAndTheOthersLeft(int most)
    {
        int[] things = [.. Enumerable.Range(0, 300)];
        new Random(most).Shuffle(things);
        List<int> left = [];
        var foremost = new Foremost<int, Ascending>(most, left.Add);
        Array.ForEach(things, foremost.Add);
        Assert.That(foremost.InOrder(), Is.EqualTo(Enumerable.Range(0, Math.Min(most, 300))));
        Assert.That(left.Order(), Is.EqualTo(Enumerable.Range(Math.Min(most, 300), Math.Max(0, 300 - most))));
    }

    private readonly struct Ascending : IComparer<int>
    {
        public int Compare(int x, int y) => x.CompareTo(y);
    }
}
