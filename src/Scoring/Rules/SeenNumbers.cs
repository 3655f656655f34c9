namespace Scoring.Rules;

/// <summary>Tells which numbers came before: mostly a few, which a look along them finds sooner than a table would.</summary>
internal sealed class SeenNumbers
{
    private const int Few = 32;

    private readonly int[] few = new int[Few];
    private HashSet<int> many = [];
    private int count;

    public void Clear()
    {
        count = 0;
        if (many.Count > 0)
        {
            // Once large it would take long to clear ever after.
            many = [];
        }
    }

    /// <summary>Takes note of a number.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(int number)
    {
        if (few.AsSpan(0, count).Contains(number))
        {
            return false;
        }

        if (count == Few)
        {
            return many.Add(number);
        }

        few[count++] = number;
        return true;
    }
}
