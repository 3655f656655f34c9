using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>A Beta distribution of a reliability.</summary>
/// <param name="A">Right assertions, prior included; above 0.</param>
/// <param name="B">Wrong assertions, prior included; above 0.</param>
internal readonly record struct BetaDistribution(double A, double B)
{
    public double Mean => A / (A + B);

    /// <summary>E[ln p] and E[ln(1 − p)].</summary>
    public (double Log, double LogComplement) MeanLogs
    {
        get
        {
            var total = Polygamma.Digamma(A + B);
            return (Polygamma.Digamma(A) - total, Polygamma.Digamma(B) - total);
        }
    }

    /// <summary>The weight of one assertion in nats: the log-odds of its being right.</summary>
    public double Discrimination => Math.Log(A / B);

    /// <summary>Variance of ln p − ln(1 − p).</summary>
    public double LogOddsVariance => Polygamma.Trigamma(A) + Polygamma.Trigamma(B);

    /// <summary>The distribution of a mean and a strength; of extreme ones the nearest that can be reckoned with.</summary>
    public static BetaDistribution FromMean(double mean, double strength) => new(Parameter(mean * strength), Parameter((1 - mean) * strength));

    private static double Parameter(double number) => Math.Clamp(number, 1e-6, 1e12);

    /// <summary>With what is remembered of a source.</summary>
    public BetaDistribution And(Remembered? memory, int source) => memory is null ? this : new(A + memory.Hits[source], B + memory.Misses[source]);

    /// <summary>Without what is remembered of a source, which must be in it.</summary>
    public BetaDistribution Without(Remembered? memory, int source) => memory is null ? this : new(A - memory.Hits[source], B - memory.Misses[source]);

    /// <summary>The value below which the given share of the distribution lies.</summary>
    public double Quantile(double share) => BetaQuantile.Of(A, B, share);
}
