using System.Globalization;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Reading;

public sealed class AssertionCheckTests
{
    [TestCase("", "s")]
    [TestCase(" ", "s")]
    [TestCase("i", "")]
    [TestCase("i", "\t")]
    public void Score_EmptyItemOrSource_IsNamedByItsIndex(string item, string source) => Assert.That(
        () => CredibilityScorer.Score([new("i", "s"), new(item, source)]),
        Throws.ArgumentException.With.Property("ParamName").EqualTo("assertions").And.Message.StartsWith($"assertions[1]: item '{item}', source '{source}': neither may be empty"));

    [Test]
    public void Score_NullAmongAssertions_IsNamedByItsIndex() =>
        Assert.That(() => CredibilityScorer.Score([new("i", "s"), null!]), Throws.ArgumentException.With.Message.StartsWith("assertions[1] is null"));

    [TestCase(-3)]
    [TestCase(3)]
    [TestCase(500)]
    public void Score_InterestOutOfRange_IsRefused(int interest) => Refuse(new("i", "s") { Interest = interest }, $"interest {interest}");

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1.5")]
    public void Score_NumericHedgeOutOfRange_IsRefused(string hedge) => Refuse(new("i", "s") { Hedge = hedge }, $"hedge '{hedge}'");

    [Test]
    public void Score_UnknownMarking_IsRefused() => Refuse(new("i", "s") { Tlp = "PINK" }, "tlp 'PINK'");

    [Test]
    public void Score_BlankOptionalTexts_AreNotGiven()
    {
        var blank = new Assertion("i", "s") { Origin = "", Via = " ", SourceType = "", Hedge = " ", Topic = "", Tlp = "", Url = "", Quote = "", Note = "" };
        Assert.That(CredibilityScorer.Score([blank]).Claims, Is.EqualTo(CredibilityScorer.Score([new("i", "s")]).Claims));
        Assert.That(CredibilityScorer.Score([blank with { Tlp = " " }]).Run.Warnings, Is.Empty);
    }

    [Test]
    public void Score_UnpairedSurrogates_AreRefused()
    {
        foreach (var bad in (string[])["a\uD800", "\uDC00", "a\uD83D\uD83D\uDE00", "\uDE00\uD83D"])
        {
            foreach (var assertion in (Assertion[])[new(bad, "s"), new("i", bad), new("i", "s", bad), new("i", "s") { Origin = bad }, new("i", "s") { Note = bad }])
            {
                Refuse(assertion, "surrogate");
            }
        }
    }

    [Test]
    public void Score_PairedSurrogates_AreText() =>
        Assert.That(CredibilityScorer.Score([new("\U0001F600", "a\U0001F600\U0001F600b", "\U0001F600")]).Claims[0].Value, Is.EqualTo("\U0001F600"));

    [Test]
    public void Score_CommaCulture_SaysNumbersWithAPoint()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CommaCulture.New();
            Refuse(new("i", "s") { Interest = -3 }, "interest -3");
            Assert.That(
                () => CredibilityScorer.Score([new("i", "s")], new ScoringOptions { Sources = [new("s") { Reliability = -1.5 }] }),
                Throws.ArgumentException.With.Message.Contains("reliability -1.5"));
            Assert.That(
                () => CredibilityScorer.Score([new("i", "s")], new ScoringOptions { Relations = [new("i", "x", RelationKind.Implies, "j", "y", -1.5)] }),
                Throws.ArgumentException.With.Message.Contains("strength -1.5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Refuse(Assertion assertion, string message) =>
        Assert.That(() => CredibilityScorer.Score([assertion]), Throws.ArgumentException.With.Message.StartsWith("assertions[0]: ").And.Message.Contains(message));
}
