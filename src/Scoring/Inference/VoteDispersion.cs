using MathNet.Numerics;
using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// How much more the votes on an item go together than those of independent sources would: the intra-item correlation of
/// errors as far as the votes themselves show it.
/// </summary>
/// <remarks>
/// Votes on an item are drawn from a Dirichlet-multinomial distribution (Mosimann 1962, doi:10.1093/biomet/49.1-2.65) around the confusion row of its true label,
/// so that labels that are easily taken for one another are no correlation. Rows and shares of the labels are fitted to every correlation of a grid by expectation
/// maximisation from the labels with the most votes; the one of highest posterior density is taken, its prior Beta(1, 3). Errors that all
/// items share stay unseen: what is seen comes on top of what the rules say. O(different tallies × labels² × grid × passes).
/// </remarks>
internal static class VoteDispersion
{
    private const int MostPasses = 20;
    private const double Tolerance = 1e-7;
    private const double PriorWeight = 2;

    /// <summary>Votes in each row as all rows have it on average, before any are counted.</summary>
    private const double RowStrength = 2;

    private const double LeastShare = 1e-4;

    /// <summary>Votes are counted in parts of this size, so that few numbers of them differ.</summary>
    private const double Part = 1.0 / 16;

    /// <summary>More tell nothing more.</summary>
    private const int MostItems = 8192;

    private static readonly double[] Grid = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.16, 0.2, 0.24, 0.28, 0.33, 0.38, 0.44, 0.5, 0.6, 0.7];

    /// <summary>Correlation of the votes on an item, in [0, 0.7].</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="set">Labels of the items looked at.</param>
    /// <param name="sample">Items, of which those with these labels are looked at.</param>
    /// <param name="repeated">For each assertion, how much of other assertions that say the same it repeats, for which it is discounted already; empty if none does.</param>
    public static double CorrelationOf(Evidence evidence, LabelSet set, ItemSample sample, Column<double> repeated)
    {
        var tallies = Tallies(evidence, set, sample, repeated);
        var density = new double[Grid.Length];
        Parallel.For(0, Grid.Length, evidence.Corpus.Store.ThreadLimit, step => density[step] =
            (PriorWeight * Math.Log(1 - Grid[step])) + new Fit(tallies, set.Count, Grid[step]).LogLikelihood());
        return Grid[Array.IndexOf(density, density.Max())];
    }

    /// <summary>The different tallies of items on which two votes or more are cast, each with the number of its items.</summary>
    private static List<Tally> Tallies(Evidence evidence, LabelSet set, ItemSample sample, Column<double> repeated)
    {
        var (places, tallies) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<Tally>());
        var corpus = evidence.Corpus;
        var votes = new double[set.Count];
        var items = Array.FindAll(sample.Items, item => corpus.Labels.Of(item) == set);
        var stride = Math.Max(1, items.Length / MostItems);
        for (var index = 0; index < items.Length; index += stride)
        {
            var item = items[index];
            Array.Clear(votes);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    if (corpus.LabelSaid(claim, a) is var label and >= 0)
                    {
                        votes[label] += CopyDiscount.LinkedWeight(evidence, repeated, a);
                    }
                }
            }

            var parts = Array.ConvertAll(votes, number => (int)Math.Round(number / Part));
            if (parts.Sum(number => (long)number) * Part <= 1)
            {
                continue;
            }

            var key = string.Join(' ', parts);
            if (!places.TryGetValue(key, out var place))
            {
                places[key] = place = tallies.Count;
                tallies.Add(new Tally([.. parts.Index().Where(cast => cast.Item > 0).Select(cast => (cast.Index, cast.Item))], 0));
            }

            tallies[place] = tallies[place] with { Items = tallies[place].Items + 1 };
        }

        return tallies;
    }

    /// <param name="Cast">The labels that were cast, with the parts of votes for each.</param>
    /// <param name="Items">Number of items.</param>
    private readonly record struct Tally((int Label, int Parts)[] Cast, int Items);

    /// <summary>The model of one correlation, fitted to the tallies.</summary>
    private sealed class Fit
    {
        private readonly List<Tally> tallies;
        private readonly int labels;
        private readonly double strength;
        private readonly double[][] truth;
        private readonly double[] share;
        private readonly double[] row;
        private readonly Dictionary<int, double[]> rising = [];

        public Fit(List<Tally> tallies, int labels, double correlation)
        {
            (this.tallies, this.labels) = (tallies, labels);
            strength = correlation > 0 ? (1 / correlation) - 1 : 0;
            (share, row) = (new double[labels], new double[labels * labels]);
            truth = [.. tallies.Select(MostVotes)];
        }

        /// <summary>Fits rows and shares of the labels, and gives the likelihood of all tallies.</summary>
        public double LogLikelihood()
        {
            var (before, now) = (double.NegativeInfinity, double.MinValue);
            for (var pass = 0; pass < MostPasses && now - before > Tolerance * Math.Abs(now); pass++)
            {
                Learn();
                (before, now) = (now, Infer());
            }

            return tallies.Count == 0 ? 0 : now;
        }

        private double[] MostVotes(Tally tally)
        {
            var most = tally.Cast.Max(cast => cast.Parts);
            var tied = tally.Cast.Count(cast => cast.Parts == most);
            var start = new double[labels];
            foreach (var (label, parts) in tally.Cast)
            {
                start[label] = parts == most ? 1.0 / tied : 0;
            }

            return start;
        }

        private void Learn()
        {
            share.AsSpan().Fill(1);
            Array.Clear(row);
            foreach (var (tally, index) in tallies.Select((tally, index) => (tally, index)))
            {
                for (var state = 0; state < labels; state++)
                {
                    var items = tally.Items * truth[index][state];
                    share[state] += items;
                    foreach (var (label, parts) in tally.Cast)
                    {
                        row[(state * labels) + label] += items * parts * Part;
                    }
                }
            }

            var (all, sum) = (row.Sum(), share.Sum());
            var right = Enumerable.Range(0, labels).Sum(label => row[(label * labels) + label]) / all;
            for (var state = 0; state < labels; state++)
            {
                share[state] /= sum;
                var own = row.AsSpan(state * labels, labels);
                var votes = RowStrength;
                foreach (var cast in own)
                {
                    votes += cast;
                }

                for (var label = 0; label < labels; label++)
                {
                    own[label] = Math.Max(LeastShare, (own[label] + (RowStrength * (label == state ? right : (1 - right) / (labels - 1)))) / votes);
                }
            }

            rising.Clear();
        }

        private double Infer()
        {
            var (sum, state) = (0.0, new double[labels]);
            for (var index = 0; index < tallies.Count; index++)
            {
                var all = 0;
                for (var s = 0; s < labels; s++)
                {
                    state[s] = Math.Log(share[s]);
                }

                foreach (var (label, parts) in tallies[index].Cast)
                {
                    all += parts;
                    var given = Rising(label, parts);
                    for (var s = 0; s < labels; s++)
                    {
                        state[s] += given[s];
                    }
                }

                var (logSum, _) = LabelPass.Softmax(state);
                state.CopyTo(truth[index], 0);
                sum += tallies[index].Items * (logSum - LogRising(1, all * Part));
            }

            return sum;
        }

        /// <summary>What votes for a label give each state; reckoned once for every number of them.</summary>
        private double[] Rising(int label, int parts)
        {
            var key = (parts * labels) + label;
            if (!rising.TryGetValue(key, out var given))
            {
                rising[key] = given = new double[labels];
                for (var state = 0; state < labels; state++)
                {
                    given[state] = LogRising(row[(state * labels) + label], parts * Part);
                }
            }

            return given;
        }

        /// <summary>ln Γ(strength × share + number) − ln Γ(strength × share); without correlation number × ln share.</summary>
        private double LogRising(double share, double number) =>
            strength > 0 ? SpecialFunctions.GammaLn((strength * share) + number) - SpecialFunctions.GammaLn(strength * share) : number * Math.Log(share);
    }
}
