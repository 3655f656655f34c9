using Scoring.Evaluating;

namespace Scoring.Calibrating;

/// <summary>What known answers teach: a correlation of unrelated voices, then a map.</summary>
/// <param name="Correlation">The correlation.</param>
/// <param name="Map">The map, fitted on credibilities under that correlation.</param>
/// <param name="GoldItems">Items it was fitted on.</param>
/// <param name="Before">Quality before, cross-validated as nothing was fitted.</param>
/// <param name="After">Quality of the map on items it was not fitted on.</param>
internal sealed record CalibrationFit(
    double Correlation, ICredibilityMap Map, int GoldItems, CalibrationQuality Before, CalibrationQuality After)
{
    /// <summary>Fits both.</summary>
    /// <param name="present">The correlation in force.</param>
    /// <param name="goldAt">The known answers as scored blind under a correlation; the same items in the same order each time.</param>
    /// <returns><see langword="null"/> if there are fewer than twenty of them.</returns>
    public static CalibrationFit? Of(double present, Func<double, GoldItem[]> goldAt)
    {
        var before = goldAt(present);
        if (before.Length < MapChoice.LeastItems)
        {
            return null;
        }

        var correlation = CorrelationChoice.Of(present, goldAt);
        var choice = MapChoice.Of(goldAt(correlation));
        return new CalibrationFit(correlation, choice.Map, before.Length, CalibrationQuality.Of(before), CalibrationQuality.Of(choice.CrossValidated));
    }
}
