using MathNet.Numerics;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Rules;

namespace Scoring.Tests.Inference;

public sealed class TypePriorsTests
{
    private const double Weight = 10;

    [Test]
    public void Learn_Sources_IsTheMostLikelyPrior(
        [Values("9 2 7 5 0 10 8 3", "7 7 7 7 7 7 7 7", "10 10 10 10", "0 0 0", "0 10 0 10", "4")] string hits, [Values(1, 300)] int copies, [Values(0.5, 20)] double inertia)
    {
        var right = Enumerable.Repeat(hits.Split(' ').Select(double.Parse), copies).SelectMany(counts => counts).ToArray();
        var evidence = EvidenceOf(right.Length, inertia);
        var start = new TypePriors(evidence).Of(0);
        var learnt = Learnt(evidence, right);
        var most = LogLikelihood(learnt);
        Assert.Multiple(() =>
        {
            foreach (var (a, b) in new[] { (1e-3, 0.0), (-1e-3, 0.0), (0.0, 1e-3), (0.0, -1e-3), (1e-2, 1e-2), (-1e-2, -1e-2), (0.5, 0.5), (-0.5, -0.5) })
            {
                Assert.That(LogLikelihood(new BetaDistribution(learnt.A * Math.Exp(a), learnt.B * Math.Exp(b))), Is.LessThan(most + (1e-9 * Math.Abs(most))), $"{learnt} moved by {a}, {b}");
            }
        });

        double LogLikelihood(BetaDistribution prior)
        {
            var (log, logComplement) = start.MeanLogs;
            return (inertia * (((prior.A - 1) * log) + ((prior.B - 1) * logComplement) - SpecialFunctions.BetaLn(prior.A, prior.B)))
                + right.Sum(count => SpecialFunctions.BetaLn(prior.A + count, prior.B + Weight - count) - SpecialFunctions.BetaLn(prior.A, prior.B));
        }
    }

    [TestCase(7)]
    [TestCase(0)]
    [TestCase(10)]
    public void Learn_AlikeSourcesWithoutInertia_StaysWithinBounds(double hits)
    {
        var prior = Learnt(EvidenceOf(500, inertia: 0), Enumerable.Repeat(hits, 500).ToArray());
        Assert.That(prior.Mean, Is.EqualTo(hits / Weight).Within(1e-3));
        Assert.That(prior.A + prior.B, Is.AtMost(2e12));
    }

    [TestCase(1e-20, 1e-18)]
    [TestCase(1e200, 10)]
    public void Learn_HardlyAnythingToLearn_StaysBetweenRulesAndSources(double inertia, double weight)
    {
        var evidence = EvidenceOf(5, inertia);
        var (priors, rules) = (new TypePriors(evidence), new TypePriors(evidence).Of(0));
        priors.Learn(Records([.. Enumerable.Repeat(weight / 2, 5)], [.. Enumerable.Repeat(weight, 5)]));
        Assert.That(priors.Of(0).Mean, Is.InRange(0.5 - 1e-6, rules.Mean + 1e-6));
    }

    [Test]
    public void Learn_VeryStrongPrior_StaysAsItIs()
    {
        var rules = RuleSetFile.Default();
        var strong = rules with { SourceTypes = rules.SourceTypes.ToDictionary(pair => pair.Key, pair => pair.Value with { Reliability = 0.9, Strength = 1e10 }, StringComparer.Ordinal) };
        var evidence = SmallEvidence.Weigh([new("i", "s"), new("i", "t")], rules: strong).Evidence;
        var priors = new TypePriors(evidence);
        priors.Learn(Records([1, 0], [1, 1]));
        Assert.That(priors.Of(0).Mean, Is.EqualTo(0.9).Within(1e-6));
    }

    [Test]
    public void Learn_SourceOfDeclaredReliability_TeachesNothing()
    {
        var evidence = SmallEvidence.Weigh([new("i", "s"), new("i", "t")], [new SourceDeclaration("t") { Reliability = 0.9 }]).Evidence;
        var (with, without) = (new TypePriors(evidence), new TypePriors(evidence));
        with.Learn(Records([9, 0], [10, 10]));
        without.Learn(Records([9, 0], [10, 0]));
        Assert.That(with.Of(0), Is.EqualTo(without.Of(0)).And.Not.EqualTo(new TypePriors(evidence).Of(0)));
    }

    [Test]
    public void Learn_RememberedRecord_CountsLikeAnyOther()
    {
        var evidence = EvidenceOf(4, inertia: 20);
        var remembering = evidence with { Remembered = new Remembered([3, 0, 0, 0], [1, 0, 0, 0], Corpora: 1) };
        var (remembered, told) = (new TypePriors(remembering), new TypePriors(evidence));
        remembered.Learn(Records([5, 6, 7, 8], [10, 10, 10, 10]));
        told.Learn(Records([8, 6, 7, 8], [14, 10, 10, 10]));
        Assert.That(remembered.Of(1).A, Is.EqualTo(told.Of(1).A).Within(1e-9));
        Assert.That(remembered.Of(1).B, Is.EqualTo(told.Of(1).B).Within(1e-9));
    }

    [Test]
    public void Learn_NobodySpeaks_KeepsTheRules()
    {
        var evidence = EvidenceOf(3, inertia: 20);
        var priors = new TypePriors(evidence);
        priors.Learn(Records(new double[3], new double[3]));
        Assert.That(priors.OfSources(), Is.EqualTo(new TypePriors(evidence).OfSources()));
    }

    private static BetaDistribution Learnt(Evidence evidence, double[] hits)
    {
        var priors = new TypePriors(evidence);
        priors.Learn(Records(hits, [.. hits.Select(_ => Weight)]));
        return priors.Of(0);
    }

    /// <summary>Sources that count in part are so many sources.</summary>
    [Test]
    public void Learn_SourcesInPart_CountAsSoMany()
    {
        var evidence = EvidenceOf(4, inertia: 5);
        var (inPart, whole) = (new TypePriors(evidence), new TypePriors(evidence));
        inPart.Learn(Records([9, 9, 9, 9], [10, 10, 10, 10], ofType: 0.25));
        whole.Learn(Records([9, 0, 0, 0], [10, 0, 0, 0]));
        Assert.That(inPart.Of(0).A, Is.EqualTo(whole.Of(0).A).Within(1e-9));
        Assert.That(inPart.Of(0).B, Is.EqualTo(whole.Of(0).B).Within(1e-9));
    }

    private static SourceRecords Records(double[] hits, double[] weight, double ofType = 1)
    {
        var records = new SourceRecords(weight, [.. weight.Select(_ => 1.0)], [.. weight.Select(_ => ofType)]);
        hits.CopyTo(records.Hits, 0);
        return records;
    }

    private static Evidence EvidenceOf(int sources, double inertia)
    {
        var rules = RuleSetFile.Default();
        return SmallEvidence.Weigh(
            Enumerable.Range(0, sources).Select(source => new Assertion("i", $"s{source}")), rules: rules with { Learning = rules.Learning with { TypeInertia = inertia } }).Evidence;
    }
}
