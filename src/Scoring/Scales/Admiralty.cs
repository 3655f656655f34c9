namespace Scoring.Scales;

/// <summary>Derives Admiralty letters and numbers (STANAG 2511) from what the engine knows.</summary>
/// <remarks>No standard maps a letter or a number to a probability: the bands are this engine's own convention.</remarks>
public static class Admiralty
{
    private const double Confirmed = 0.90;
    private const double ProbablyTrue = 0.70;
    private const double PossiblyTrue = 0.40;
    private const double Doubtful = 0.15;
    private const int ProvenIndependence = 2;

    /// <summary>The number of a claim. 1 needs two independent origins, 5 somebody who contradicts; 6 is for want of a basis.</summary>
    /// <param name="credibility">Probability that the claim is true, in [0, 1]; <see cref="double.NaN"/> where there is none.</param>
    /// <param name="supportingOrigins">Independent origins that support it, at least 0: origins, not reports.</param>
    /// <param name="contradictingOrigins">Independent origins that deny it or support a rival, at least 0.</param>
    /// <returns>
    /// From 0.90 up: 1 with two supporting origins (a minority may contradict), else 2; from 0.70: 2; from 0.40: 3;
    /// from 0.15, or where nobody contradicts: 4; below: 5. Without a probability or an origin: 6.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static AdmiraltyCredibility Credibility(double credibility, int supportingOrigins, int contradictingOrigins)
    {
        ThrowIfNeitherProbabilityNorNaN(credibility, nameof(credibility));
        ArgumentOutOfRangeException.ThrowIfNegative(supportingOrigins);
        ArgumentOutOfRangeException.ThrowIfNegative(contradictingOrigins);
        return double.IsNaN(credibility) || (supportingOrigins == 0 && contradictingOrigins == 0)
            ? AdmiraltyCredibility.CannotBeJudged
            : OfJudged(credibility, supportingOrigins, contradictingOrigins);
    }

    /// <summary>The number of a claim that something else than an origin of its own may bear out, as related claims do.</summary>
    internal static AdmiraltyCredibility OfJudged(double credibility, int supportingOrigins, int contradictingOrigins) => credibility switch
    {
        >= Confirmed when supportingOrigins >= ProvenIndependence => AdmiraltyCredibility.Confirmed,
        >= ProbablyTrue => AdmiraltyCredibility.ProbablyTrue,
        >= PossiblyTrue => AdmiraltyCredibility.PossiblyTrue,
        >= Doubtful => AdmiraltyCredibility.Doubtful,
        _ => contradictingOrigins == 0 ? AdmiraltyCredibility.Doubtful : AdmiraltyCredibility.Improbable,
    };

    /// <summary>The letter of a source by its record. F is never a middling number but no number.</summary>
    /// <param name="reliability">Probability that what it says is right, in [0, 1]; <see cref="double.NaN"/> where there is none.</param>
    /// <param name="used">Whether it was used before; if not, it cannot be judged.</param>
    /// <returns>From 0.90: A; 0.75: B; 0.55: C; 0.30: D; below: E; without a record: F.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The reliability is out of range.</exception>
    public static AdmiraltyReliability Reliability(double reliability, bool used)
    {
        ThrowIfNeitherProbabilityNorNaN(reliability, nameof(reliability));
        return reliability switch
        {
            double.NaN => AdmiraltyReliability.F,
            _ when !used => AdmiraltyReliability.F,
            >= 0.90 => AdmiraltyReliability.A,
            >= 0.75 => AdmiraltyReliability.B,
            >= 0.55 => AdmiraltyReliability.C,
            >= 0.30 => AdmiraltyReliability.D,
            _ => AdmiraltyReliability.E,
        };
    }

    /// <summary>The words of a letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such letter.</exception>
    public static string Describe(AdmiraltyReliability letter) => letter switch
    {
        AdmiraltyReliability.A => "completely reliable",
        AdmiraltyReliability.B => "usually reliable",
        AdmiraltyReliability.C => "fairly reliable",
        AdmiraltyReliability.D => "not usually reliable",
        AdmiraltyReliability.E => "unreliable",
        AdmiraltyReliability.F => "cannot be judged",
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "must be A to F"),
    };

    /// <summary>The words of a number.</summary>
    /// <param name="number">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such number.</exception>
    public static string Describe(AdmiraltyCredibility number) => number switch
    {
        AdmiraltyCredibility.Confirmed => "confirmed",
        AdmiraltyCredibility.ProbablyTrue => "probably true",
        AdmiraltyCredibility.PossiblyTrue => "possibly true",
        AdmiraltyCredibility.Doubtful => "doubtful",
        AdmiraltyCredibility.Improbable => "improbable",
        AdmiraltyCredibility.CannotBeJudged => "cannot be judged",
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "must be 1 to 6"),
    };

    private static void ThrowIfNeitherProbabilityNorNaN(double value, string name)
    {
        if (!double.IsNaN(value))
        {
            Probability.ThrowIfNone(value, name);
        }
    }
}
