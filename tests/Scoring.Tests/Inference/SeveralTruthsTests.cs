using Scoring.Reading;

namespace Scoring.Tests.Inference;

public sealed class SeveralTruthsTests
{
    private static readonly Assertion[] Rows = [new("i", "a", "x"), new("i", "b", "y"), new("j", "a", "10"), new("j", "b", "12")];

    /// <summary>The same answer again is one answer, and so is one number spelled otherwise; items that nobody speaks of do not count.</summary>
    [TestCase("i x|j 10")]
    [TestCase("i x|i x")]
    [TestCase("j 10|j 10.0")]
    [TestCase("k x|k y")]
    public void Score_OneAnswerAnItem_WarnsOfNothing(string truths) => Assert.That(Warnings(truths).Where(warning => warning.Contains("several", StringComparison.Ordinal)), Is.Empty);

    [TestCase("i x|i y", "1 item has several known answers, as 'x' and 'y' of item 'i': each of them is right")]
    [TestCase("j 12|i y|j 10|i x", "2 items have several known answers, as 'x' and 'y' of item 'i': each of them is right")]
    [TestCase("i z|i x", "1 item has several known answers, as 'x' and 'z' of item 'i': each of them is right|the known answer 'z' of item 'i' is named by no source, but another is: it settles nothing")]
    [TestCase("i z|i w", "1 of 1 known answers is named by no source: all that is said on such an item is taken to be wrong|1 item has several known answers, as 'w' and 'z' of item 'i': each of them is right")]
    public void Score_SeveralAnswersToAnItem_Warns(string truths, string warnings) => Assert.That(string.Join('|', Warnings(truths)), Is.EqualTo(warnings));

    [Test]
    public void Score_SeveralNamedAnswers_ShareTheCredibility() => Assert.That(
        CredibilityScorer.Score(Rows, new ScoringOptions { Truths = [new("i", "x"), new("i", "y"), new("i", "z")] }).ClaimsOf("i").Select(claim => claim.Credibility), Is.All.EqualTo(0.5).Within(1e-6));

    private static IReadOnlyList<string> Warnings(string truths) => CredibilityScorer.Score(
        Rows, new ScoringOptions { Numeric = NumericValues.On, Truths = [.. truths.Split('|').Select(truth => new KnownTruth(truth[..1], truth[2..]))] }).Run.Warnings;
}
