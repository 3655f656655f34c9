using System.Globalization;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class LabelHabitsTests
{
    private const int Items = 2000;
    private const int Sources = 40;
    private const int VotesPerItem = 6;

    [Test]
    public void Covariance_OneReliabilityASource_IsNextToNothing([Range(1, 4)] int seed) =>
        Assert.That(CovarianceOf(Votes(seed, habit: 0)), Is.LessThan(0.002));

    [Test]
    public void Covariance_SourcesWithAFavouriteLabel_IsClear([Range(1, 4)] int seed) =>
        Assert.That(CovarianceOf(Votes(seed, habit: 0.3)), Is.GreaterThan(0.01));

    /// <summary>Each source first names its favourite, then corrects itself: what it no longer says is no habit.</summary>
    [Test]
    public void Covariance_SupersededRows_DoNotCount([Range(1, 2)] int seed)
    {
        var votes = Votes(seed, habit: 0).Select(vote => vote with { Time = DateTimeOffset.UnixEpoch.AddDays(1) }).ToArray();
        var first = votes.Select(vote => vote with { Value = $"v{int.Parse(vote.Source[1..], CultureInfo.InvariantCulture) % 3}", Time = DateTimeOffset.UnixEpoch });
        Assert.That(CovarianceOf([.. votes, .. first]), Is.LessThan(0.002));
    }

    private static double CovarianceOf(IEnumerable<Assertion> votes)
    {
        var evidence = LabelCorpus.EvidenceOf(votes);
        return LabelHabits.Covariance(OneCoin.Infer(evidence, KnownTruths.None, new InferenceOptions(), ""), evidence.Corpus.Labels.Sets[0], ItemSample.Of(evidence.Corpus));
    }

    /// <summary>Sources of different reliability; with a habit, each gives its favourite label so often without looking.</summary>
    private static IEnumerable<Assertion> Votes(int seed, double habit)
    {
        var random = new Random(seed);
        var reliability = Enumerable.Range(0, Sources).Select(_ => 0.55 + (0.4 * random.NextDouble())).ToArray();
        for (var item = 0; item < Items; item++)
        {
            var truth = random.Next(3);
            foreach (var source in Enumerable.Range(0, Sources).OrderBy(_ => random.Next()).Take(VotesPerItem).ToArray())
            {
                var label = random.NextDouble() < reliability[source] ? truth : (truth + random.Next(1, 3)) % 3;
                yield return new Assertion($"i{item}", $"s{source}", $"v{(random.NextDouble() < habit ? source % 3 : label)}");
            }
        }
    }
}
