using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>
/// The kinds of questions of a corpus that have a small label set each, beside others that have not: yes or no, a scale of five, a choice of four, towns.
/// </summary>
/// <remarks>
/// A label is named on ten items at least, and on hardly any beside what is no label; labels that meet on items are of one kind (<see cref="LabelMeetings"/>).
/// That an answer is unknown may be said of every kind: it is a label of each of which it is said often enough, and joins none.
/// So no name of an item is read for what it means. O(claims).
/// </remarks>
/// <param name="claims">The claims.</param>
/// <param name="values">All values.</param>
/// <param name="isNumeric">Which items are measurements, and so none of these; empty if none is.</param>
/// <param name="denied">Yes/no words of which some rows deny the opposite, so that they answer though nobody may write them.</param>
/// <param name="store">Where columns lie.</param>
internal sealed class QuestionKinds(ClaimIndex claims, TextColumn values, bool[] isNumeric, IReadOnlyCollection<string> denied, ColumnStore store)
{
    /// <summary>Kinds with the most items: each takes room for all items while it is learnt.</summary>
    private const int MostKinds = 8;

    /// <summary>Values that are named on the most items.</summary>
    private const int MostLabels = 1024;

    private const int MostRounds = 8;

    /// <summary>Of more items so many are looked at for what stands beside labels.</summary>
    private const int MostCounted = 1 << 17;

    private readonly int items = claims.FirstClaim.Length - 1;

    /// <summary>Values that say that nothing is known, ascending.</summary>
    private int[] missing = [];

    /// <summary>Finds them.</summary>
    public LabelSets Find()
    {
        var labels = Labels();
        if (labels.Length < 2)
        {
            return LabelSets.None;
        }

        var questions = LabelMeetings.Of(labels, missing, claims, values).QuestionsOfSeveralKinds()
            .Where(set => set.Length <= LabelSet.MostLabels && !LabelSetSearch.AreWordsOfTwoPairs(set, values)).ToArray();
        if (questions.Length == 0)
        {
            return LabelSets.None;
        }

        var setOfLabel = new int[labels.Length];
        Array.Fill(setOfLabel, -1);
        foreach (var (set, ofSet) in questions.Index())
        {
            Array.ForEach(ofSet, label => setOfLabel[Array.BinarySearch(labels, label)] = set);
        }

        var (count, saidMissing) = (new int[questions.Length], new int[questions.Length, missing.Length]);
        for (var item = 0; item < items; item++)
        {
            if (SetOf(item, labels, setOfLabel) is var set and >= 0)
            {
                count[set]++;
                CountMissing(item, set, saidMissing);
            }
        }

        int[] kinds =
        [
            .. Enumerable.Range(0, questions.Length).Where(set => count[set] >= LabelSet.ItemsPerLabel * questions[set].Length)
                .OrderByDescending(set => count[set]).ThenBy(set => questions[set][0]).Take(MostKinds).OrderBy(set => questions[set][0]),
        ];
        if (kinds.Length == 0)
        {
            return LabelSets.None;
        }

        var kindOfLabel = Array.ConvertAll(setOfLabel, set => Array.IndexOf(kinds, set));
        var sets = Array.ConvertAll(kinds, set => new LabelSet([.. questions[set].Concat(missing.Where((_, place) => saidMissing[set, place] >= LabelSet.ItemsPerLabel)).Order()]));
        var kindOfItem = store.New<sbyte>(items);
        for (var item = 0; item < items; item++)
        {
            var kind = SetOf(item, labels, kindOfLabel);
            kindOfItem[item] = (sbyte)(kind >= 0 && HasAll(sets[kind], ValuesOf(item)) ? kind : -1);
        }

        return LabelSets.OfSome(sets, kindOfItem);
    }

    /// <summary>Values that are named on enough items, and hardly ever beside one that is not.</summary>
    private int[] Labels()
    {
        var labels = OftenNamed();
        for (var (round, isOver) = (0, false); round < MostRounds && !isOver && labels.Length > 1; round++)
        {
            var (named, stray) = (new int[labels.Length], new int[labels.Length]);
            for (var item = 0; item < items; item += 1 + (items / MostCounted))
            {
                Count(item, labels, named, stray);
            }

            int[] left = [.. labels.Where((_, label) => stray[label] <= LabelMeetings.MostStray * named[label])];
            (isOver, labels) = (left.Length == labels.Length, left);
        }

        return labels;
    }

    private int[] OftenNamed()
    {
        var named = store.New<int>(values.Length);
        for (var item = 0; item < items; item++)
        {
            foreach (var value in ValuesOf(item))
            {
                named[value]++;
            }
        }

        var often = new List<int>();
        for (var value = 0; value < named.Length; value++)
        {
            if (named[value] >= LabelSet.ItemsPerLabel)
            {
                often.Add(value);
            }
        }

        var foremost = often.OrderByDescending(value => named[value]).ThenBy(value => value).Take(MostLabels).ToLookup(value => NumberText.IsMissing(values[value]));
        missing = [.. foremost[true].Order()];

        // The other answer of yes and no is one however seldom it is given.
        var words = foremost[false].Select(YesNoWord).OfType<string>().ToHashSet(StringComparer.Ordinal);
        int[] opposites = words.Count == 0 ? [] : [.. Enumerable.Range(0, values.Length).Where(value =>
            YesNoWord(value) is { } word && words.Contains(YesNo.Opposite(word)!) && (named[value] > 0 || denied.Contains(word, StringComparer.Ordinal)))];
        int[] labels = [.. foremost[false].Union(opposites).Order()];
        named.Release();
        return labels;
    }

    private string? YesNoWord(int value) => values.Utf8(value).Length <= YesNo.LongestWord ? YesNo.Word(values[value]) : null;

    private void Count(int item, int[] labels, int[] named, int[] stray)
    {
        var of = ValuesOf(item);
        var others = 0;
        foreach (var value in of)
        {
            others += Array.BinarySearch(labels, value) < 0 && !IsMissing(value) ? 1 : 0;
        }

        if (others == of.Length)
        {
            return;
        }

        foreach (var value in of)
        {
            if (Array.BinarySearch(labels, value) is var label and >= 0)
            {
                named[label]++;
                stray[label] += others > 0 ? 1 : 0;
            }
        }
    }

    private void CountMissing(int item, int set, int[,] saidMissing)
    {
        foreach (var value in ValuesOf(item))
        {
            if (Array.BinarySearch(missing, value) is var place and >= 0)
            {
                saidMissing[set, place]++;
            }
        }
    }

    /// <summary>The set that all values of an item are of, but for those that say nothing; −1 if there is none.</summary>
    private int SetOf(int item, int[] labels, int[] setOfLabel)
    {
        var of = -1;
        foreach (var value in ValuesOf(item))
        {
            if (IsMissing(value))
            {
                continue;
            }

            var set = Array.BinarySearch(labels, value) is var label and >= 0 ? setOfLabel[label] : -1;
            if (set < 0 || (of >= 0 && set != of))
            {
                return -1;
            }

            of = set;
        }

        return of;
    }

    private static bool HasAll(LabelSet set, ReadOnlySpan<int> named)
    {
        foreach (var value in named)
        {
            if (set.PlaceOf(value) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsMissing(int value) => missing.Length > 0 && Array.BinarySearch(missing, value) >= 0;

    /// <summary>Values of an item; none of one that is measured.</summary>
    private ReadOnlySpan<int> ValuesOf(int item) => isNumeric.Length > 0 && isNumeric[item]
        ? []
        : claims.ValueOfClaim.AsSpan(claims.FirstClaim[item], claims.FirstClaim[item + 1] - claims.FirstClaim[item]);
}
