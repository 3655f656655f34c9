using Scoring.Storage;

namespace Scoring.Tests.Storage;

public sealed class ShortSortTests
{
    [Test]
    public void Sort_AnyLength_IsInOrder([Range(0, 70)] int length)
    {
        var random = new Random(length);
        var keys = Enumerable.Range(0, length).Select(_ => (long)random.Next(length)).ToArray();
        var expected = keys.Order().ToArray();
        ShortSort.Sort(keys.AsSpan());
        Assert.That(keys, Is.EqualTo(expected));
    }

    [Test]
    public void Sort_WithItems_KeepsEachWithItsKey([Range(0, 70)] int length)
    {
        var random = new Random(length);
        var keys = Enumerable.Range(0, length).Select(_ => (double)random.Next(length)).ToArray();
        var items = Enumerable.Range(0, length).ToArray();
        var expected = keys.Zip(items).Order().ToArray();
        ShortSort.Sort(keys.AsSpan(), items.AsSpan());
        Assert.That(keys.Zip(items).Order(), Is.EqualTo(expected));
        Assert.That(keys, Is.Ordered);
    }
}
