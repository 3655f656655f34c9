using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Scoring.Kernels;

/// <summary>Quantiles of Beta distributions.</summary>
/// <remarks>
/// On the scale of the log-odds a Beta distribution is nearly normal, with mean ψ(a) − ψ(b) and variance ψ₁(a) + ψ₁(b). From the quantile of that
/// normal distribution Halley's method (1694), whose error is cubed at each step, needs about three evaluations of the
/// incomplete beta function, where the numerics package brackets the root with about ten.
/// </remarks>
internal static class BetaQuantile
{
    private const int MostSteps = 20;

    /// <summary>Below this shape the log-odds are too skewed: the package then finds the root.</summary>
    private const double LeastShape = 0.5;

    /// <summary>A last step of so many standard deviations leaves an error of its cube.</summary>
    private const double LastStep = 1e-5;

    /// <summary>The value below which the given share of a Beta distribution lies.</summary>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <param name="share">In (0, 1).</param>
    /// <returns>The quantile in [0, 1], absolute error below 1e-10.</returns>
    public static double Of(double a, double b, double share)
    {
        if (!(a >= LeastShape && b >= LeastShape))
        {
            return Beta.InvCDF(a, b, share);
        }

        var deviation = Math.Sqrt(Polygamma.Trigamma(a) + Polygamma.Trigamma(b));
        var logOdds = Polygamma.Digamma(a) - Polygamma.Digamma(b) + (deviation * Normal.InvCDF(0, 1, share));
        var logBeta = SpecialFunctions.BetaLn(a, b);
        for (var steps = 0; steps < MostSteps && double.IsFinite(logOdds); steps++)
        {
            var x = 1 / (1 + Math.Exp(-logOdds));
            var density = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - logBeta);
            var newton = (SpecialFunctions.BetaRegularized(a, b, x) - share) / density;
            var step = newton / (1 - (newton * (a - ((a + b) * x)) / 2));
            logOdds -= step;
            if (Math.Abs(step) < LastStep * deviation)
            {
                return 1 / (1 + Math.Exp(-logOdds));
            }
        }

        return Beta.InvCDF(a, b, share);
    }
}
