namespace Scoring.Inference;

/// <summary>What items tell of the power of popularity.</summary>
/// <param name="Gradient">Slope of the log-likelihood.</param>
/// <param name="Information">Its curvature, were the truths known.</param>
/// <param name="Truths">Expected number of true values among the named.</param>
/// <param name="LogItemsOfTruths">Sum of the logarithms of the number of items on which these are named.</param>
internal readonly record struct PopularitySums(double Gradient, double Information, double Truths, double LogItemsOfTruths)
{
    public static PopularitySums operator +(PopularitySums one, PopularitySums other) =>
        new(one.Gradient + other.Gradient, one.Information + other.Information, one.Truths + other.Truths, one.LogItemsOfTruths + other.LogItemsOfTruths);
}
