namespace Scoring.Kernels;

/// <summary>What inexact answers tell of the scales of sources and of what nearness counts, summed by one thread.</summary>
/// <param name="sources">Number of sources.</param>
/// <remarks>In whole multiples of 1 / <see cref="OneCoinPass.FixedPointScale"/>, so that sums do not depend on the order of the terms.</remarks>
internal sealed class NumberTally(int sources)
{
    /// <summary>Peak of the Student-t density with 3 degrees of freedom: 2 / (π √3).</summary>
    private const double Peak = 0.36755259694786141;

    /// <summary>Length over which gross errors are strewn, in typical deviations.</summary>
    private const double Strewn = 30;

    /// <summary>Inexact but meant answers of each source.</summary>
    public long[] Inexact { get; } = new long[sources];

    /// <summary>Their squared distances in the source's scale, each weighed by how far the Student-t trusts it.</summary>
    public long[] Squares { get; } = new long[sources];

    /// <summary>Exact answers of each source, as far as somebody else names the same.</summary>
    public long[] Exact { get; } = new long[sources];

    /// <summary>Weight of answers that are neither exact nor near.</summary>
    public long Gross { get; private set; }

    /// <summary>How many of the answers that are not exact are taken to be meant, in (0, 1).</summary>
    public double ShareMeant { get; set; } = 0.5;

    public void Clear()
    {
        Array.Clear(Inexact);
        Array.Clear(Squares);
        Array.Clear(Exact);
        Gross = 0;
    }

    /// <summary>Odds that an answer beside the truth is a gross error rather than meant for it, where the Student-t density is at its peak.</summary>
    /// <param name="shareMeant">How many of the answers that are not exact are taken to be meant, in (0, 1).</param>
    /// <param name="scale">Scale of the source.</param>
    public static double GrossOdds(double shareMeant, double scale) => (1 - shareMeant) / Strewn * scale / (shareMeant * Peak);

    /// <summary>Probability that an answer beside the truth was meant for it rather than a gross error.</summary>
    /// <param name="kernel">The Student-t density over its peak.</param>
    /// <param name="scale">Scale of the source.</param>
    public double MeantProbability(double kernel, double scale) => kernel / (kernel + GrossOdds(ShareMeant, scale));

    /// <summary>Adds one assertion.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="weight">Its weight in full voices.</param>
    /// <param name="exact">Probability that it is exact.</param>
    /// <param name="inexact">Probability that it is inexact but meant.</param>
    /// <param name="squares">Squared distance then, in the source's scale and weighed.</param>
    public void Add(int source, double weight, double exact, double inexact, double squares)
    {
        Inexact[source] += Fixed(weight * inexact);
        Squares[source] += Fixed(weight * squares);
        Exact[source] += Fixed(weight * exact);
        Gross += Fixed(weight * Math.Max(0, 1 - exact - inexact));
    }

    private static long Fixed(double number) => (long)(number * OneCoinPass.FixedPointScale);
}
