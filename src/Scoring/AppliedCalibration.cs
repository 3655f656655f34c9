using System.Globalization;
using Scoring.Calibrating;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring;

/// <summary>Puts a calibration in force.</summary>
internal static class AppliedCalibration
{
    /// <summary>The rules with the calibration's correlation of unrelated voices in place of their own.</summary>
    /// <param name="calibration">The calibration, if there is one.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="rulesText">Their text.</param>
    /// <param name="model">The model that is to score.</param>
    /// <param name="place">Where in its file the calibration names its model.</param>
    /// <param name="warnings">Receives what a user should know.</param>
    /// <exception cref="BadDataException">It is another model's.</exception>
    public static RuleSet Of(Calibration? calibration, RuleSet rules, string rulesText, string model, BadRow? place, List<string> warnings)
    {
        if (calibration is null)
        {
            return rules;
        }

        if (calibration.Model != model)
        {
            throw new BadDataException([place! with { Expected = $"one of '{model}', which scores here" }]);
        }

        warnings.AddRange(calibration.Misfits(ScoringResult.EngineVersion, ScoringResult.RulesSha256(rulesText)));
        return calibration.UnrelatedCorrelation == rules.Independence.Unrelated.Correlation ? rules : rules.WithUnrelated(new CorrelationRule(
            calibration.UnrelatedCorrelation,
            string.Create(CultureInfo.InvariantCulture, $"Calibrated on {calibration.GoldItems:#,0} known answers; {rules.Independence.Unrelated.Correlation:0.##} by the rules.")));
    }
}
