using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Reading;

public sealed class OptionalColumnTests
{
    [Test]
    public void Item_NothingSet_IsTheDefault() => Assert.That(new OptionalColumn<int>(ColumnStore.InMemory, -1)[5], Is.EqualTo(-1));

    [Test]
    public void IsPresent_OnlyDefaultsSet_IsFalse()
    {
        var column = new OptionalColumn<int>(ColumnStore.InMemory, -1);
        column.Set(3, -1);
        Assert.That(column.IsPresent, Is.False);
    }

    [Test]
    public void Set_RowsBetween_StayAtTheDefault()
    {
        var column = new OptionalColumn<int>(ColumnStore.InMemory, -1);
        column.Set(1, 7);
        column.Set(4, 8);
        Assert.That(Enumerable.Range(0, 7).Select(row => column[row]), Is.EqualTo(new[] { -1, 7, -1, -1, 8, -1, -1 }));
    }
}
