using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class ReadingLogTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void ThrowIfUnusable_Nothing_DoesNotThrow(bool lenient) => Assert.DoesNotThrow(new ReadingLog(lenient).ThrowIfUnusable);

    [Test]
    public void ThrowIfUnusable_BadRowWhenStrict_Throws()
    {
        var log = new ReadingLog(lenient: false);
        log.Bad("f", 2, "a", "b");
        Assert.Throws<BadDataException>(log.ThrowIfUnusable);
    }

    [Test]
    public void ThrowIfUnusable_BadRowWhenLenient_DoesNotThrow()
    {
        var log = new ReadingLog(lenient: true);
        log.Bad("f", 2, "a", "b");
        Assert.DoesNotThrow(log.ThrowIfUnusable);
    }

    [Test]
    public void ThrowIfUnusable_FatalWhenLenient_Throws()
    {
        var log = new ReadingLog(lenient: true);
        log.Fatal("f", 1, "a", "b");
        Assert.Throws<BadDataException>(log.ThrowIfUnusable);
    }

    [Test]
    public void ThrowIfUnusable_BothKinds_ListsTheFatalFirst()
    {
        var log = new ReadingLog(lenient: false);
        log.Bad("f", 2, "row", "b");
        log.Fatal("f", 1, "header", "b");
        Assert.That(Assert.Throws<BadDataException>(log.ThrowIfUnusable)!.Rows.Select(row => row.Found), Is.EqualTo(new[] { "header", "row" }));
    }

    [Test]
    public void ToString_BadRow_IsFileLineFoundExpected() =>
        Assert.That(new BadRow("a/b.csv", 1234567, "this", "that").ToString(), Is.EqualTo("a/b.csv(1234567): found this, expected that"));
}
