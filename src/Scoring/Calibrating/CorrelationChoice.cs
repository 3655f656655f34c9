using Scoring.Evaluating;
using Scoring.Storage;

namespace Scoring.Calibrating;

/// <summary>Chooses how strongly the errors of unrelated voices go together, by known answers.</summary>
internal static class CorrelationChoice
{
    private static readonly double[] Grid = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

    /// <summary>
    /// The correlation under which the most credible values have the least log loss; the present one, unless choosing on four
    /// fifths of the items and testing on the other gains more than one standard error.
    /// </summary>
    /// <param name="present">The correlation in force.</param>
    /// <param name="goldAt">The known answers as scored blind under a correlation; the same items in the same order each time.</param>
    public static double Of(double present, Func<double, GoldItem[]> goldAt)
    {
        double[] tried = [present, .. Grid.Where(correlation => correlation != present)];
        var gold = goldAt(present);
        var losses = Array.ConvertAll(tried, correlation => Array.ConvertAll(goldAt(correlation), Evaluator.LogLoss));
        var fold = Array.ConvertAll(gold, item => Folds.Of(item.Item));
        var best = Enumerable.Range(0, Folds.Count).UnlessStopped().Select(part => Best(losses, item => fold[item] != part)).ToArray();
        var chosenBlind = fold.Select((part, item) => losses[best[part]][item]).ToArray();
        return Gain.IsClear(losses[0], chosenBlind) ? tried[Best(losses, _ => true)] : present;
    }

    private static int Best(double[][] losses, Func<int, bool> counts) => Enumerable.Range(0, losses.Length)
        .MinBy(tried => losses[tried].Where((_, item) => counts(item)).Sum());
}
