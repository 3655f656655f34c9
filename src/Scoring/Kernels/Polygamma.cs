namespace Scoring.Kernels;

/// <summary>Derivatives of the logarithm of the gamma function that the numerics package lacks.</summary>
internal static class Polygamma
{
    private static readonly double[] Bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6];

    /// <summary>The trigamma function ψ₁(x), the variance of the logarithm of a gamma variable of shape x.</summary>
    /// <param name="x">Above 0.</param>
    /// <returns>ψ₁(x), relative error below 1e-13.</returns>
    /// <remarks>Recurrence up to 10, then the asymptotic series (Abramowitz and Stegun 1964, 6.4.6 and 6.4.12).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not above 0.</exception>
    public static double Trigamma(double x)
    {
        if (!(x > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "must be above 0");
        }

        double shifted = 0;
        for (; x < 10; x++)
        {
            shifted += 1 / (x * x);
        }

        var r = 1 / (x * x);
        double series = 0;
        for (var k = Bernoulli.Length - 1; k >= 0; k--)
        {
            series = r * (Bernoulli[k] + series);
        }

        return shifted + ((1 + series) / x) + (r / 2);
    }
}
