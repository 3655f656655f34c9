using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class YesNoTests
{
    [TestCase("True", "true")]
    [TestCase("NO", "no")]
    [TestCase("oui", "oui")]
    [TestCase("maybe", null)]
    [TestCase("", null)]
    [TestCase("truely", null)]
    public void Word_Value_IsInLowerCase(string value, string? word) => Assert.That(YesNo.Word(value), Is.EqualTo(word));

    [TestCase("true", "false")]
    [TestCase("FALSE", "true")]
    [TestCase("yes", "no")]
    [TestCase("No", "yes")]
    [TestCase("vrai", "faux")]
    [TestCase("non", "oui")]
    [TestCase("maybe", null)]
    public void Opposite_Value_IsTheOtherOfItsPair(string value, string? opposite) => Assert.That(YesNo.Opposite(value), Is.EqualTo(opposite));

    [TestCase("False", true)]
    [TestCase("no", true)]
    [TestCase("faux", true)]
    [TestCase("NON", true)]
    [TestCase("true", false)]
    [TestCase("nothing", false)]
    [TestCase("", false)]
    public void IsNo_Value_IsTrueOfTheNegativeWords(string value, bool expected) => Assert.That(YesNo.IsNo(value), Is.EqualTo(expected));
}
