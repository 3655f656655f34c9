namespace Scoring.Inference;

/// <summary>Squared extrapolation of a fixed-point iteration (Varadhan and Roland 2008, doi:10.1111/j.1467-9469.2007.00585.x, scheme S3).</summary>
/// <remarks>The caller fills <see cref="Once"/> from <see cref="From"/> and <see cref="Twice"/> from <see cref="Once"/>, extrapolates, fills <see cref="AfterAhead"/> from <see cref="Ahead"/>, and lets choose. The fixed point stays the same.</remarks>
internal sealed class Squarem(int length)
{
    private const double StepGrowth = 4;

    private double longest = StepGrowth;
    private double step;

    /// <summary>Where the cycle starts.</summary>
    public double[] From { get; } = new double[length];

    public double[] Once { get; } = new double[length];

    public double[] Twice { get; } = new double[length];

    /// <summary>Where the first two steps point to.</summary>
    public double[] Ahead { get; } = new double[length];

    public double[] AfterAhead { get; } = new double[length];

    /// <summary>Fills <see cref="Ahead"/>.</summary>
    /// <param name="project">Moves a state to the nearest possible one.</param>
    public void Extrapolate(Action<double[]> project)
    {
        var (first, second) = (0.0, 0.0);
        for (var i = 0; i < length; i++)
        {
            var (r, v) = (Once[i] - From[i], Twice[i] - (2 * Once[i]) + From[i]);
            first += r * r;
            second += v * v;
        }

        step = second > 0 ? Math.Clamp(Math.Sqrt(first / second), 1, longest) : 1;
        for (var i = 0; i < length; i++)
        {
            var (r, v) = (Once[i] - From[i], Twice[i] - (2 * Once[i]) + From[i]);
            Ahead[i] = From[i] + (2 * step * r) + (step * step * v);
        }

        project(Ahead);
    }

    /// <summary>Starts the next cycle after the plain steps.</summary>
    public void GoOn() => Twice.CopyTo(From, 0);

    /// <summary>Starts the next cycle after the extrapolation, or after the plain steps where it went astray.</summary>
    public void Choose()
    {
        var isGood = Distance(AfterAhead, Ahead) <= Distance(Twice, Once);
        (isGood ? AfterAhead : Twice).CopyTo(From, 0);
        longest = !isGood ? Math.Max(1, longest / StepGrowth) : step >= longest ? longest * StepGrowth : longest;
        longest = Math.Max(longest, StepGrowth / 2);
    }

    private static double Distance(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }

        return sum;
    }
}
