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
        Assert.That(prior.A, Is.InRange(1e-9, 1e9));
        Assert.That(prior.B, Is.InRange(1e-9, 1e9));
    }

    [Test]
    public void Learn_NobodySpeaks_KeepsTheRules()
    {
        var evidence = EvidenceOf(3, inertia: 20);
        var priors = new TypePriors(evidence);
        priors.Learn(new double[3], new double[3]);
        Assert.That(priors.OfSources(), Is.EqualTo(new TypePriors(evidence).OfSources()));
    }

    private static BetaDistribution Learnt(Evidence evidence, double[] hits)
    {
        var priors = new TypePriors(evidence);
        priors.Learn(hits, [.. hits.Select(_ => Weight)]);
        return priors.Of(0);
    }

    private static Evidence EvidenceOf(int sources, double inertia)
    {
        var rules = RuleSetFile.Default();
        return SmallEvidence.Weigh(
            Enumerable.Range(0, sources).Select(source => new Assertion("i", $"s{source}")), rules: rules with { Learning = rules.Learning with { TypeInertia = inertia } }).Evidence;
    }
}
