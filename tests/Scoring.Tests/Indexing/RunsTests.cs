using System.Collections.Concurrent;
using Scoring.Indexing;

namespace Scoring.Tests.Indexing;

public sealed class RunsTests
{
    [TestCase(0, 4)]
    [TestCase(1, 4)]
    [TestCase(8, 4)]
    [TestCase(9, 4)]
    [TestCase(int.MaxValue, 1 << 30)]
    [TestCase(int.MaxValue, int.MaxValue)]
    public void ForEach_Range_CoversItOnce(int count, int length)
    {
        var runs = new ConcurrentBag<(int First, int Last)>();
        Runs.ForEach(count, length, new ParallelOptions(), (first, last) => runs.Add((first, last)));
        var next = 0;
        foreach (var (first, last) in runs.Order())
        {
            Assert.That((first, last - first), Is.EqualTo((next, Math.Min(length, count - next))));
            next = last;
        }

        Assert.That(next, Is.EqualTo(count));
    }

    [TestCase(3, 10)]
    [TestCase(4, 2)]
    [TestCase(7, int.MaxValue)]
    public void Of_AllWorkers_ShareTheRange(int workers, int count)
    {
        var runs = Enumerable.Range(0, workers).Select(worker => Runs.Of(worker, workers, count)).ToArray();
        Assert.That(runs.Select(run => run.First), Is.EqualTo(runs.SkipLast(1).Select(run => run.Last).Prepend(0)));
        Assert.That(runs[^1].Last, Is.EqualTo(count));
    }
}
