using System.Globalization;
using Scoring.Reading;

namespace Scoring.Tests.Corpora;

/// <summary>The corpora of <see cref="RandomCorpus"/> with numbers for values, some near one another, some equal in other spelling.</summary>
internal static class RandomNumbers
{
    private static readonly string[] Spellings = ["0.##", "0.0", "0.00e0", "#,##0.##"];

    public static (List<Scoring.Reading.Assertion> Assertions, ScoringOptions Options) Draw(int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        var random = new Random(seed);
        return (
            assertions.ConvertAll(row => row with { Value = Number(random) }),
            options with
            {
                Numeric = NumericValues.On,
                Tolerance = new Tolerance { Absolute = random.Next(3) == 0 ? 2 : 0 },
                Relations = [.. options.Relations.Select(relation => relation with { Value = Number(random), OtherValue = Number(random) })],
                Truths = [.. options.Truths.Select(truth => truth with { Value = Number(random) })],
            });
    }

    private static string Number(Random random) =>
        (1000 + (random.Next(3) * 100) + random.Next(8)).ToString(Spellings[random.Next(Spellings.Length)], CultureInfo.InvariantCulture);
}
