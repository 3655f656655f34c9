using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>
/// The assertions of a corpus in columns that never change: items ⊃ claims ⊃ assertions in compressed sparse rows.
/// Ids are in ordinal order and rows in an order fixed by their content, so that nothing depends on the order of the input.
/// </summary>
internal sealed class Corpus
{
    private ItemBlock[]? blocks;

    /// <summary>Tells its claims from those of every other corpus, also when it is gone.</summary>
    public object Mark { get; } = new();

    /// <summary>Where the columns lie, and those that are made of them.</summary>
    public required ColumnStore Store { get; init; }

    /// <summary>Item ids, ordinal ascending; length <see cref="ItemCount"/>.</summary>
    public required TextColumn Items { get; init; }

    /// <summary>Source ids, ordinal ascending: all that assert, are relayed or are declared.</summary>
    public required string[] Sources { get; init; }

    /// <summary>Distinct value texts, ordinal ascending.</summary>
    public required TextColumn Values { get; init; }

    /// <summary>First claim of each item, then the number of claims.</summary>
    public required Column<int> FirstClaim { get; init; }

    /// <summary>Item of each claim.</summary>
    public required Column<int> ItemOfClaim { get; init; }

    /// <summary>Index into <see cref="Values"/> of each claim; ascending within an item.</summary>
    public required Column<int> ValueOfClaim { get; init; }

    /// <summary>First assertion of each claim, then the number of assertions.</summary>
    public required Column<int> FirstAssertion { get; init; }

    /// <summary>Source of each assertion.</summary>
    public required Column<int> SourceOfAssertion { get; init; }

    public required AssertionDetails Details { get; init; }

    /// <summary>What is declared of each source, <see langword="null"/> where nothing is; length <see cref="SourceCount"/>.</summary>
    public required SourceDeclaration?[] Declarations { get; init; }

    public required ClaimRelation[] Relations { get; init; }

    /// <summary>Number of hypotheses of each item beyond its claims: 0 where all are named, <see cref="Open"/> where nobody can list them.</summary>
    public required Column<int> UnnamedHypotheses { get; init; }

    /// <summary>The small label sets from which items draw.</summary>
    public required LabelSets Labels { get; init; }

    /// <summary>The small label set that all items share, as indices into <see cref="Values"/>; empty if there is none.</summary>
    public int[] SharedLabels => Labels.All?.Values ?? [];

    /// <summary>The claims as numbers; <see langword="null"/> where the values are no measurements.</summary>
    public Numbers? Numbers { get; init; }

    /// <summary>Rows that stood in the input more than once, beyond the first of each.</summary>
    public required int DuplicateRows { get; init; }

    /// <summary>Value of <see cref="UnnamedHypotheses"/> where the alternatives cannot be counted.</summary>
    public const int Open = -1;

    /// <summary>The items in runs: the tasks of parallel passes.</summary>
    /// <exception cref="ObjectDisposedException">The columns are gone.</exception>
    public ItemBlock[] Blocks
    {
        get
        {
            Store.ThrowIfDisposed();
            return blocks ??= ItemBlocks.Of(this);
        }
    }

    public int ItemCount => Items.Length;

    public int SourceCount => Sources.Length;

    public int ClaimCount => ValueOfClaim.Length;

    public int AssertionCount => SourceOfAssertion.Length;

    public string ValueText(int claim) => Values[ValueOfClaim[claim]];

    public string ItemText(int claim) => Items[ItemOfClaim[claim]];

    /// <summary>0-based place of a claim's value among the labels of its item, which has some.</summary>
    public int LabelOf(int claim) => Labels.Of(ItemOfClaim[claim])!.PlaceOf(ValueOfClaim[claim]);

    /// <summary>How many items draw from a label set.</summary>
    public int ItemsOf(LabelSet set) => Enumerable.Range(0, ItemCount).Count(item => Labels.Of(item) == set);

    /// <summary>The label an assertion speaks for: of two labels who denies one names the other.</summary>
    /// <param name="claim">Its claim.</param>
    /// <param name="assertion">The assertion.</param>
    /// <returns>0-based place among the labels of its item, which has some; −1 where it rules out one of several.</returns>
    public int LabelSaid(int claim, int assertion) =>
        Details.StanceOf(assertion) != Stance.Denies ? LabelOf(claim) : HasTwoAnswers(ItemOfClaim[claim]) ? 1 - LabelOf(claim) : -1;

    /// <summary>The claim an assertion speaks for: of two answers who denies one names the other, if that is named.</summary>
    /// <param name="item">Its item.</param>
    /// <param name="claim">Its claim.</param>
    /// <param name="assertion">The assertion.</param>
    /// <returns>−1 where it only rules out.</returns>
    public int ClaimSaid(int item, int claim, int assertion) => Details.StanceOf(assertion) != Stance.Denies ? claim : OtherAnswer(item, claim);

    /// <summary>Whether the item has just two answers, named or not, so that who denies one gives the other.</summary>
    public bool HasTwoAnswers(int item) => !IsOpen(item) && NamedCount(item) + UnnamedHypotheses[item] == 2;

    /// <summary>The other of two answers (<see cref="HasTwoAnswers"/>) if both are named, else −1.</summary>
    public int OtherAnswer(int item, int claim) => OtherAnswer(claim, FirstClaim[item], FirstClaim[item + 1], UnnamedHypotheses[item]);

    /// <summary>The same before there is a corpus.</summary>
    /// <param name="claim">One of the claims of an item.</param>
    /// <param name="first">First of these.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="unnamed">Hypotheses of the item beyond them, as <see cref="UnnamedHypotheses"/>.</param>
    public static int OtherAnswer(int claim, int first, int end, int unnamed) => end - first == 2 && unnamed == 0 ? first + end - 1 - claim : -1;

    /// <summary>0-based place of a claim among the two answers of its item (<see cref="HasTwoAnswers"/>): that of its label, or no before yes.</summary>
    public int AnswerOf(int claim) => Labels.Of(ItemOfClaim[claim]) is { } set ? set.PlaceOf(ValueOfClaim[claim]) : YesNo.IsNo(ValueText(claim)) ? 0 : 1;

    /// <summary>Whether the answers of an item cannot be listed, so that none of its claims may be right.</summary>
    public bool IsOpen(int item) => UnnamedHypotheses[item] == Open;

    /// <summary>Number of values that somebody named for the item, be it to deny them.</summary>
    public int NamedCount(int item) => FirstClaim[item + 1] - FirstClaim[item];

    public Range AssertionsOfItem(int item) => FirstAssertion[FirstClaim[item]]..FirstAssertion[FirstClaim[item + 1]];

    /// <summary>The first assertion of a run of items, and the first after its last.</summary>
    public (int Start, int End) AssertionsOf(ItemBlock block) => (FirstAssertion[FirstClaim[block.First]], FirstAssertion[FirstClaim[block.Last]]);

    /// <summary>Index of the item, or a negative number.</summary>
    public int FindItem(string id) => Items.Find(NormalForm.Of(id));

    /// <summary>Claim of the item with this value, yes/no words without regard to case and, of two answers, to the pair of words (1 and 0 are one), numbers within tolerance; −1 if nobody named it.</summary>
    public int FindClaim(int item, string value)
    {
        value = NormalForm.Of(value);
        var named = ValueOfClaim.AsSpan(FirstClaim[item], NamedCount(item));
        if (Values.Find(value) is var known and >= 0 && named.BinarySearch(known) is var place and >= 0)
        {
            return FirstClaim[item] + place;
        }

        for (var (claim, says) = (FirstClaim[item], YesNo.Says(value)); says is not null && claim < FirstClaim[item + 1]; claim++)
        {
            // On a question of yes or no the words of another pair say the same.
            if (YesNo.Word(ValueText(claim)) is { } word && (HasTwoAnswers(item) ? YesNo.IsYes(word) == says : YesNo.Word(value) == word))
            {
                return claim;
            }
        }

        return NumberSearch.Find(this, item, value);
    }

    /// <summary>The one value of an item that nobody named but everybody knows (the other answer of yes and no), or <see langword="null"/>.</summary>
    public string? OnlyUnnamedValue(int item)
    {
        if (UnnamedHypotheses[item] != 1)
        {
            return null;
        }

        var named = ValueOfClaim.AsSpan(FirstClaim[item], FirstClaim[item + 1] - FirstClaim[item]);
        foreach (var label in Labels.Of(item)?.Values ?? [])
        {
            if (!named.Contains(label))
            {
                return Values[label];
            }
        }

        return YesNo.Opposite(Values[named[0]]);
    }
}
