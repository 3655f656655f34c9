using Scoring.Evaluating;

namespace Scoring.Calibrating;

/// <summary>A straight line in log-odds (Platt 1999, "Probabilistic outputs for support vector machines").</summary>
/// <param name="Slope">At least 0; below 1 the credibilities are too sure, above not sure enough.</param>
/// <param name="Intercept">In nats.</param>
internal sealed record PlattMap(double Slope, double Intercept) : ICredibilityMap
{
    public const string Name = "platt";

    public string Kind => Name;

    public double LogOdds(double logOdds) => (Slope * logOdds) + Intercept;

    /// <summary>Fits the line to known answers, right and wrong ones drawn in a little as Platt does.</summary>
    public static PlattMap Fit(IReadOnlyList<GoldItem> gold)
    {
        var fit = MonotoneLogistic.Fit(gold, logOdds => [logOdds], [1]);
        return new PlattMap(fit[0], fit[1]);
    }
}
