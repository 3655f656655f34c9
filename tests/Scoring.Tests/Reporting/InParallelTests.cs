using Scoring.Reporting;

namespace Scoring.Tests.Reporting;

public sealed class InParallelTests
{
    [Test]
    public void For_Failure_IsToldAsItself() => Assert.That(
        () => InParallel.For(0, 4, outer => InParallel.For(0, 4, inner => throw new InvalidDataException($"{outer}{inner}"), CancellationToken.None), CancellationToken.None),
        Throws.TypeOf<InvalidDataException>());

    [Test]
    public void For_Cancelled_SaysSo()
    {
        using var stop = new CancellationTokenSource();
        Assert.That(
            () => InParallel.For(0, 100, _ =>
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void For_Numbers_AreAllDone()
    {
        var done = new int[50];
        InParallel.For(3, 50, number => done[number]++, CancellationToken.None);
        Assert.That(done, Is.EqualTo(Enumerable.Range(0, 50).Select(number => number < 3 ? 0 : 1)));
    }
}
