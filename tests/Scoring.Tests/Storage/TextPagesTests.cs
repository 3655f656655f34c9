using System.Text;
using Scoring.Storage;

namespace Scoring.Tests.Storage;

public sealed class TextPagesTests
{
    [TestCase(1)]
    [TestCase(long.MaxValue)]
    public void Add_ManyTexts_AreKept(long limit)
    {
        var pages = new TextPages(new ColumnStore(limit, leastMapped: 1));
        var texts = Enumerable.Range(0, 3000).Select(index => new string('é', index % 50) + index).ToArray();
        var addresses = Array.ConvertAll(texts, text => Add(pages, text));

        Assert.That(addresses.Select(address => pages[address]), Is.EqualTo(texts));
    }

    [TestCase(0)]
    [TestCase(4092)]
    [TestCase(4093)]
    [TestCase(100_000)]
    public void Add_LongText_IsKept(int length)
    {
        var pages = new TextPages(ColumnStore.InMemory);
        var addresses = new[] { Add(pages, "before"), Add(pages, new string('x', length)), Add(pages, "after") };

        Assert.That(addresses.Select(address => pages[address]), Is.EqualTo(new[] { "before", new string('x', length), "after" }));
    }

    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Append_AnyOfThemEmpty_MovesTheAddresses(bool has, bool otherHas)
    {
        var (pages, other) = (new TextPages(ColumnStore.InMemory), new TextPages(ColumnStore.InMemory));
        var (own, theirs) = (has ? Add(pages, "own") : 0, otherHas ? Add(other, "theirs") : 0);
        theirs += pages.Append(other);
        var later = Add(pages, "later");

        Assert.That(has ? pages[own] : "own", Is.EqualTo("own"));
        Assert.That(otherHas ? pages[theirs] : "theirs", Is.EqualTo("theirs"));
        Assert.That(pages[later], Is.EqualTo("later"));
    }

    private static long Add(TextPages pages, string text) => pages.Add(Encoding.UTF8.GetBytes(text));
}
