namespace Scoring.Inference.Panel;

/// <summary>How many values an item can have.</summary>
internal static class ValueCounts
{
    /// <summary>Values of the shared label set that nobody named for the item; 0 where there is no such set.</summary>
    public static int Unnamed(Votes votes, int item) =>
        votes.LabelCount == 0 ? 0 : votes.LabelCount - (votes.FirstClaim[item + 1] - votes.FirstClaim[item]);

    /// <summary>Values that are false whichever is true, at least 1.</summary>
    public static int False(Votes votes, int item) =>
        Math.Max(1, votes.FirstClaim[item + 1] - votes.FirstClaim[item] + Unnamed(votes, item) - 1);
}
