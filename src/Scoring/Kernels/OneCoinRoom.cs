using System.Numerics;

namespace Scoring.Kernels;

/// <summary>Room for a block of items in a pass of the one-coin model; one a thread.</summary>
internal sealed class OneCoinRoom
{
    private double[] logAlternatives = [];
    private double[] logUnnamed = [];
    private double[] exponents = [];
    private double[] weights = [];
    private double[] gifts = [];

    public Span<double> LogAlternatives => logAlternatives;

    public Span<double> LogUnnamed => logUnnamed;

    /// <summary>One entry a claim and one for each item's unnamed hypothesis.</summary>
    public Span<double> Exponents => exponents;

    /// <summary>One entry an assertion.</summary>
    public Span<double> Weights => weights;

    /// <summary>What each assertion gives its claim; one entry an assertion.</summary>
    public Span<double> Gifts => gifts;

    public void Fit(int items, int claims, int assertions)
    {
        Fit(ref logAlternatives, items);
        Fit(ref logUnnamed, items);
        Fit(ref exponents, claims + items + Vector<double>.Count);
        Fit(ref weights, assertions);
        Fit(ref gifts, assertions);
    }

    private static void Fit(ref double[] numbers, int count)
    {
        if (numbers.Length < count)
        {
            numbers = new double[Math.Max(count, 2 * numbers.Length)];
        }
    }
}
