namespace Scoring.Explaining;

/// <summary>Weights of evidence: ten times the common logarithm of odds (Good 1950).</summary>
internal static class Decibans
{
    private const double PerNat = 4.3429448190325175;

    public static double FromNats(double nats) => nats * PerNat;

    public static double ToNats(double db) => db / PerNat;

    public static double ToProbability(double db) => 1 / (1 + Math.Exp(-ToNats(db)));
}
