using Scoring.Reading;
using Scoring.Reporting;

namespace Scoring.Tests.Reporting;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Day = new(2025, 1, 9, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Of_NeighbouringDays_NamesEachOnceWhereItBegins()
    {
        var timeline = Draw(("a", TimeSpan.Zero), ("b", TimeSpan.FromDays(1)));
        Assert.That(timeline.Ticks.Select(tick => (tick.X, tick.Text)), Is.EqualTo(new[] { ("220", "2025-01-09"), ("680", "2025-01-10") }));
    }

    [Test]
    public void Of_TimesOfManyDays_HasTicksAtWholeDays()
    {
        var timeline = Draw(("a", TimeSpan.FromHours(18)), ("b", TimeSpan.FromHours(144)));
        Assert.That(timeline.Ticks.Select(tick => (tick.X, tick.Text)), Is.EqualTo(new[] { ("220", "2025-01-09"), ("373.3", "2025-01-11"), ("526.7", "2025-01-13"), ("680", "2025-01-15") }));
        Assert.That(timeline.Dots.Select(dot => dot.X), Is.EqualTo(new[] { "277.5", "680" }));
    }

    [Test]
    public void Of_TimesOfOneMinute_NamesItOnceWithItsZone()
    {
        var timeline = Draw(("a", TimeSpan.FromSeconds(5)), ("b", TimeSpan.FromSeconds(50)));
        Assert.That(timeline.Ticks.Select(tick => tick.Text), Is.EqualTo(new[] { "2025-01-09 00:00 UTC" }));
        Assert.That(timeline.Dots[0].Text, Does.StartWith("2025-01-09 00:00 UTC, a"));
    }

    [Test]
    public void Of_LongName_HasRoomForAllOfIt()
    {
        var name = new string('W', 59);
        var timeline = Draw((name, TimeSpan.Zero), ("b", TimeSpan.FromDays(1)));
        Assert.That((timeline.Rows[0].Text, timeline.Left, timeline.NameX), Is.EqualTo((name, "529.5", "515.5")));
    }

    /// <summary>There is no day after the last of the calendar.</summary>
    [Test]
    public void Of_TimesAtTheEndsOfTheCalendar_AreDrawn()
    {
        var timeline = Draw(("a", DateTimeOffset.MinValue - Day), ("b", DateTimeOffset.MaxValue - Day));
        Assert.That(timeline.Dots.Select(dot => dot.X), Is.EqualTo(new[] { "220", "680" }));
    }

    [TestCase(0, "2025-01-09")]
    [TestCase(15.5, "2025-01-09 15:30 UTC")]
    public void Time_OfDay_HasItsZone(double hours, string text) => Assert.That(ReportAssertionBuilder.Time(Day.AddHours(hours).UtcTicks), Is.EqualTo(text));

    private static Timeline Draw(params (string Source, TimeSpan After)[] spoken)
    {
        var result = CredibilityScorer.Score(spoken.Select(row => new Assertion("i", row.Source) { Time = Day + row.After }));
        return Timeline.Of(result.Evidence, 0, Phrasing.English)!;
    }
}
