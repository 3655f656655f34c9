using Scoring.Explaining;
using Scoring.Reading;

namespace Scoring.Tests.Inference;

public sealed class SourceDependenceTests
{
    [Test]
    public void Score_OneOfTwoSaysItTwice_NamesDoNotMatter()
    {
        Assert.That(Of("a", "z"), Is.EqualTo(Of("z", "a")).Within(1e-9));

        static double[] Of(string twice, string once) => [.. CredibilityScorer.Score([.. Enumerable.Range(0, 20).SelectMany(item => Said(item, twice, once))]).Claims.Select(claim => claim.Credibility)];

        static IEnumerable<Assertion> Said(int item, string twice, string once)
        {
            var value = item < 8 ? $"w{item}" : $"t{item}";
            foreach (var source in new[] { "m1", "m2", "m3" })
            {
                yield return new($"i{item}", source, $"t{item}");
            }

            yield return new($"i{item}", twice, value);
            yield return new($"i{item}", once, value);
            if (item < 8)
            {
                yield return new($"i{item}", twice, value) { Hedge = "alleged" };
            }
        }
    }

    [Test]
    public void Score_OneCopiesAnother_IsFoundWithItsDirection([Range(1, 5)] int seed)
    {
        var result = CredibilityScorer.Score(Rows(seed, copies: 0.8));
        var finding = result.Findings.Single(found => found.Kind == FindingKind.Copying);
        Assert.That(finding.Message, Does.StartWith("copier repeats original"));
    }

    [Test]
    public void Score_NobodyCopies_NothingIsFound([Range(1, 5)] int seed) =>
        Assert.That(CredibilityScorer.Score(Rows(seed, copies: 0)).Findings.Where(found => found.Kind == FindingKind.Copying), Is.Empty);

    [Test]
    public void Score_CopiesOfAPoorSource_AreNotTakenForCorroboration([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        var (rows, truths) = (new List<Assertion>(), new List<KnownTruth>());
        for (var item = 0; item < 300; item++)
        {
            truths.Add(new KnownTruth($"i{item}", $"{item} true"));
            rows.AddRange(Enumerable.Range(0, 5).Select(good => new Assertion($"i{item}", $"good{good}", Said(0.6))));
            var poor = Said(0.4);
            rows.AddRange(Enumerable.Range(0, 3).Select(copy => new Assertion($"i{item}", $"copy{copy}", random.NextDouble() < 0.95 ? poor : Said(0.4))));

            string Said(double reliability) => random.NextDouble() < reliability ? $"{item} true" : $"{item} wrong {random.Next(20)}";
        }

        var vote = rows.GroupBy(row => row.Item, StringComparer.Ordinal)
            .Count(item => item.MaxBy(row => item.Count(other => other.Value == row.Value))!.Value.EndsWith("true", StringComparison.Ordinal)) / 300.0;
        Assert.That(CredibilityScorer.Score(rows).Evaluate(truths).Accuracy, Is.GreaterThan(vote + 0.1));
    }

    /// <summary>Ten sources of reliability 0.7 on 200 items with many wrong values, and one that takes what another says a day later.</summary>
    private static List<Assertion> Rows(int seed, double copies)
    {
        var (random, rows) = (new Random(seed), new List<Assertion>());
        var day = new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        for (var item = 0; item < 200; item++)
        {
            rows.AddRange(Enumerable.Range(0, 10).Select(source => new Assertion($"i{item}", $"s{source}", Said()) { Time = day }));
            var original = Said();
            rows.Add(new Assertion($"i{item}", "original", original) { Time = day });
            rows.Add(new Assertion($"i{item}", "copier", random.NextDouble() < copies ? original : Said()) { Time = day.AddDays(1) });

            string Said() => random.NextDouble() < 0.7 ? $"{item} true" : $"{item} wrong {random.Next(10)}";
        }

        return rows;
    }
}
