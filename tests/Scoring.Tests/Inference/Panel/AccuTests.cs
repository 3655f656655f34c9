using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class AccuTests
{
    /// <summary>The odds of a lone vote are nA/(1 − A) to n: the probability is A, which is the next accuracy.</summary>
    [Test]
    public void Infer_OneVote_IsAsProbableAsTheSourceIsAccurate()
    {
        var answer = new Accu().Run(SmallVotes.Of(0, "00"));
        Assert.That(new[] { answer.Credibility[0], answer.Unnamed[0] }, Is.EqualTo(new[] { 0.8, 0.2 }).Within(1e-12));
    }

    /// <summary>Two that agree end at the highest accuracy allowed, 0.99: odds 9900² to the 100 values that nobody named.</summary>
    [Test]
    public void Infer_TwoAgree_MultipliesTheirOdds() =>
        Assert.That(new Accu().Run(SmallVotes.Of(0, "00", "01")).Unnamed[0], Is.EqualTo(100 / ((9900.0 * 9900) + 100)).Within(1e-6).Percent);

    /// <summary>Of two shared labels one is false: a source of accuracy A has odds A/(1 − A), and one that agrees with nobody stays as it is.</summary>
    [Test]
    public void Infer_SharedLabels_TakesTheOthersAsFalseValues()
    {
        var answer = new Accu().Run(SmallVotes.Of(2, "00"));
        Assert.That(new[] { answer.Credibility[0], answer.Unnamed[0] }, Is.EqualTo(new[] { 0.8, 0.2 }).Within(1e-12));
    }

    [Test]
    public void Infer_AllLabelsNamed_LeavesNothingUnnamed() => Assert.That(new Accu().Run(SmallVotes.Of(2, "00", "01", "12")).Unnamed[0], Is.Zero);

    [Test]
    public void Infer_Population_ReachesThePublishedAccuracy() => Assert.That(PublicSets.Accuracy("population", "accu"), Is.EqualTo(82.1).Within(1.5));
}
