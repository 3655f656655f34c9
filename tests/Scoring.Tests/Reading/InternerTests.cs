using System.Text;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Reading;

public sealed class InternerTests
{
    [Test]
    public void Add_Texts_NumbersThemInOrderOfFirstSight()
    {
        var interner = new Interner(ColumnStore.InMemory);
        Assert.That(new[] { "b", "a", "b", "A", "" }.Select(text => interner.Add(text)), Is.EqualTo(new[] { 0, 1, 0, 2, 3 }));
    }

    [TestCase(1)]
    [TestCase(256)]
    [TestCase(257)]
    [TestCase(5000)]
    public void Add_BytesOfAnyLength_AreTheSameTextAsCharacters(int length)
    {
        var (interner, text) = (new Interner(ColumnStore.InMemory), new string('ż', length));
        Assert.That(interner.Add(Encoding.UTF8.GetBytes(text)), Is.EqualTo(interner.Add(text)));
    }

    [Test]
    public void Add_TextsThatDifferInOneByte_AreDifferent([Range(0, 20)] int length)
    {
        string[] texts = [new('a', length), .. Enumerable.Range(0, length).Select(place => new string('a', place) + 'b' + new string('a', length - place - 1)), new('a', length + 1)];
        var interner = new Interner(ColumnStore.InMemory);
        Assert.That(texts.Select(text => interner.Add(text)), Is.EqualTo(Enumerable.Range(0, texts.Length)));
        Assert.That(texts.Select((_, index) => interner[index]), Is.EqualTo(texts));
    }

    [Test]
    public void Find_UnseenText_IsMinusOne() => Assert.That(new Interner(ColumnStore.InMemory).Find("a"), Is.EqualTo(-1));
}
