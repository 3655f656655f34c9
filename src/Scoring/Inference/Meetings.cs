namespace Scoring.Inference;

/// <summary>Whom one source meets on contested items, and how often they agree there; one source after another.</summary>
/// <param name="sources">Number of sources.</param>
internal sealed class Meetings(int sources)
{
    /// <summary>Nearly all meet less often than this, which is counted without looking up each.</summary>
    private const int Few = 16;

    private readonly int[] few = new int[Few * Few];
    private readonly Cell[] cells = new Cell[sources];
    private readonly List<int> met = [];
    private readonly Dictionary<(int Alike, int Apart), int> sorts = [];
    private long seen;

    /// <summary>What the source says of an item.</summary>
    public List<int> Said { get; } = [];

    /// <summary>On how many contested items it and another say the same, and on how many they differ and a third speaks.</summary>
    public (int Alike, int Apart) With(int other) => (cells[other].Alike, cells[other].Apart);

    /// <summary>From here on everybody is new again.</summary>
    public void Next() => seen++;

    /// <summary>Whether another is new.</summary>
    public bool IsNew(int other)
    {
        ref var cell = ref cells[other];
        var isNew = cell.LastSeen != seen;
        cell.LastSeen = seen;
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

        ref var cell = ref cells[other];
        if (cell.Alike + cell.Apart == 0)
        {
            met.Add(other);
        }

        (areAlike ? ref cell.Alike : ref cell.Apart)++;
    }

    /// <summary>How many others there are of each sort: of so many items alike and so many apart.</summary>
    public Dictionary<(int Alike, int Apart), int> Sorts()
    {
        sorts.Clear();
        foreach (var other in met)
        {
            var (ofAlike, ofApart) = With(other);
            if (ofAlike < Few && ofApart < Few)
            {
                few[(ofAlike * Few) + ofApart]++;
            }
            else
            {
                sorts[(ofAlike, ofApart)] = sorts.GetValueOrDefault((ofAlike, ofApart)) + 1;
            }
        }

        for (var sort = 0; sort < few.Length; sort++)
        {
            if (few[sort] > 0)
            {
                (sorts[(sort / Few, sort % Few)], few[sort]) = (few[sort], 0);
            }
        }

        return sorts;
    }

    /// <summary>Makes room for the next source.</summary>
    public void Clear()
    {
        foreach (var other in met)
        {
            (cells[other].Alike, cells[other].Apart) = (0, 0);
        }

        met.Clear();
    }

    /// <summary>All of another stands together, since others are met in no order.</summary>
    private struct Cell
    {
        public long LastSeen;
        public int Alike;
        public int Apart;
    }
}
