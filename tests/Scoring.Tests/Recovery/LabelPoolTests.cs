using Scoring.Reading;

namespace Scoring.Tests.Recovery;

/// <summary>Crowds whose members and truths are drawn: what the pool of models finds again.</summary>
public sealed class LabelPoolTests
{
    private const int Items = 600;
    private const int Workers = 40;

    [Test]
    public void Reliability_HonestWorkers_IsFoundAgainWithoutBias([Values(3, 5, 10, 30)] int perItem)
    {
        var (covered, bias, count) = (0, 0.0, 0);
        for (var seed = 1; seed <= 5; seed++)
        {
            var (rows, _, reliability) = Draw(seed, perItem, share: 0.5, alwaysYes: 0);
            foreach (var source in CredibilityScorer.Score(rows).Sources)
            {
                var truth = reliability[int.Parse(source.Source.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)];
                covered += source.Low <= truth && truth <= source.High ? 1 : 0;
                bias += source.Reliability - truth;
                count++;
            }
        }

        Assert.That(bias / count, Is.EqualTo(0).Within(0.02));
        Assert.That(covered / (double)count, Is.InRange(0.85, 0.95), "90 % intervals");
    }

    [TestCase(0.5, 0.3)]
    [TestCase(0.9, 0.3)]
    [TestCase(0.05, 0.3)]
    [TestCase(0.05, 0.0)]
    [TestCase(0.8, 0.0)]
    public void Accuracy_RareLabelsAndWorkersWhoAlwaysSayYes_IsNotBelowTheVote(double share, double alwaysYes)
    {
        var (accuracy, votes) = (new List<double>(), new List<double>());
        for (var seed = 3; seed <= 8; seed++)
        {
            var (rows, truths, _) = Draw(seed, 5, share, alwaysYes);
            var right = truths.ToDictionary(truth => truth.Item, truth => truth.Value, StringComparer.Ordinal);
            accuracy.Add(CredibilityScorer.Score(rows).Evaluate(truths).Accuracy);
            votes.Add(rows.GroupBy(row => row.Item, StringComparer.Ordinal)
                .Count(item => (item.Count(row => row.Value == "yes") > 2 ? "yes" : "no") == right[item.Key]) / (double)Items);
        }

        Assert.That(accuracy.Average(), Is.GreaterThan(votes.Average() - 0.01));
        Assert.That(accuracy.Zip(votes, (own, vote) => own - vote), Is.All.GreaterThan(-0.03));
    }

    /// <param name="seed">Of the draws.</param>
    /// <param name="perItem">Votes on each item.</param>
    /// <param name="share">Share of the items whose truth is yes.</param>
    /// <param name="alwaysYes">Share of the workers who say yes whatever the item.</param>
    private static (List<Assertion> Rows, List<KnownTruth> Truths, double[] Reliability) Draw(int seed, int perItem, double share, double alwaysYes)
    {
        var random = new Random(seed);
        var reliability = Enumerable.Range(0, Workers).Select(_ => 0.6 + (0.35 * random.NextDouble())).ToArray();
        var isAlways = reliability.Select(_ => random.NextDouble() < alwaysYes).ToArray();
        var (rows, truths, order) = (new List<Assertion>(), new List<KnownTruth>(), Enumerable.Range(0, Workers).ToArray());
        for (var item = 0; item < Items; item++)
        {
            var isYes = random.NextDouble() < share;
            truths.Add(new KnownTruth($"i{item}", isYes ? "yes" : "no"));
            random.Shuffle(order);
            rows.AddRange(order.Take(perItem).Select(worker => new Assertion(
                $"i{item}", $"w{worker}", isAlways[worker] || (random.NextDouble() < reliability[worker] == isYes) ? "yes" : "no")));
        }

        return (rows, truths, reliability);
    }
}
