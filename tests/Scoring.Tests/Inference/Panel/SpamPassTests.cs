using MathNet.Numerics;
using Scoring.Inference.Panel;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

public sealed class SpamPassTests
{
    [Test]
    public void Run_DrawnVotes_AgreesWithTheDenseReference([Range(0, 3)] int seed)
    {
        var votes = Votes.Of(SmallCorpus.Of(PanelCorpora.Draw(seed, labels: 2 + seed, items: 70).Rows));
        var run = new SpamPass(votes, LabelCells.Of(votes));
        var likelihood = run.Run(new Random(7), CancellationToken.None);
        var (expected, expectedLikelihood) = Reference(votes, new Random(7));
        Assert.Multiple(() =>
        {
            Assert.That(run.Credibility, Is.EqualTo(expected).Within(1e-9));
            Assert.That(likelihood, Is.EqualTo(expectedLikelihood).Within(1e-6));
        });
    }

    /// <summary>Every label of every item in turn, products in place of logarithms.</summary>
    private static (double[] Credibility, double Likelihood) Reference(Votes votes, Random random)
    {
        var (sources, labels) = (votes.SourceCount, votes.LabelCount);
        var know = new double[sources];
        var spam = new double[sources, labels];
        for (var s = 0; s < sources; s++)
        {
            var (k, n) = (1 + (0.5 * random.NextDouble()), 1 + (0.5 * random.NextDouble()));
            var strategy = Enumerable.Range(0, labels).Select(_ => 1 + (0.5 * random.NextDouble())).ToArray();
            know[s] = k / (k + n);
            for (var l = 0; l < labels; l++)
            {
                spam[s, l] = n / (k + n) * strategy[l] / strategy.Sum();
            }
        }

        var credibility = new double[votes.ClaimCount];
        for (var pass = 0; ; pass++)
        {
            var likelihood = 0.0;
            var knowing = new double[sources];
            var spamming = new double[sources, labels];
            for (var item = 0; item < votes.ItemCount; item++)
            {
                var given = (
                    from claim in Enumerable.Range(votes.FirstClaim[item], votes.FirstClaim[item + 1] - votes.FirstClaim[item])
                    from vote in Enumerable.Range(votes.FirstVote[claim], votes.FirstVote[claim + 1] - votes.FirstVote[claim])
                    select (Source: votes.Source[vote], Label: votes.LabelOfClaim[claim])).ToArray();
                var joint = Enumerable.Range(0, labels)
                    .Select(truth => given.Aggregate(1.0 / labels, (product, vote) => product * (spam[vote.Source, vote.Label] + (vote.Label == truth ? know[vote.Source] : 0))))
                    .ToArray();
                likelihood += Math.Log(joint.Sum());
                foreach (var (source, label) in given)
                {
                    var known = joint[label] / joint.Sum() * know[source] / (know[source] + spam[source, label]);
                    knowing[source] += known;
                    spamming[source, label] += 1 - known;
                }

                for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
                {
                    credibility[claim] = joint[votes.LabelOfClaim[claim]] / joint.Sum();
                }
            }

            if (pass == 50)
            {
                return (credibility, likelihood);
            }

            for (var s = 0; s < sources; s++)
            {
                var spams = Enumerable.Range(0, labels).Sum(l => spamming[s, l]);
                var norm = ExpDigamma(knowing[s] + spams + 1);
                know[s] = ExpDigamma(knowing[s] + 0.5) / norm;
                for (var l = 0; l < labels; l++)
                {
                    spam[s, l] = ExpDigamma(spams + 0.5) / norm * ExpDigamma(spamming[s, l] + 10) / ExpDigamma(spams + (10 * labels));
                }
            }
        }
    }

    private static double ExpDigamma(double x) => Math.Exp(SpecialFunctions.DiGamma(x));
}
