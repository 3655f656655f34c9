namespace Scoring.Inference.Panel;

/// <summary>Majority vote: the credibility of a value is its share of the sources that speak on the item, each source counted once.</summary>
internal sealed class MajorityVote : IPanelMethod
{
    public string Name => "majority";

    public string Description => "majority vote: share of the sources that say so";

    public bool NeedsSharedLabels => false;

    /// <summary>Counts the votes of every item; an item without votes has none.</summary>
    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var credibility = new double[votes.ClaimCount];
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            double all = votes.FirstVote[last] - votes.FirstVote[first];
            for (var claim = first; claim < last; claim++)
            {
                credibility[claim] = all == 0 ? 0 : (votes.FirstVote[claim + 1] - votes.FirstVote[claim]) / all;
            }
        }

        return new Answer(credibility, new double[votes.ItemCount]);
    }
}
