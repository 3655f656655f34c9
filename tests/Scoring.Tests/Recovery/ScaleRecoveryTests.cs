using System.Globalization;
using MathNet.Numerics.Statistics;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Recovery;

/// <summary>Measurements drawn with known scales give them back.</summary>
public sealed class ScaleRecoveryTests
{
    /// <summary>Scale of the Student-t with 3 degrees of freedom that fits a standard normal best: where the mean of 4x² / (3s² + x²) is 1.</summary>
    private const double StudentScaleOfNormal = 0.7935;

    [Test]
    public void Score_SimulatedMeasurements_RanksSourcesByScale([Values(1, 2, 3)] int seed)
    {
        var (estimated, sigma) = Scales(seed);
        Assert.That(Correlation.Spearman(estimated, sigma), Is.GreaterThan(0.95));
    }

    [Test]
    public void Score_SimulatedMeasurements_GivesScalesBackWithinAFactor([Values(1, 2, 3)] int seed)
    {
        var (estimated, sigma) = Scales(seed);
        var error = estimated.Zip(sigma, (found, drawn) => Math.Abs(Math.Log(found / drawn))).ToArray();
        Assert.That((error.Median(), error.Max()), Is.LessThan((Math.Log(1.2), Math.Log(1.5))));
    }

    [Test]
    public void Score_SimulatedMeasurements_TopValueIsNearerThanMedianAndThanEqualityAlone([Values(1, 2, 3)] int seed)
    {
        var (rows, truth, _) = MeasuredCorpus.Draw(seed);
        var median = truth.Select((value, item) => Math.Abs(rows.Where(row => row.Item == MeasuredCorpus.ItemId(item)).Select(row => double.Parse(row.Value, CultureInfo.InvariantCulture)).Median() - value)).Average();
        var (numbers, texts) = (Error(CredibilityScorer.Score(rows), truth), Error(CredibilityScorer.Score(rows, new ScoringOptions { Numeric = NumericValues.Off }), truth));
        Assert.That(numbers, Is.LessThan(0.8 * median).And.LessThan(0.5 * texts));
    }

    [Test]
    public void Score_SimulatedMeasurements_CredibleValuesHoldTheTruthAboutAsOftenAsSaid()
    {
        // The truth lies between values: the 90 % of the most credible ones, in order of number, are to hold it.
        var (held, all) = (0, 0);
        for (var seed = 1; seed <= 3; seed++)
        {
            var (rows, truth, _) = MeasuredCorpus.Draw(seed);
            var result = CredibilityScorer.Score(rows);
            for (var item = 0; item < truth.Length; item++, all++)
            {
                var (low, high) = Central(result.ClaimsOf(MeasuredCorpus.ItemId(item)));
                held += truth[item] >= low && truth[item] <= high ? 1 : 0;
            }
        }

        Assert.That(held / (double)all, Is.InRange(0.85, 0.99));
    }

    private static (double Low, double High) Central(IEnumerable<ClaimScore> claims)
    {
        var ascending = claims.Select(claim => (Number: double.Parse(claim.Value, CultureInfo.InvariantCulture), claim.Credibility)).OrderBy(claim => claim.Number).ToArray();
        var (sum, total, low, high) = (0.0, ascending.Sum(claim => claim.Credibility), ascending[0].Number, ascending[^1].Number);
        for (var i = 0; i < ascending.Length; i++)
        {
            low = sum <= 0.05 * total ? ascending[i].Number : low;
            sum += ascending[i].Credibility;
            if (sum >= 0.95 * total)
            {
                high = ascending[i].Number;
                break;
            }
        }

        return (low, high);
    }

    private static double Error(ScoringResult result, double[] truth) => result.Claims.Where(claim => claim.Rank == 1).GroupBy(claim => claim.Item, StringComparer.Ordinal)
        .Average(item => item.Average(claim => Math.Abs(double.Parse(claim.Value, CultureInfo.InvariantCulture) - truth[int.Parse(item.Key.AsSpan(1), CultureInfo.InvariantCulture)])));

    /// <summary>Scales as learnt, as standard deviations in the unit of the values, and as drawn.</summary>
    private static (double[] Estimated, double[] Sigma) Scales(int seed)
    {
        var (rows, _, sigma) = MeasuredCorpus.Draw(seed, items: 1000);
        var result = CredibilityScorer.Score(rows);
        var (corpus, numbers) = (result.Evidence.Corpus, result.Evidence.Corpus.Numbers!);
        var unit = Enumerable.Range(0, corpus.ItemCount).Where(item => numbers.IsNumeric[item]).Select(item => (First: corpus.FirstClaim[item], Last: corpus.FirstClaim[item + 1] - 1))
            .Select(item => Math.Log(Math.Abs((numbers.OfClaim[item.First] - numbers.OfClaim[item.Last]) / (numbers.Position[item.First] - numbers.Position[item.Last])))).Median();
        return ([.. result.Posterior.Numbers!.Scale.Select(scale => scale * Math.Exp(unit) / StudentScaleOfNormal)], sigma);
    }
}
