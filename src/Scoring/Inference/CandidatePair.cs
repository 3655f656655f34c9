namespace Scoring.Inference;

/// <summary>Two sources that share unlikely claims.</summary>
/// <param name="One">The source of lower index.</param>
/// <param name="Other">The other source.</param>
/// <param name="Shared">Sum of how unlikely each claim is to be right that both make; above 0.</param>
internal readonly record struct CandidatePair(int One, int Other, double Shared)
{
    private const int DroppedBits = 44;

    /// <summary>In the order of the sources' indices.</summary>
    public static readonly Comparer<CandidatePair> BySources = Comparer<CandidatePair>.Create((x, y) => x.One != y.One ? x.One.CompareTo(y.One) : x.Other.CompareTo(y.Other));

    /// <summary>Those that share more come first, then those of lower index.</summary>
    private static readonly Comparer<CandidatePair> ByShared = Comparer<CandidatePair>.Create((x, y) => (-x.Shared, x.One, x.Other).CompareTo((-y.Shared, y.One, y.Other)));

    /// <summary>Pairs of a higher bucket share more: exponent and first eight binary digits of what they share.</summary>
    private int Bucket => (int)(BitConverter.DoubleToInt64Bits(Shared) >> DroppedBits);

    /// <summary>Of pairs in any order those that share most, as many as cost no more than may be spent; their order stays.</summary>
    /// <param name="pairs">Lists of pairs, one behind the other.</param>
    /// <param name="cost">What looking at a pair costs.</param>
    /// <param name="most">What may be spent: the costs that are taken sum up to less.</param>
    /// <remarks>O(pairs): sorted are only those about which it depends on their order.</remarks>
    public static List<CandidatePair> Foremost(List<CandidatePair>[] pairs, Func<CandidatePair, int> cost, long most)
    {
        var costOfBucket = new long[1 << (63 - DroppedBits)];
        foreach (var part in pairs)
        {
            foreach (var pair in part)
            {
                costOfBucket[pair.Bucket] += cost(pair);
            }
        }

        var last = costOfBucket.Length - 1;
        for (; last >= 0 && most > costOfBucket[last]; last--)
        {
            most -= costOfBucket[last];
        }

        CandidatePair[] ofLast = [.. pairs.SelectMany(part => part).Where(pair => pair.Bucket == last).Order(ByShared).TakeWhile(pair => (most -= cost(pair)) > 0)];
        return [.. pairs.SelectMany(part => part).Where(pair => pair.Bucket > last || (pair.Bucket == last && ofLast.Length > 0 && ByShared.Compare(pair, ofLast[^1]) <= 0))];
    }
}
