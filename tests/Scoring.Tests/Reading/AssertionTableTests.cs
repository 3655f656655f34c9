using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Reading;

public sealed class AssertionTableTests
{
    [TestCase("", "s")]
    [TestCase(" ", "s")]
    [TestCase("i", "")]
    [TestCase("i", "\t")]
    public void Add_EmptyItemOrSource_Throws(string item, string source) =>
        Assert.That(() => new AssertionTable(ColumnStore.InMemory).Add(new Assertion(item, source)), Throws.ArgumentException.With.Property("ParamName").EqualTo("assertion"));

    [TestCase(-3)]
    [TestCase(3)]
    [TestCase(500)]
    public void Add_InterestOutOfRange_Throws(int interest) =>
        Assert.That(() => new AssertionTable(ColumnStore.InMemory).Add(new Assertion("i", "s") { Interest = interest }), Throws.InstanceOf<ArgumentException>());

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1.5")]
    public void Add_NumericHedgeOutOfRange_Throws(string hedge) =>
        Assert.That(() => new AssertionTable(ColumnStore.InMemory).Add(new Assertion("i", "s") { Hedge = hedge }), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void Add_RefusedAssertion_LeavesTheTableAsItWas()
    {
        var table = new AssertionTable(ColumnStore.InMemory);
        Assert.That(() => table.Add(new Assertion("i", "")), Throws.ArgumentException);
        Assert.That((table.Count, table.Items.Count), Is.EqualTo((0, 0)));
    }

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
