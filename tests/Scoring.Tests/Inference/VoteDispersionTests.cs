using Scoring.Explaining;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class VoteDispersionTests
{
    [Test]
    public void CorrelationOf_IndependentVotes_IsNearZero([Values(2, 4)] int labels, [Values(1, 2, 3)] int seed) =>
        Assert.That(Found(labels, 0, seed), Is.LessThanOrEqualTo(0.03));

    [Test]
    public void CorrelationOf_CorrelatedVotes_ComesBack([Values(3, 4)] int labels, [Values(0.1, 0.3)] double correlation, [Values(1, 2)] int seed) =>
        Assert.That(Found(labels, correlation, seed), Is.EqualTo(correlation).Within(0.06));

    [Test]
    public void CorrelationOf_LabelsTakenForOneAnother_IsNearZero([Values(1, 2, 3)] int seed)
    {
        // Who errs names the next label up, as all do: that is a habit, no correlation.
        double[][] row = [[0.6, 0.4, 0, 0], [0, 0.6, 0.4, 0], [0, 0, 0.6, 0.4], [0.1, 0.1, 0.1, 0.7]];
        var (rows, _) = LabelCorpus.Draw(8, 1000, [0.55, 0.25, 0.15, 0.05], [.. Enumerable.Repeat(row, 12)], seed);
        Assert.That(Correlation(LabelCorpus.EvidenceOf(rows)), Is.LessThanOrEqualTo(0.03));
    }

    [Test]
    public void Score_CorrelatedVotes_CountForLessAndSaySo()
    {
        var result = CredibilityScorer.Score(Votes(3, 0.3, 7));
        var discounts = result.Claims.Take(50).SelectMany(result.Explain).Where(step => step.Factor == Factor.Independence);
        var calm = CredibilityScorer.Score(Votes(3, 0, 7));
        var others = calm.Claims.Take(50).SelectMany(calm.Explain).Where(step => step.Factor == Factor.Independence);
        Assert.That(Share(discounts.First().Detail), Is.LessThan(Share(others.First().Detail) - 0.05));

        static double Share(string detail) => double.Parse(detail.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static double Found(int labels, double correlation, int seed) =>
        Correlation(LabelCorpus.EvidenceOf(Votes(labels, correlation, seed)));

    private static double Correlation(Evidence evidence) => VoteDispersion.CorrelationOf(evidence, evidence.Corpus.Labels.Sets[0], ItemSample.Of(evidence.Corpus), repeated: []);

    /// <summary>Eight votes an item by a Pólya urn, which draws from the Dirichlet-multinomial distribution.</summary>
    private static IEnumerable<Assertion> Votes(int labels, double correlation, int seed)
    {
        var random = new Random(seed);
        var strength = correlation > 0 ? (1 / correlation) - 1 : 1e9;
        for (var item = 0; item < 1500; item++)
        {
            var urn = Enumerable.Range(0, labels).Select(label => strength * (label == item % labels ? 0.7 : 0.3 / (labels - 1))).ToArray();
            for (var source = 0; source < 8; source++)
            {
                var draw = random.NextDouble() * urn.Sum();
                var label = 0;
                for (; label < labels - 1 && draw >= urn[label]; label++)
                {
                    draw -= urn[label];
                }

                urn[label]++;
                yield return new Assertion($"i{item}", $"s{source}", $"v{label}");
            }
        }
    }
}
