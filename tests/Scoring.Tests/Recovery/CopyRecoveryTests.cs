using Scoring.Explaining;
using Scoring.Reading;

namespace Scoring.Tests.Recovery;

public sealed class CopyRecoveryTests
{
    private const int Items = 400;

    /// <summary>Six copy one poor source on questions of few labels, seven good ones speak for themselves: nobody declares anything.</summary>
    [Test]
    public void Score_UndeclaredCopiesOnFewLabels_AreFoundAndDiscounted([Values(2, 4)] int labels) =>
        Assert.That(Enumerable.Range(1, 6).Average(seed => AccuracyWithCopies(labels, seed)), Is.GreaterThan(0.78)); // the vote: 0.55

    /// <summary>Raters who all say "no" where they see nothing have a habit in common, and copy nobody.</summary>
    [Test]
    public void Score_RatersWithOneHabit_AreNoCopies([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        var rows = new List<Assertion>();
        for (var item = 0; item < Items; item++)
        {
            var isYes = random.NextDouble() < 0.3;
            rows.AddRange(Enumerable.Range(0, 20).OrderBy(_ => random.Next()).Take(6)
                .Select(rater => new Assertion($"i{item}", $"rater{rater}", (isYes ? random.NextDouble() < 0.55 : random.NextDouble() > 0.95) ? "yes" : "no")));
        }

        Assert.That(CredibilityScorer.Score(rows).Findings.Where(finding => finding.Kind == FindingKind.Copying), Is.Empty);
    }

    private static double AccuracyWithCopies(int labels, int seed)
    {
        var random = new Random(seed);
        var (rows, truths) = (new List<Assertion>(), new List<KnownTruth>());
        for (var item = 0; item < Items; item++)
        {
            var truth = random.Next(labels);
            truths.Add(new KnownTruth($"i{item}", $"L{truth}"));
            string Drawn(double reliability) => $"L{(random.NextDouble() < reliability ? truth : (truth + random.Next(1, labels)) % labels)}";
            var poor = Drawn(0.55);
            rows.AddRange(Enumerable.Range(0, 6).Select(copy => new Assertion($"i{item}", $"copy{copy}", poor)));
            rows.AddRange(Enumerable.Range(0, 5).Select(_ => random.Next(7)).Distinct().Select(good => new Assertion($"i{item}", $"good{good}", Drawn(0.75))));
        }

        var result = CredibilityScorer.Score(rows);
        Assert.That(result.Findings.Count(finding => finding.Kind == FindingKind.Copying), Is.EqualTo(15));
        Assert.That(result.Findings.Where(finding => finding.Kind == FindingKind.Copying).SelectMany(finding => finding.Sources), Is.All.StartsWith("copy"));
        return result.Evaluate(truths).Accuracy;
    }
}
