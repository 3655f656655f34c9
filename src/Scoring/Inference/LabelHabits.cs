using Scoring.Indexing;

namespace Scoring.Inference;

/// <summary>Whether sources of a shared label set have habits beyond one reliability each: labels that they name too often or too seldom.</summary>
/// <remarks>
/// Under the one-coin model what a source says on one item, less what was to be expected of it, has nothing to do with the
/// same on another; habits make the two go together. This is the score test of a variance component (Lin 1997,
/// doi:10.1093/biomet/84.2.309), read as a size rather than as a test, since in a large corpus everything is significant.
/// </remarks>
internal static class LabelHabits
{
    /// <summary>Mean product, over pairs of votes of one source, of how far they are from what the one-coin model expects, summed over labels.</summary>
    /// <param name="posterior">What the one-coin model found.</param>
    /// <param name="set">Labels of the items looked at.</param>
    /// <param name="sample">Items, of which those with these labels are looked at.</param>
    /// <returns>0 without habits; a source that names one label of two a tenth too often gives 0.02.</returns>
    /// <remarks>O(votes of the sample × labels).</remarks>
    public static double Covariance(Posterior posterior, LabelSet set, ItemSample sample)
    {
        var limit = posterior.Evidence.Corpus.Store.ThreadLimit;
        var parts = new Dictionary<int, Residuals>[limit.MaxDegreeOfParallelism];
        Parallel.For(0, parts.Length, limit, part => parts[part] = OfSources(posterior, set, sample, speaker => speaker % parts.Length == part));
        var (products, pairs) = (0.0, 0.0);
        foreach (var (_, ofSource) in parts.SelectMany(part => part).OrderBy(ofSource => ofSource.Key))
        {
            products += ofSource.Products();
            pairs += ofSource.Pairs;
        }

        return pairs > 0 ? products / pairs : 0;
    }

    /// <summary>The residuals of some of the sources, each summed in the order of the items.</summary>
    private static Dictionary<int, Residuals> OfSources(Posterior posterior, LabelSet set, ItemSample sample, Func<int, bool> isMeant)
    {
        var corpus = posterior.Evidence.Corpus;
        var labels = set.Count;
        var (residuals, room) = (new Dictionary<int, Residuals>(), new double[labels]);
        foreach (var item in sample.Items)
        {
            if (corpus.Labels.Of(item) != set)
            {
                continue;
            }

            var (first, last) = (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]);
            for (var claim = first; claim < last; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    var speaker = posterior.Evidence.Speaker[a];
                    if (!isMeant(speaker) || posterior.Evidence.RuleWeight[a] <= 0 || corpus.LabelSaid(claim, a) is not (var label and >= 0))
                    {
                        continue;
                    }

                    if (!residuals.TryGetValue(speaker, out var ofSource))
                    {
                        residuals[speaker] = ofSource = new Residuals(labels);
                    }

                    ExpectedWithout(posterior, item, label, a, room);
                    ofSource.Add(room, label);
                }
            }
        }

        return residuals;
    }

    /// <summary>How likely the source of an assertion was to name each label, by what the others on the item say.</summary>
    private static void ExpectedWithout(Posterior posterior, int item, int said, int assertion, double[] expected)
    {
        var corpus = posterior.Evidence.Corpus;
        var (first, named) = (corpus.FirstClaim[item], corpus.NamedCount(item));
        var speaker = posterior.Evidence.Speaker[assertion];
        var right = posterior.Reliability[speaker].Mean;
        var given = posterior.Columns.Weight[assertion] * (posterior.Discrimination[speaker] + Math.Log(expected.Length - 1));
        Array.Fill(expected, named < expected.Length ? posterior.Unnamed[item] / (expected.Length - named) : 0);
        for (var i = 0; i < named; i++)
        {
            expected[corpus.LabelOf(first + i)] = posterior.Credibility[first + i];
        }

        expected[said] *= Math.Exp(-given);

        var sum = expected.Sum();
        for (var label = 0; label < expected.Length; label++)
        {
            var p = expected[label] / sum;
            expected[label] = (p * right) + ((1 - p) * (1 - right) / (expected.Length - 1));
        }
    }

    /// <summary>How far the votes of one source are from what was expected, label by label.</summary>
    private sealed class Residuals(int labels)
    {
        private readonly double[] sum = new double[labels];
        private double squares;
        private double votes;

        /// <summary>Ordered pairs of different votes.</summary>
        public double Pairs => votes * (votes - 1);

        public void Add(double[] expected, int vote)
        {
            votes++;
            for (var label = 0; label < expected.Length; label++)
            {
                var residual = (label == vote ? 1 : 0) - expected[label];
                sum[label] += residual;
                squares += residual * residual;
            }
        }

        /// <summary>Sum of the products over the pairs.</summary>
        public double Products() => sum.Sum(ofLabel => ofLabel * ofLabel) - squares;
    }
}
