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
        log.Bad(new BadRow("f", 2, "a", "b"), lines: 1);
        Assert.Throws<BadDataException>(log.ThrowIfUnusable);
    }

    [Test]
    public void ThrowIfUnusable_BadRowWhenLenient_DoesNotThrow()
    {
        var log = new ReadingLog(lenient: true);
        log.Bad(new BadRow("f", 2, "a", "b"), lines: 1);
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
        log.Bad(new BadRow("f", 2, "row", "b"), lines: 1);
        log.Fatal("f", 1, "header", "b");
        Assert.That(Assert.Throws<BadDataException>(log.ThrowIfUnusable)!.Rows.Select(row => row.Found), Is.EqualTo(new[] { "header", "row" }));
    }

    /// <summary>What skipping would mend may be skipped; a row of several lines may not.</summary>
    [TestCase(1, true)]
    [TestCase(2, false)]
    public void ThrowIfUnusable_BadRowWhenStrict_SaysWhetherItMayBeSkipped(int lines, bool canSkip)
    {
        var log = new ReadingLog(lenient: false);
        log.Bad(new BadRow("f", 2, "a", "b"), lines);
        Assert.That(Assert.Throws<BadDataException>(log.ThrowIfUnusable)!.CanSkip, Is.EqualTo(canSkip));
    }

    [Test]
    public void ToString_BadRow_IsFileLineFoundExpected() =>
        Assert.That(new BadRow("a/b.csv", 1234567, "this", "that").ToString(), Is.EqualTo("a/b.csv(1234567): found this, expected that"));
}
