using Scoring.Kernels;

namespace Scoring.Inference;

/// <summary>Sums over the posteriors of a type's sources from which its prior is learnt: expected logarithms and their derivatives.</summary>
internal record struct TypeSums
{
    /// <summary>Longest step in ln α and ln β.</summary>
    private const double LongestStep = 2;

    private double slopeA;
    private double slopeB;
    private double slopeTotal;

    /// <summary>Number of sources, some of them in part.</summary>
    public double Count { get; private set; }

    /// <summary>Sum of E[ln p].</summary>
    public double Log { get; private set; }

    /// <summary>Sum of E[ln(1 − p)].</summary>
    public double LogComplement { get; private set; }

    /// <summary>The sums of a type over all parts, in their order.</summary>
    public static TypeSums Total(TypeSums[][] parts, int type)
    {
        var total = default(TypeSums);
        foreach (var part in parts)
        {
            total.Add(part[type]);
        }

        return total;
    }

    /// <summary>Adds a source.</summary>
    /// <param name="posterior">Its reliability.</param>
    /// <param name="count">As how many sources it counts.</param>
    public void Add(BetaDistribution posterior, double count)
    {
        var total = Polygamma.Digamma(posterior.A + posterior.B);
        Count += count;
        Log += count * (Polygamma.Digamma(posterior.A) - total);
        LogComplement += count * (Polygamma.Digamma(posterior.B) - total);
        slopeA += count * Polygamma.Trigamma(posterior.A);
        slopeB += count * Polygamma.Trigamma(posterior.B);
        slopeTotal += count * Polygamma.Trigamma(posterior.A + posterior.B);
    }

    /// <summary>The Newton step of ln α and ln β towards a maximum of the mean likelihood; where it is not concave, of a surface bent until it is; at most 2 in each.</summary>
    /// <param name="prior">The prior by which the posteriors were reckoned.</param>
    /// <param name="count">Number of sources, those that the hyper-prior stands for included.</param>
    /// <param name="meanLog">Mean of E[ln p] over all of those.</param>
    /// <param name="meanLogComplement">Mean of E[ln(1 − p)] over all of those.</param>
    public readonly (double LogA, double LogB) NewtonStep(BetaDistribution prior, double count, double meanLog, double meanLogComplement)
    {
        var (log, logComplement) = prior.MeanLogs;
        var (gradientA, gradientB) = (prior.A * (meanLog - log), prior.B * (meanLogComplement - logComplement));
        var ofTotal = Polygamma.Trigamma(prior.A + prior.B) - (slopeTotal / count);
        var curveA = (prior.A * prior.A * ((slopeA / count) - Polygamma.Trigamma(prior.A) + ofTotal)) + gradientA;
        var curveB = (prior.B * prior.B * ((slopeB / count) - Polygamma.Trigamma(prior.B) + ofTotal)) + gradientB;
        var curveBoth = prior.A * prior.B * ofTotal;
        var highest = ((curveA + curveB) / 2) + double.Hypot((curveA - curveB) / 2, curveBoth);
        if (highest >= 0)
        {
            var bent = highest + double.Hypot(gradientA, gradientB);
            (curveA, curveB) = (curveA - bent, curveB - bent);
        }

        var determinant = (curveA * curveB) - (curveBoth * curveBoth);
        if (!(determinant > 0))
        {
            return (0, 0); // So flat that rounding is all there is.
        }

        var (stepA, stepB) = (
            ((curveBoth * gradientB) - (curveB * gradientA)) / determinant,
            ((curveBoth * gradientA) - (curveA * gradientB)) / determinant);
        var shorter = Math.Min(1, LongestStep / Math.Max(Math.Abs(stepA), Math.Abs(stepB)));
        return (stepA * shorter, stepB * shorter);
    }

    private void Add(TypeSums other)
    {
        Count += other.Count;
        Log += other.Log;
        LogComplement += other.LogComplement;
        slopeA += other.slopeA;
        slopeB += other.slopeB;
        slopeTotal += other.slopeTotal;
    }
}
