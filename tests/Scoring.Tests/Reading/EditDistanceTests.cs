using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class EditDistanceTests
{
    [TestCase("hedge", "hedge")]
    [TestCase("hedg", "hedge")]
    [TestCase("hedges", "hedge")]
    [TestCase("wedge", "hedge")]
    [TestCase("hegde", "hedge")]
    [TestCase("HEDG", "hedge")]
    [TestCase("hdege", "hedge")]
    [TestCase("drectnes", "directness")]
    [TestCase("irectne", "directness")]
    [TestCase("rectne", null)]
    [TestCase("weather", null)]
    [TestCase("", null)]
    public void Nearest_Word_IsAtMostAThirdAway(string word, string? expected) => Assert.That(EditDistance.Nearest(word, ["directness", "hedge"]), Is.EqualTo(expected));

    [Test]
    public void Nearest_TwoAtOneDistance_TakesTheFirstByName() => Assert.That(EditDistance.Nearest("nota", ["note", "nose", "not"]), Is.EqualTo("not"));

    [Test]
    public void Nearest_LongWord_IsAtMostTwentyLettersAway()
    {
        var known = string.Concat(Enumerable.Range(0, 300).Select(number => $"{number} "));
        Assert.That(EditDistance.Nearest(known[20..], [known]), Is.EqualTo(known));
        Assert.That(EditDistance.Nearest(known[21..], [known]), Is.Null);
        Assert.That(EditDistance.Nearest("xyzxyz" + known, [known]), Is.EqualTo(known));
    }

    [Test]
    public void Nearest_AnyTwoWords_AreAsFarApartAsATableOfAllLettersHasIt([Range(0, 199)] int seed)
    {
        var random = new Random(seed);
        var (word, known) = (Word(), Word());
        Assert.That(EditDistance.Nearest(word, [known]) is not null, Is.EqualTo(Distance(word, known) <= Math.Max(1, (known.Length + 1) / 3)), $"{word}, {known}");

        string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)('a' + random.Next(3))));
    }

    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Math.Min(table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }

    [Test]
    public void Nearest_NothingKnown_IsNull() => Assert.That(EditDistance.Nearest("note", []), Is.Null);
}
