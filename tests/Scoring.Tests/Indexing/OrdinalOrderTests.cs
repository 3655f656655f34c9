using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Indexing;

public sealed class OrdinalOrderTests
{
    /// <summary>Characters whose order as UTF-8 is not that as UTF-16, beside others.</summary>
    private static readonly string[] Letters = ["a", "b", "\u007F", "é", "\uD7FF", "\uE000", "\uFFFD", "\U0001F600", "\U0010FFFF"];

    [TestCase(0)]
    [TestCase(5)]
    [TestCase(447)]
    [TestCase(3000)]
    public void Of_TextsWithACommonBeginning_IsOrdinal(int length)
    {
        var random = new Random(length);
        var texts = Enumerable.Range(0, 500).Select(_ => new string('x', length) + string.Concat(random.GetItems(Letters, random.Next(12))));
        ShouldBeOrdinal([.. texts, "y", ""]);
    }

    /// <summary>Alike for longer than any stack is deep.</summary>
    [Test]
    public void Of_TextsAlikeForAMillionCharacters_IsOrdinal() =>
        ShouldBeOrdinal([new string('A', 1_000_000) + "2", "x", new string('A', 1_000_000) + "1", new string('A', 1_000_000)]);

    /// <summary>Each text goes on where the one before it ends.</summary>
    [Test]
    public void Of_TextsThatBeginWithOneAnother_IsOrdinal() => ShouldBeOrdinal([.. Enumerable.Range(0, 2000).Select(length => new string('A', 7 * length))]);

    private static void ShouldBeOrdinal(string[] texts)
    {
        var interner = new Interner(ColumnStore.InMemory);
        foreach (var text in texts)
        {
            interner.Add(text);
        }

        var order = OrdinalOrder.Of(interner, ColumnStore.InMemory).AsSpan().ToArray();
        Assert.That(order.Select(index => interner[index]), Is.EqualTo(texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }
}
