using Scoring.Kernels;

namespace Scoring.Inference.Panel;

/// <summary>The digamma function ψ of a Dirichlet prior plus a count that is mostly next to nothing.</summary>
/// <remarks>
/// A source names few labels and an item has few probable states: below a count of 1e-5, ψ is its value and slope at the prior,
/// which is right to 2e-10 for priors from 1 and costs a multiplication.
/// </remarks>
/// <param name="prior">At least 1.</param>
internal readonly struct ShiftedDigamma(double prior)
{
    private const double Small = 1e-5;

    private readonly double atPrior = Polygamma.Digamma(prior);
    private readonly double slope = Polygamma.Trigamma(prior);

    /// <summary>ψ(prior + count).</summary>
    /// <param name="count">At least 0.</param>
    public double Of(double count) => count < Small ? atPrior + (slope * count) : Polygamma.Digamma(prior + count);
}
