using Scoring.Evaluating;

namespace Scoring.Calibrating;

/// <summary>
/// Beta calibration (Kull, Silva Filho and Flach 2017, doi:10.1214/17-EJS1338SI): log-odds a·ln p − b·ln(1 − p) + c. Can be
/// too sure at one end and not sure enough at the other. Targets are drawn in as Platt does, which the paper does not.
/// </summary>
/// <param name="A">At least 0.</param>
/// <param name="B">At least 0.</param>
/// <param name="C">In nats.</param>
internal sealed record BetaMap(double A, double B, double C) : ICredibilityMap
{
    public const string Name = "beta";

    public string Kind => Name;

    public double LogOdds(double logOdds) => (A * Logistic.LogProbability(logOdds)) - (B * Logistic.LogProbability(-logOdds)) + C;

    public static BetaMap Fit(IReadOnlyList<GoldItem> gold)
    {
        var fit = MonotoneLogistic.Fit(gold, logOdds => [Logistic.LogProbability(logOdds), -Logistic.LogProbability(-logOdds)], [1, 1]);
        return new BetaMap(fit[0], fit[1], fit[2]);
    }
}
