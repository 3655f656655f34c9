namespace Scoring.Explaining;

/// <summary>Counts findings by kind, and tells which are kept.</summary>
/// <param name="mostOfEach">How many of each kind to keep.</param>
/// <param name="isOfItems">Whether items that have one are kept, rather than findings.</param>
internal sealed class FindingTally(int mostOfEach, bool isOfItems)
{
    /// <summary>Number of kinds of findings.</summary>
    public static int Kinds { get; } = Enum.GetValues<FindingKind>().Length;

    /// <summary>Number of findings of each kind.</summary>
    public int[] Counts { get; } = new int[Kinds];

    /// <summary>The first items that have a finding of each kind; empty where findings are kept.</summary>
    public List<int>[] Items { get; } = isOfItems ? [.. Enumerable.Range(0, Kinds).Select(_ => new List<int>())] : [];

    /// <summary>Counts one more finding.</summary>
    /// <returns>Whether it is to be kept.</returns>
    public bool Count(FindingKind kind, int item)
    {
        var before = Counts[(int)kind]++;
        if (!isOfItems)
        {
            return before < mostOfEach;
        }

        var ofKind = Items[(int)kind];
        if (ofKind.Count < mostOfEach && (ofKind.Count == 0 || ofKind[^1] != item))
        {
            ofKind.Add(item);
        }

        return false;
    }
}
