using System.Globalization;
using MathNet.Numerics;
using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>
/// How much more the votes on an item go together than those of independent sources would: the intra-item correlation of
/// errors as far as the votes themselves show it.
/// </summary>
/// <remarks>
/// Votes on an item are drawn from a Dirichlet-multinomial distribution (Mosimann 1962, doi:10.1093/biomet/49.1-2.65) around the
/// true label, every wrong label alike; all labels are equally likely to be true. Correlation and mean reliability are those of
/// highest posterior density on a grid; the prior on the correlation is Beta(1, 3). Errors that all items share stay unseen,
/// so what is found comes on top of what the rules say. O(different tallies × labels × grid).
/// </remarks>
internal static class VoteDispersion
{
    private const double Step = 0.02;
    private const double MostCorrelation = 0.8;
    private const double MostReliability = 0.99;
    private const double PriorWeight = 2;

    /// <summary>Correlation of the votes on an item, in [0, 0.8].</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="sample">The items looked at.</param>
    public static double CorrelationOf(Evidence evidence, ItemSample sample)
    {
        var tallies = Tallies(evidence, sample);
        var labels = evidence.Corpus.SharedLabels.Length;
        var density = new double[(int)Math.Ceiling(MostCorrelation / Step)];
        Parallel.For(0, density.Length, evidence.Corpus.Store.ThreadLimit, step =>
        {
            var correlation = step * Step;
            density[step] = double.NegativeInfinity;
            for (var reliability = (1.0 / labels) + Step; reliability < MostReliability; reliability += Step)
            {
                density[step] = Math.Max(density[step], (PriorWeight * Math.Log(1 - correlation)) + LogLikelihood(tallies, labels, correlation, reliability));
            }
        });
        return Step * Array.IndexOf(density, density.Max());
    }

    /// <summary>The evidence with the correlation that the votes show beside that of the rules.</summary>
    public static Evidence Applied(Evidence evidence, ItemSample sample)
    {
        var (rule, dispersion) = (evidence.Rules.Independence.Unrelated.Correlation, CorrelationOf(evidence, sample));
        return dispersion <= 0 ? evidence : evidence.WithUnrelated(Math.Min(1, rule + dispersion), string.Create(
            CultureInfo.InvariantCulture, $"{rule:0.##} by the rules, and {dispersion:0.##} by which votes on an item go together beyond what independent sources would."));
    }

    /// <summary>The different tallies of items, labels in descending order of votes, each with the number of its items.</summary>
    private static List<(double[] Votes, int Items)> Tallies(Evidence evidence, ItemSample sample)
    {
        var (items, tallies) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<(double[] Votes, int Items)>());
        var corpus = evidence.Corpus;
        var votes = new double[corpus.SharedLabels.Length];
        foreach (var item in sample.Items)
        {
            Array.Clear(votes);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    if (corpus.LabelSaid(claim, a) is var label and >= 0)
                    {
                        votes[label] += evidence.RuleWeight[a] * evidence.LinkedShare[a];
                    }
                }
            }

            Array.Sort(votes);
            Array.Reverse(votes);
            var cast = Array.FindAll(votes, number => number > 0);
            var key = string.Join(" ", cast.Select(number => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture)));
            if (!items.TryGetValue(key, out var index))
            {
                items[key] = index = tallies.Count;
                tallies.Add((cast, 0));
            }

            tallies[index] = (tallies[index].Votes, tallies[index].Items + 1);
        }

        return tallies;
    }

    private static double LogLikelihood(List<(double[] Votes, int Items)> tallies, int labels, double correlation, double reliability)
    {
        var (right, wrong) = (reliability, (1 - reliability) / (labels - 1));
        var strength = correlation > 0 ? (1 / correlation) - 1 : 0;
        var (none, noneRight, noneWrong) = (LogGamma(strength), LogGamma(strength * right), LogGamma(strength * wrong));
        double sum = 0;
        Span<double> state = stackalloc double[labels];
        foreach (var (votes, items) in tallies)
        {
            // If a label that was cast is true it is drawn as right and all others as wrong; the labels not cast are all alike.
            double all = 0, allWrong = 0;
            foreach (var number in votes)
            {
                all += number;
                allWrong += LogRising(wrong, noneWrong, number, strength);
            }

            for (var label = 0; label < votes.Length; label++)
            {
                state[label] = allWrong - LogRising(wrong, noneWrong, votes[label], strength) + LogRising(right, noneRight, votes[label], strength);
            }

            state[votes.Length..].Fill(allWrong);
            sum += items * (LabelPass.LogSum(state) - (strength > 0 ? LogRising(1, none, all, strength) : 0));
        }

        return sum;
    }

    /// <summary>ln Γ(strength × share + number) − ln Γ(strength × share), of which the second is given; without correlation number × ln share.</summary>
    private static double LogRising(double share, double none, double number, double strength) =>
        strength > 0 ? LogGamma((strength * share) + number) - none : number * Math.Log(share);

    private static double LogGamma(double number) => number > 0 ? SpecialFunctions.GammaLn(number) : 0;
}
