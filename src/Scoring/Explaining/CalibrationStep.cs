using System.Globalization;
using Scoring.Calibrating;

namespace Scoring.Explaining;

/// <summary>The bar that calibration adds to a breakdown.</summary>
internal static class CalibrationStep
{
    /// <summary>The bars with one more that leads from their sum to the calibrated score.</summary>
    /// <param name="steps">The bars before calibration; at least one.</param>
    /// <param name="scoreDb">The calibrated score in decibans.</param>
    /// <param name="calibration">The calibration.</param>
    public static IReadOnlyList<BreakdownStep> Append(IReadOnlyList<BreakdownStep> steps, double scoreDb, Calibration calibration)
    {
        var last = steps[^1];
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{calibration.Origin}: the most credible value is put at how often such values were right, the others share what it leaves; {last.CredibilityAfter:0.00} becomes {Decibans.ToProbability(scoreDb):0.00}");
        return [.. steps, new BreakdownStep(Factor.Calibration, null, scoreDb - last.CumulativeDb, scoreDb, detail)];
    }
}
