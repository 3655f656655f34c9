using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Reading;

public sealed class OptionalTextsTests
{
    [Test]
    public void IsPresent_OnlyEmptyTexts_IsFalse() => Assert.That(Of((0, ""), (3, "")).IsPresent, Is.False);

    [Test]
    public void Set_RowsBetween_AreEmpty() => Assert.That(Rows(Of((1, "a"), (3, "b")), 5), Is.EqualTo(new[] { "", "a", "", "b", "" }));

    [Test]
    public void Append_BehindRows_KeepsEachTextAtItsRow()
    {
        var texts = Of((1, "a"));
        texts.Append(3, Of((0, "b"), (2, "a")));
        Assert.That(Rows(texts, 7), Is.EqualTo(new[] { "", "a", "", "b", "", "a", "" }));
    }

    [Test]
    public void Set_AfterAppend_IsBehindIt()
    {
        var texts = Of((0, "a"));
        texts.Append(1, Of((0, "b")));
        texts.Set(2, "c");
        Assert.That(Rows(texts, 3), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void Clear_TextsInUseElsewhere_AreKept()
    {
        var texts = Of((0, "a"));
        var (address, pages) = (texts.AddressOf(0), texts.Pages);
        texts.Clear();
        Assert.That((pages[address], texts.IsPresent), Is.EqualTo(("a", false)));
    }

    private static OptionalTexts Of(params (int Row, string Text)[] rows)
    {
        var texts = new OptionalTexts(ColumnStore.InMemory);
        Array.ForEach(rows, row => texts.Set(row.Row, row.Text));
        return texts;
    }

    private static IEnumerable<string> Rows(OptionalTexts texts, int count) => Enumerable.Range(0, count).Select(row => texts[row]);
}
