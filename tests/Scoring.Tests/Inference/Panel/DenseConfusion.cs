using MathNet.Numerics;
using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

/// <summary>Confusion matrices the naive way, as the reference: dense sources × labels × labels, one dense posterior an item.</summary>
internal sealed class DenseConfusion
{
    private readonly List<(int Item, int Source, int Label)> rows = [];
    private readonly int sources;
    private readonly int labels;

    public DenseConfusion(Votes votes)
    {
        (sources, labels) = (votes.SourceCount, votes.LabelCount);
        for (var claim = 0; claim < votes.ClaimCount; claim++)
        {
            for (var vote = votes.FirstVote[claim]; vote < votes.FirstVote[claim + 1]; vote++)
            {
                rows.Add((votes.ItemOfClaim[claim], votes.Source[vote], votes.LabelOfClaim[claim]));
            }
        }

        Posterior = [.. rows.GroupBy(row => row.Item).OrderBy(item => item.Key).Select(item =>
            Enumerable.Range(0, labels).Select(label => item.Count(row => row.Label == label) / (double)item.Count()).ToArray())];
    }

    /// <summary>Probability of each label of each item.</summary>
    public double[][] Posterior { get; private set; }

    /// <summary>One pass of variational IBCC: diagonal 4, else 1, labels 1.</summary>
    public void BayesianPass() => Pass(
        counts => counts.Select(count => SpecialFunctions.DiGamma(count + 1)).ToArray(),
        (row, truth) => row.Select((count, label) => SpecialFunctions.DiGamma(count + (label == truth ? 4 : 1)) - SpecialFunctions.DiGamma(row.Sum() + labels + 3)).ToArray());

    /// <summary>One pass of Dawid–Skene.</summary>
    public void MaximumLikelihoodPass() => Pass(
        counts => counts.Select(count => Math.Log(Math.Max(1e-10, count / counts.Sum()))).ToArray(),
        (row, _) => row.Select(count => Math.Log(Math.Max(1e-10, count) / row.Sum(other => Math.Max(1e-10, other)))).ToArray());

    private void Pass(Func<double[], double[]> prior, Func<double[], int, double[]> row)
    {
        var counts = Enumerable.Range(0, sources).Select(_ => Enumerable.Range(0, labels).Select(_ => new double[labels]).ToArray()).ToArray();
        foreach (var vote in rows)
        {
            for (var truth = 0; truth < labels; truth++)
            {
                counts[vote.Source][truth][vote.Label] += Posterior[vote.Item][truth];
            }
        }

        var logRow = counts.Select(source => source.Select(row).ToArray()).ToArray();
        var logPrior = prior([.. Enumerable.Range(0, labels).Select(label => Posterior.Sum(item => item[label]))]);
        Posterior = [.. rows.GroupBy(vote => vote.Item).OrderBy(item => item.Key).Select(item =>
        {
            var weights = Enumerable.Range(0, labels).Select(truth => logPrior[truth] + item.Sum(vote => logRow[vote.Source][truth][vote.Label])).ToArray();
            var exponents = weights.Select(weight => Math.Exp(weight - weights.Max())).ToArray();
            return exponents.Select(exponent => exponent / exponents.Sum()).ToArray();
        })];
    }
}
