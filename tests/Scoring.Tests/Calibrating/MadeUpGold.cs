using Scoring.Calibrating;
using Scoring.Evaluating;

namespace Scoring.Tests.Calibrating;

/// <summary>Known answers drawn from a known truth about credibilities.</summary>
internal static class MadeUpGold
{
    /// <summary>Items whose credibilities are spread evenly in log-odds from −2 to 4, right as often as a map of the log-odds says.</summary>
    public static GoldItem[] Draw(int count, int seed, Func<double, double> trueLogOdds)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(item =>
        {
            var logOdds = -2 + (6 * random.NextDouble());
            return new GoldItem($"i{item}", Logistic.Probability(logOdds), random.NextDouble() < Logistic.Probability(trueLogOdds(logOdds)) ? 1 : 0);
        })];
    }
}
