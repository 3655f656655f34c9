using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class ShortenedTests
{
    [TestCase(0)]
    [TestCase(79)]
    [TestCase(80)]
    public void Text_AtMostEightyCharacters_IsWhole(int length) => Assert.That(Shortened.Text(new string('x', length)), Is.EqualTo(new string('x', length)));

    [TestCase(81)]
    [TestCase(10_000)]
    public void Text_Longer_IsCutToEighty(int length) => Assert.That(Shortened.Text(new string('x', length)), Is.EqualTo(new string('x', 79) + "…"));

    /// <summary>A sign that takes two places goes as a whole.</summary>
    [TestCase(78, 78)]
    [TestCase(77, 79)]
    public void Text_CutAtAPairOfSurrogates_LeavesNoHalf(int before, int kept)
    {
        var text = new string('x', before) + "🙂" + new string('y', 20);
        Assert.That(Shortened.Text(text), Is.EqualTo(text[..kept] + "…"));
    }

    [TestCase("a\nb", "a b")]
    [TestCase("a\u001b[2Jb", "a [2Jb")]
    [TestCase("a\u0085b", "a b")]
    [TestCase("\0", " ")]
    public void Text_ControlCharacters_BecomeSpaces(string text, string expected) => Assert.That(Shortened.Text(text), Is.EqualTo(expected));
}
