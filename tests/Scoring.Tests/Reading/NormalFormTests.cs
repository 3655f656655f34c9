using System.Security.Cryptography;
using System.Text;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Reading;

/// <summary>Texts that are canonically equivalent are one, by the data of Unicode 17.0.</summary>
public sealed class NormalFormTests
{
    /// <summary>SHA-256 of what ICU 78.2 makes of the same texts.</summary>
    private const string OfAllCharacters = "4da93bb61956250ae96cee871d4f78a93f99c8e1c84088c39fac196942112da1";

    [TestCase("Rene\u0301", "René")]
    [TestCase("e\u0323\u0302", "\u1EC7")]
    [TestCase("e\u0302\u0323", "\u1EC7")]
    [TestCase("a\u0315\u0300\u05AE\u0062", "\u00E0\u05AE\u0315b")]
    [TestCase("\u1100\u1161\u11A8", "\uAC01")]
    [TestCase("\uAC00\u11A8", "\uAC01")]
    [TestCase("\uAC01\u11A8", "\uAC01\u11A8")]
    [TestCase("\u212B", "Å")]
    [TestCase("\u212A", "K")]
    [TestCase("\u0958", "\u0915\u093C")]
    [TestCase("\uF900", "\u8C48")]
    [TestCase("\U00011131\U00011127", "\U0001112E")]
    [TestCase("a\u0301\u0301", "á\u0301")]
    [TestCase("\u0301a", "\u0301a")]
    [TestCase("a\u034F\u0301", "a\u034F\u0301")]
    public void Of_TextInParts_IsComposed(string text, string composed)
    {
        Assert.That(NormalForm.Of(text), Is.EqualTo(composed));
        Assert.That(NormalForm.Differs(Encoding.UTF8.GetBytes(text), out var utf8), Is.EqualTo(text != composed));
        Assert.That(Encoding.UTF8.GetString(utf8), Is.EqualTo(composed));
    }

    [TestCase("")]
    [TestCase("plain")]
    [TestCase("été ŉ ˿")]
    [TestCase("Аліса 國 か \U0001F600")]
    [TestCase("й か\u3099x")]
    public void Of_TextThatIsComposed_IsTheSameObject(string text)
    {
        var composed = NormalForm.Of(text);
        Assert.That(NormalForm.Of(composed), Is.SameAs(composed));
    }

    [Test]
    public void Of_AllCharactersAmongMarks_IsWhatIcuMakesOfThem()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var code in Enumerable.Range(0, 0x30000).Where(Rune.IsValid))
        {
            var character = new Rune(code);
            hash.AppendData(Encoding.UTF8.GetBytes(NormalForm.Of($"{character}|{character}\u0301|a{character}\u0323|\u0F71{character}\u3099|\u1100{character}\u11A8")));
        }

        Assert.That(Convert.ToHexStringLower(hash.GetHashAndReset()), Is.EqualTo(OfAllCharacters));
    }

    [Test]
    public void Of_VeryManyMarks_TakesNoLongerThanSorting()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 200_000));
        Assert.That(NormalForm.Of(text), Has.Length.EqualTo(400_000).And.StartsWith("\u1EA1\u0323"));
    }

    [Test]
    public void Read_SameTextInBothForms_IsOneItemSourceAndValue()
    {
        var read = ReadClaims.Of("item,source,value,origin,source_type\nThé,René,café,Zoé,né\nThe\u0301,Rene\u0301,cafe\u0301,Zoe\u0301,ne\u0301\n");
        Assert.That(read.Rows, Is.EqualTo(new[] { "Thé|René|café", "Thé|René|café" }));
        Assert.That((read.Table.Origin[0], read.Table.SourceType[0]), Is.EqualTo((read.Table.Origin[1], read.Table.SourceType[1])));
    }

    /// <summary>Longer than waits in the queue, so long that a slot holds its hash, and so short that it holds all of it.</summary>
    [TestCase(1)]
    [TestCase(10)]
    [TestCase(100)]
    public void Add_BothFormsInTurn_IsOneText(int length)
    {
        var (interner, one) = (new Interner(ColumnStore.InMemory), new string('x', length));
        int[] indices = [interner.Add(one + "e\u0301"), interner.Add(one + "é"), interner.Add(one + "e\u0301"), interner.Add(one), interner.Add(one + "e\u0301")];
        Assert.That(indices, Is.EqualTo(new[] { 0, 0, 0, 1, 0 }));
        Assert.That((interner.Find(one + "e\u0301"), interner.Find(one + "é"), interner[0]), Is.EqualTo((0, 0, one + "é")));
    }
}
