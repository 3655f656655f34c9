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
    public void Nearest_NothingKnown_IsNull() => Assert.That(EditDistance.Nearest("note", []), Is.Null);
}
