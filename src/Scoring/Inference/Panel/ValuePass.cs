using Scoring.Kernels;

namespace Scoring.Inference.Panel;

/// <summary>Infers every item from votes that are right with a probability of their own, or else for any of the false values.</summary>
internal sealed class ValuePass
{
    private readonly Votes votes;
    private readonly double[] buffer;

    public ValuePass(Votes votes)
    {
        this.votes = votes;
        var most = 0;
        for (var item = 0; item < votes.ItemCount; item++)
        {
            most = Math.Max(most, votes.FirstClaim[item + 1] - votes.FirstClaim[item]);
        }

        buffer = new double[most];
        (Credibility, Unnamed) = (new double[votes.ClaimCount], new double[votes.ItemCount]);
    }

    /// <summary>Probability of each claim.</summary>
    public double[] Credibility { get; }

    /// <summary>Probability of each item that no named value is true.</summary>
    public double[] Unnamed { get; }

    /// <summary>Infers all items; every value of an item is as probable beforehand.</summary>
    /// <param name="ability">By source; times the ease of the item, the log-odds that a vote of it is right.</param>
    /// <param name="ease">By item; empty for 1.</param>
    /// <returns>The largest change of a credibility.</returns>
    /// <remarks>O(votes). No allocation.</remarks>
    public double Infer(ReadOnlySpan<double> ability, ReadOnlySpan<double> ease)
    {
        double change = 0;
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            var probability = buffer.AsSpan(0, last - first);
            var (factor, alternatives) = (ease.IsEmpty ? 1 : ease[item], Math.Log(ValueCounts.False(votes, item)));
            for (var claim = first; claim < last; claim++)
            {
                double sum = 0;
                for (var vote = votes.FirstVote[claim]; vote < votes.FirstVote[claim + 1]; vote++)
                {
                    sum += (ability[votes.Source[vote]] * factor) + alternatives;
                }

                probability[claim - first] = sum;
            }

            Unnamed[item] = OneCoinPass.Softmax(probability, Math.Log(ValueCounts.Unnamed(votes, item)));
            for (var claim = first; claim < last; claim++)
            {
                change = Math.Max(change, Math.Abs(probability[claim - first] - Credibility[claim]));
            }

            probability.CopyTo(Credibility.AsSpan(first));
        }

        return change;
    }
}
