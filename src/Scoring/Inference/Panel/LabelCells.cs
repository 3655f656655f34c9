namespace Scoring.Inference.Panel;

/// <summary>
/// The pairs of a source and a label that it ever named: the columns of the sources' confusion matrices that are not empty.
/// </summary>
/// <remarks>
/// A source that names few labels stores few columns, so that a table over cells grows with the votes and not with
/// sources × labels².
/// </remarks>
internal sealed class LabelCells
{
    /// <summary>First cell of each source, then the number of cells.</summary>
    public required int[] First { get; init; }

    /// <summary>Label of each cell; ascending within a source.</summary>
    public required int[] Label { get; init; }

    /// <summary>Cell of each vote.</summary>
    public required int[] OfVote { get; init; }

    public int Count => Label.Length;

    /// <summary>Finds the cells of votes on shared labels.</summary>
    /// <remarks>O(votes + sources × log labels).</remarks>
    public static LabelCells Of(Votes votes)
    {
        var (first, labels) = (new int[votes.SourceCount + 1], new List<int>());
        var ofEntry = new int[votes.VoteCount];
        for (var source = 0; source < votes.SourceCount; source++)
        {
            var (start, end) = (votes.FirstOfSource[source], votes.FirstOfSource[source + 1]);
            var named = new SortedSet<int>();
            for (var entry = start; entry < end; entry++)
            {
                named.Add(votes.LabelOfClaim[votes.ClaimOfSource[entry]]);
            }

            labels.AddRange(named);
            first[source + 1] = labels.Count;
            for (var entry = start; entry < end; entry++)
            {
                ofEntry[entry] = labels.BinarySearch(first[source], named.Count, votes.LabelOfClaim[votes.ClaimOfSource[entry]], comparer: null);
            }
        }

        // Claims ascend both in the votes and within a source, so that the next vote of a source is its next entry.
        var (next, ofVote) = (votes.FirstOfSource[..votes.SourceCount], new int[votes.VoteCount]);
        for (var vote = 0; vote < ofVote.Length; vote++)
        {
            ofVote[vote] = ofEntry[next[votes.Source[vote]]++];
        }

        return new LabelCells { First = first, Label = [.. labels], OfVote = ofVote };
    }
}
