using Scoring.Calibrating;
using Scoring.Reading;

namespace Scoring.Tests.Calibrating;

/// <summary>Calibration files to score with.</summary>
internal static class CalibrationFiles
{
    /// <summary>Writes a calibration with a map for the model of this engine and the default rules.</summary>
    public static string Write(ICredibilityMap map, double correlation = 0.3)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");
        var run = CredibilityScorer.Score([new Assertion("i", "s")]).Run;
        new Calibration
        {
            Engine = run.Version,
            Model = run.Model,
            RulesName = run.RulesName,
            RulesVersion = run.RulesVersion,
            RulesSha256 = ScoringResult.RulesSha256(run.RulesText),
            UnrelatedCorrelation = correlation,
            GoldItems = 812,
            Before = new CalibrationQuality(0.4, 0.1),
            After = new CalibrationQuality(0.3, 0.02),
            CredibilityMap = map,
        }.Write(path);
        return path;
    }

    /// <summary>One of three maps for a random corpus.</summary>
    public static ICredibilityMap Draw(int seed) => (seed % 3) switch
    {
        0 => new PlattMap(0.5, -0.3),
        1 => new BetaMap(1.7, 0.4, 0.2),
        _ => new IsotonicMap([0.3, 0.5, 0.8], [0.35, 0.4, 0.9]),
    };
}
