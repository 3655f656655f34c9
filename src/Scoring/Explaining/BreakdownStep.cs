namespace Scoring.Explaining;

/// <summary>One bar of a breakdown. The bars of a claim add up to its score.</summary>
/// <param name="Factor">What the bar stands for.</param>
/// <param name="Source">Whose assertion it belongs to; <see langword="null"/> for the claim as a whole.</param>
/// <param name="WeightDb">The bar, in decibans.</param>
/// <param name="CumulativeDb">The sum up to and including the bar, in decibans.</param>
/// <param name="Detail">Why, in words.</param>
public sealed record BreakdownStep(Factor Factor, string? Source, double WeightDb, double CumulativeDb, string Detail)
{
    /// <summary>The credibility that the sum so far stands for, in (0, 1).</summary>
    public double CredibilityAfter => Decibans.ToProbability(CumulativeDb);
}
