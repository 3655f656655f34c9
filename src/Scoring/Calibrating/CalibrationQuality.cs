using Scoring.Evaluating;

namespace Scoring.Calibrating;

/// <summary>How well the credibilities of the most credible values hold.</summary>
/// <param name="LogLoss">Mean log loss in nats of "the most credible value is right".</param>
/// <param name="Ece">Expected calibration error over ten bins of equal width, in [0, 1].</param>
public sealed record CalibrationQuality(double LogLoss, double Ece)
{
    internal static CalibrationQuality Of(GoldItem[] gold) =>
        new(gold.Average(Evaluator.LogLoss), ReliabilityBin.CalibrationError(ReliabilityBin.Of(gold)));
}
