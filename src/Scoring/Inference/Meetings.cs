namespace Scoring.Inference;

/// <summary>Whom one source meets on contested items, and how often they agree there; one source after another.</summary>
/// <param name="sources">Number of sources.</param>
internal sealed class Meetings(int sources)
{
    private readonly int[] alike = new int[sources];
    private readonly int[] apart = new int[sources];
    private readonly long[] lastSeen = new long[sources];
    private readonly List<int> met = [];
    private readonly Dictionary<(int Alike, int Apart), int> sorts = [];
    private long seen;

    /// <summary>What the source says of an item.</summary>
    public List<int> Said { get; } = [];

    /// <summary>Contested items on which it and another say the same.</summary>
    public int Alike(int other) => alike[other];

    /// <summary>Items on which they differ and a third speaks.</summary>
    public int Apart(int other) => apart[other];

    /// <summary>From here on everybody is new again.</summary>
    public void Next() => seen++;

    /// <summary>Whether another is new.</summary>
    public bool IsNew(int other)
    {
        var isNew = lastSeen[other] != seen;
        lastSeen[other] = seen;
        return isNew;
    }

    /// <summary>Adds a meeting, if the other is new.</summary>
    /// <param name="other">The other.</param>
    /// <param name="areAlike">Whether both say the same.</param>
    /// <param name="counts">Whether it tells anything.</param>
    public void Add(int other, bool areAlike, bool counts)
    {
        if (!IsNew(other) || !counts)
        {
            return;
        }

        if (alike[other] + apart[other] == 0)
        {
            met.Add(other);
        }

        (areAlike ? ref alike[other] : ref apart[other])++;
    }

    /// <summary>How many others there are of each sort: of so many items alike and so many apart.</summary>
    public Dictionary<(int Alike, int Apart), int> Sorts()
    {
        sorts.Clear();
        foreach (var other in met)
        {
            var sort = (alike[other], apart[other]);
            sorts[sort] = sorts.GetValueOrDefault(sort) + 1;
        }

        return sorts;
    }

    /// <summary>Makes room for the next source.</summary>
    public void Clear()
    {
        foreach (var other in met)
        {
            (alike[other], apart[other]) = (0, 0);
        }

        met.Clear();
    }
}
