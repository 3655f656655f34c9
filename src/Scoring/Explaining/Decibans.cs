namespace Scoring.Explaining;

/// <summary>Weights of evidence: ten times the common logarithm of odds (Good 1950).</summary>
internal static class Decibans
{
    private const double PerNat = 4.3429448190325175;

    /// <summary>Scores and bars are whole multiples of 1 / this: sums of them are exact in any order, as long as none on the way is beyond ± 8 million dB.</summary>
    private const double UnitsPerDb = 1L << 30;

    public static double FromNats(double nats) => nats * PerNat;

    public static double ToNats(double db) => db / PerNat;

    public static double ToProbability(double db) => 1 / (1 + Math.Exp(-ToNats(db)));

    /// <summary>The nearest weight that a score or a bar may have.</summary>
    public static double Rounded(double db) => (Math.Round(db * UnitsPerDb) / UnitsPerDb) + 0.0;
}
