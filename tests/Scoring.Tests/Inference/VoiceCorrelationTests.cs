using Scoring.Inference;
using Scoring.Rules;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class VoiceCorrelationTests
{
    private const int Sources = 8;

    /// <summary>Of two labels a source that knows with probability q is right (1 + q) / 2 of the time; the rules' 0.3 is of a mean q² of 0.4.</summary>
    [TestCase(0, 0)]
    [TestCase(0.4, 0.12)]
    [TestCase(0.6324555, 0.3)]
    [TestCase(1, 0.75)]
    public void Applied_SourcesThatKnowMoreOrLess_AreAsCorrelated(double knows, double expected) =>
        Assert.That(Correlation((1 + knows) / 2, record: 1e7), Is.EqualTo(expected).Within(1e-3));

    [Test]
    public void Applied_SourceBelowGuessing_KnowsNothing() => Assert.That(Correlation(0.2, record: 1e7), Is.EqualTo(0).Within(1e-3));

    [TestCase(0, 0.3)]
    [TestCase(12.5, 0.525)]
    public void Applied_FewAssertions_StaysNearTheRules(double record, double expected) => Assert.That(Correlation(1, record), Is.EqualTo(expected).Within(1e-3));

    [Test]
    public void Applied_Reason_SaysWhatTheCorrelationIsMadeOf() => Assert.That(
        Applied(1, 1e7).Rules.Independence.Unrelated.Reason, Does.StartWith("0.3 by the rules, times 2.5 by how much these sources know").And.Contain("and 0, as the votes"));

    private static double Correlation(double reliability, double record) => Applied(reliability, record).Rules.Independence.Unrelated.Correlation;

    /// <summary>Each of eight sources votes on each of 800 items, independently of the others.</summary>
    private static Evidence Applied(double reliability, double record)
    {
        double[][] row = [[0.8, 0.2], [0.2, 0.8]];
        var (rows, _) = LabelCorpus.Draw(3, 800, [0.5, 0.5], [.. Enumerable.Repeat(row, Sources)], Sources);
        var evidence = LabelCorpus.EvidenceOf(rows);
        var learnt = Enumerable.Repeat(BetaDistribution.FromMean(reliability, 1e9), Sources).ToArray();
        return VoiceCorrelation.Applied(evidence, ItemSample.Of(evidence.Corpus), repeated: [], learnt, [.. Enumerable.Repeat(record, Sources)]);
    }
}
