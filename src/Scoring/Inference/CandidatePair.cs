namespace Scoring.Inference;

/// <summary>Two sources that share unlikely claims.</summary>
/// <param name="One">The source of lower index.</param>
/// <param name="Other">The other source.</param>
/// <param name="Shared">Sum of how unlikely each claim is to be right that both make; above 0.</param>
internal readonly record struct CandidatePair(int One, int Other, double Shared)
{
    /// <summary>In the order of the sources' indices.</summary>
    public static readonly Comparer<CandidatePair> BySources = Comparer<CandidatePair>.Create((x, y) => x.One != y.One ? x.One.CompareTo(y.One) : x.Other.CompareTo(y.Other));

    /// <summary>Those that share more come first, then those of lower index.</summary>
    public static readonly Comparer<CandidatePair> ByShared = Comparer<CandidatePair>.Create((x, y) => (-x.Shared, x.One, x.Other).CompareTo((-y.Shared, y.One, y.Other)));

    private const int DroppedBits = 44;

    /// <summary>Number of buckets.</summary>
    public const int Buckets = 1 << (63 - DroppedBits);

    /// <summary>Pairs of a higher bucket share more: exponent and first eight binary digits of what they share.</summary>
    public int Bucket => (int)(BitConverter.DoubleToInt64Bits(Shared) >> DroppedBits);
}
