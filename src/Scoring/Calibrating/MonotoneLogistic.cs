using MathNet.Numerics.LinearAlgebra;
using Scoring.Evaluating;
using Scoring.Storage;

namespace Scoring.Calibrating;

/// <summary>Logistic regression on known answers with coefficients that may not be negative.</summary>
/// <remarks>
/// Targets (N₊ + 1) / (N₊ + 2) and 1 / (N₋ + 2) in place of 1 and 0 (Platt 1999), so that the fit is finite also where
/// all answers are right. Newton's method with step halving (Lin, Lin and Weng 2007, doi:10.1007/s10994-007-5018-6). The
/// loss is convex and there are at most two coefficients: each set of them that may be 0 is tried, and the best allowed fit kept.
/// </remarks>
internal static class MonotoneLogistic
{
    private const double LargestLogOdds = 13.8;
    private const double Ridge = 1e-9;
    private const int MostSteps = 100;

    /// <summary>Fits coefficients and intercept.</summary>
    /// <param name="gold">The known answers; at least one.</param>
    /// <param name="features">Features of a credibility by its log-odds.</param>
    /// <param name="start">Coefficients to start from; one a feature.</param>
    /// <returns>The coefficients, each at least 0, then the intercept.</returns>
    public static double[] Fit(IReadOnlyList<GoldItem> gold, Func<double, double[]> features, double[] start)
    {
        var right = gold.Sum(item => item.Right);
        var (high, low) = ((right + 1) / (right + 2), 1 / (gold.Count - right + 2));
        var target = gold.UnlessStopped().Select(item => (item.Right * high) + ((1 - item.Right) * low)).ToArray();
        var rows = gold.UnlessStopped().Select(item => features(Math.Clamp(Logistic.LogOdds(item.Credibility), -LargestLogOdds, LargestLogOdds))).ToArray();
        var (best, least) = (Array.Empty<double>(), double.PositiveInfinity);
        for (var free = (1 << start.Length) - 1; free >= 0; free--)
        {
            int[] used = [.. Enumerable.Range(0, start.Length).Where(index => (free >> index & 1) == 1)];
            var design = Matrix<double>.Build.Dense(rows.Length, used.Length + 1, (row, column) => column < used.Length ? rows[row][used[column]] : 1);
            var (fit, loss) = Minimise(design, target, [.. used.Select(index => start[index]), 0]);
            if (fit.AsSpan(0, used.Length).IndexOfAnyExceptInRange(0, double.MaxValue) < 0 && loss < least)
            {
                (best, least) = (new double[start.Length + 1], loss);
                best[^1] = fit[^1];
                foreach (var (place, index) in used.Index())
                {
                    best[index] = fit[place];
                }
            }
        }

        return best;
    }

    private static (double[] Coefficients, double Loss) Minimise(Matrix<double> design, double[] target, double[] start)
    {
        var stop = Stopping.Token;
        var at = Vector<double>.Build.Dense(start);
        var loss = Loss(design * at, target);
        for (var step = 0; step < MostSteps; step++)
        {
            stop.ThrowIfCancellationRequested();
            var probability = (design * at).Map(Logistic.Probability);
            var gradient = design.TransposeThisAndMultiply(probability - Vector<double>.Build.Dense(target));
            var weighted = design.MapIndexed((row, _, value) => value * probability[row] * (1 - probability[row]));
            stop.ThrowIfCancellationRequested();
            var curvature = design.TransposeThisAndMultiply(weighted) + (Matrix<double>.Build.DenseIdentity(design.ColumnCount) * Ridge);
            var move = curvature.Cholesky().Solve(gradient);
            var scale = 1.0;
            var next = at - move;
            var nextLoss = Loss(design * next, target);
            for (; nextLoss > loss && scale > 1e-6; nextLoss = Loss(design * next, target))
            {
                scale /= 2;
                next = at - (move * scale);
            }

            if (nextLoss >= loss)
            {
                break;
            }

            (at, loss) = (next, nextLoss);
        }

        return (at.ToArray(), loss);
    }

    private static double Loss(Vector<double> logOdds, double[] target)
    {
        double sum = 0;
        var stop = Stopping.Token;
        for (var i = 0; i < target.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            sum -= (target[i] * Logistic.LogProbability(logOdds[i])) + ((1 - target[i]) * Logistic.LogProbability(-logOdds[i]));
        }

        return sum;
    }
}
