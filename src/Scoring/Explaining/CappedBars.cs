namespace Scoring.Explaining;

/// <summary>Keeps the longest bars of a kind and sums up the others: else an item with many values would have as many as their square.</summary>
internal sealed class CappedBars
{
    private readonly Foremost<Bar, Bar.LongestFirst> foremost;
    private int others;
    private double othersNats;

    /// <param name="most">How many bars there may be.</param>
    public CappedBars(int most) => foremost = new(most, Leave);

    public void Add(Bar bar) => foremost.Add(bar);

    /// <summary>The longest of them, longest first; how many the others are, and what these give together, in nats.</summary>
    public (List<Bar> Longest, int Others, double OthersNats) Cut()
    {
        var longest = foremost.InOrder();
        if (others > 0)
        {
            // The bar of the others takes the place of the last.
            Leave(longest[^1]);
            longest.RemoveAt(longest.Count - 1);
        }

        return (longest, others, othersNats);
    }

    private void Leave(Bar bar) => (others, othersNats) = (others + 1, othersNats + bar.Nats);
}
