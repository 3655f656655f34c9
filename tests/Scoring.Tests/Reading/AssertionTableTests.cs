using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Reading;

public sealed class AssertionTableTests
{
    [Test]
    public void Add_NoValue_IsTrue()
    {
        var table = new AssertionTable(ColumnStore.InMemory);
        table.Add(new Assertion("i", "s"));
        Assert.That(table.Values[table.Value[0]], Is.EqualTo("true"));
    }

    [Test]
    public void Add_TimeWithOffset_IsKeptAsUniversalTime()
    {
        var table = new AssertionTable(ColumnStore.InMemory);
        table.Add(new Assertion("i", "s") { Time = new DateTimeOffset(2025, 8, 15, 14, 0, 0, TimeSpan.FromHours(3)) });
        Assert.That(table.Time[0], Is.EqualTo(new DateTime(2025, 8, 15, 11, 0, 0, DateTimeKind.Utc).Ticks));
    }

    [Test]
    public void Add_DefaultsOnly_TakesNoOptionalColumn()
    {
        var table = new AssertionTable(ColumnStore.InMemory);
        table.Add(new Assertion("i", "s") { Origin = "", Url = "", Stance = Stance.Supports, Interest = 0 });
        Assert.That(table.Origin.IsPresent || table.Url.IsPresent || table.Stance.IsPresent || table.Interest.IsPresent, Is.False);
    }
}
