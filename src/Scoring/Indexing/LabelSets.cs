using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>The kinds of questions of a corpus that have a small label set each, and of which kind each item is.</summary>
internal sealed class LabelSets
{
    private readonly LabelSet[] sets;
    private readonly Column<sbyte> setOfItem;

    private LabelSets(LabelSet[] sets, Column<sbyte> setOfItem) => (this.sets, this.setOfItem) = (sets, setOfItem);

    /// <summary>No item shares labels with others.</summary>
    public static LabelSets None { get; } = new([], []);

    /// <summary>One set for all items.</summary>
    public static LabelSets OfAll(LabelSet set) => new([set], []);

    /// <summary>A set for some items each.</summary>
    /// <param name="sets">The sets, at most 127.</param>
    /// <param name="setOfItem">Place of the set of each item; −1 for those of none.</param>
    public static LabelSets OfSome(LabelSet[] sets, Column<sbyte> setOfItem) => new(sets, setOfItem);

    public IReadOnlyList<LabelSet> Sets => sets;

    /// <summary>The set from which all items draw, if there is one.</summary>
    public LabelSet? All => sets.Length == 1 && setOfItem.Length == 0 ? sets[0] : null;

    /// <summary>Place of the set of an item among the sets; −1 if it has none.</summary>
    public int PlaceOf(int item) => setOfItem.Length > 0 ? setOfItem[item] : sets.Length - 1;

    /// <summary>The set of an item, if it has one.</summary>
    public LabelSet? Of(int item) => PlaceOf(item) is var set and >= 0 ? sets[set] : null;

    /// <summary>Gives its memory back: nobody may ask for the set of an item afterwards.</summary>
    public void Release() => setOfItem.Release();
}
