using MathNet.Numerics;

namespace Scoring.Kernels;

/// <summary>Derivatives of the logarithm of the gamma function that the numerics package lacks or has slower.</summary>
internal static class Polygamma
{
    private static readonly double[] Bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6];

    /// <summary>The digamma function ψ(x), the mean of the logarithm of a gamma variable of shape x.</summary>
    /// <param name="x">Above 0; not checked, since it is for inner loops.</param>
    /// <returns>ψ(x), absolute error below 1e-11 for x from 0.01.</returns>
    /// <remarks>Recurrence up to 6, then the asymptotic series (Abramowitz and Stegun 1964, 6.3.5 and 6.3.18).</remarks>
    public static double Digamma(double x)
    {
        double shifted = 0;
        for (; x < 6; x++)
        {
            shifted += 1 / x;
        }

        var r = 1 / (x * x);
        var series = 691.0 / 32760;
        series = (1.0 / 132) - (r * series);
        series = (1.0 / 240) - (r * series);
        series = (1.0 / 252) - (r * series);
        series = (1.0 / 120) - (r * series);
        series = r * ((1.0 / 12) - (r * series));
        return Math.Log(x) - (0.5 / x) - series - shifted;
    }

    /// <summary>The x above 0 of which ψ(x) is the given number.</summary>
    /// <param name="y">ψ(x).</param>
    /// <returns>x, relative error below 1e-10 for x from 0.01.</returns>
    /// <remarks>Newton's method from the start of Minka (2000, Estimating a Dirichlet distribution, appendix C), which five steps take to 14 digits.</remarks>
    public static double InverseDigamma(double y)
    {
        const int steps = 5;
        const double nearZero = -2.22;
        var x = y >= nearZero ? Math.Exp(y) + 0.5 : -1 / (y + Constants.EulerMascheroni);
        for (var step = 0; step < steps; step++)
        {
            x -= (Digamma(x) - y) / Trigamma(x);
        }

        return x;
    }

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
