using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Decides how many hypotheses an item has: two for yes/no, a shared label set's, or more than anyone can list.</summary>
internal static class SharedLabelSet
{
    private const int MostLabels = 32; // answers of label models are kept in a signed byte each
    private const int ItemsPerLabel = 10;
    private const int ItemsPerRun = 1 << 14;

    /// <summary>Items with several labels after which more tell nothing more.</summary>
    private const int MostCompared = 1 << 16;

    /// <summary>Share of the items on which a label stands beside others, up to which another label stands there by mistake.</summary>
    private const double MostStray = 0.05;

    /// <summary>
    /// The answer that is only ever denied its opposite: where all values are one yes/no word, and some rows deny it, its opposite, which nobody
    /// names, is a label of the corpus too.
    /// </summary>
    /// <param name="table">The rows.</param>
    /// <param name="ofRows">How many of its values rows name: others that say yes or no are read as theirs, see <see cref="YesNoVariants"/>.</param>
    /// <returns>The opposite; <see langword="null"/> where that is not so.</returns>
    public static string? OnlyDenied(AssertionTable table, int ofRows)
    {
        if (!table.Stance.IsPresent || table.Values.Count == 0 || YesNo.Opposite(table.Values[0]) is not { } opposite)
        {
            return null;
        }

        for (var value = 1; value < table.Values.Count; value++)
        {
            if (YesNo.Opposite(table.Values[value]) != opposite && (value < ofRows || YesNo.Says(table.Values[value]) is null))
            {
                return null;
            }
        }

        for (var row = 0; row < table.Count; row++)
        {
            if (table.Stance[row] == Stance.Denies)
            {
                return opposite;
            }
        }

        return null;
    }

    /// <summary>The labels, if all items draw from one small set: at most 32 labels, at least ten items to a label, and no two questions with answers of their own.</summary>
    /// <param name="valueOfClaim">Value of each claim.</param>
    /// <param name="firstClaim">First claim of each item, then the number of claims.</param>
    /// <param name="values">All values.</param>
    /// <param name="onlyDenied">A label beside those of the claims, or <see langword="null"/>.</param>
    /// <returns>Value indices, ascending; empty if there is no such set.</returns>
    public static int[] Of(Column<int> valueOfClaim, Column<int> firstClaim, TextColumn values, string? onlyDenied = null)
    {
        var labels = new bool[values.Length];
        var distinct = 0;
        if (onlyDenied is not null)
        {
            labels[Enumerable.Range(0, values.Length).First(value => YesNo.Word(values[value]) == onlyDenied)] = true;
            distinct++;
        }

        foreach (var value in valueOfClaim.AsSpan())
        {
            if (!labels[value])
            {
                labels[value] = true;
                if (++distinct > MostLabels)
                {
                    return [];
                }
            }
        }

        int[] shared = [.. Enumerable.Range(0, values.Length).Where(value => labels[value])];
        return distinct < 2 || firstClaim.Length - 1 < distinct * ItemsPerLabel || AreWordsOfTwoPairs(shared, values) || AnswerDifferentQuestions(shared, valueOfClaim, firstClaim, values) ? [] : shared;
    }

    /// <summary>
    /// Whether the labels fall into two sets or more that hardly any item has labels of both of: towns beside years, yes and no beside colours. Opposites belong together; a few rows
    /// on the wrong item join no sets, and a set that few items have two labels of tells nothing.
    /// </summary>
    /// <remarks>O(claims), of which those of the first 65,536 items with several labels are looked at.</remarks>
    private static bool AnswerDifferentQuestions(int[] labels, Column<int> valueOfClaim, Column<int> firstClaim, TextColumn values)
    {
        var (both, several, items) = (new int[labels.Length, labels.Length], new int[labels.Length], new int[labels.Length]);
        for (var (item, seen) = (0, 0); item < firstClaim.Length - 1 && seen < MostCompared; item++)
        {
            var named = valueOfClaim.AsSpan(firstClaim[item], firstClaim[item + 1] - firstClaim[item]);
            seen += named.Length > 1 ? 1 : 0;
            for (var i = 0; i < named.Length; i++)
            {
                var one = Array.BinarySearch(labels, named[i]);
                items[one]++;
                several[one] += named.Length > 1 ? 1 : 0;
                foreach (var value in named[(i + 1)..])
                {
                    both[one, Array.BinarySearch(labels, value)]++;
                }
            }
        }

        var root = Enumerable.Range(0, labels.Length).ToArray();
        for (var one = 0; one < labels.Length; one++)
        {
            for (var other = one + 1; other < labels.Length; other++)
            {
                var areOpposites = YesNo.Opposite(values[labels[one]]) is { } opposite && YesNo.Word(values[labels[other]]) == opposite;
                if (areOpposites || both[one, other] > MostStray * Math.Min(several[one], several[other]))
                {
                    root[Root(other)] = Root(one);
                }
            }
        }

        return Enumerable.Range(0, labels.Length).GroupBy(Root).Count(IsQuestion) > 1;

        // Yes and no are a question without a contradiction too.
        bool IsQuestion(IEnumerable<int> set) => set.Count() > 1 && (set.Sum(label => several[label]) >= 2 * ItemsPerLabel || set.Where(label => YesNo.Word(values[labels[label]]) is not null).Sum(label => items[label]) >= ItemsPerLabel);

        int Root(int label)
        {
            while (root[label] != label)
            {
                label = root[label];
            }

            return label;
        }
    }

    /// <summary>Whether two labels are yes or no in different words (true beside yes, true beside non): each has its own opposite.</summary>
    private static bool AreWordsOfTwoPairs(int[] labels, TextColumn values) =>
        labels.Length == 2 && YesNo.Opposite(values[labels[0]]) is { } opposite && YesNo.Word(values[labels[1]]) is { } word && word != opposite;

    public static Column<int> UnnamedHypotheses(Column<int> valueOfClaim, Column<int> firstClaim, TextColumn values, int[] sharedLabels, ColumnStore store)
    {
        var unnamed = store.New<int>(firstClaim.Length - 1);
        Runs.ForEach(unnamed.Length, ItemsPerRun, store.ThreadLimit, (first, last) =>
        {
            for (var item = first; item < last; item++)
            {
                var named = valueOfClaim.AsSpan(firstClaim[item], firstClaim[item + 1] - firstClaim[item]);
                unnamed[item] = sharedLabels.Length > 0 ? sharedLabels.Length - named.Length
                    : IsYesNo(named, values) ? 2 - named.Length
                    : Corpus.Open;
            }
        });
        return unnamed;
    }

    private static bool IsYesNo(ReadOnlySpan<int> named, TextColumn values)
    {
        var first = YesNo.Word(values[named[0]]);
        return first is not null
            && (named.Length == 1 || (named.Length == 2 && YesNo.Word(values[named[1]]) == YesNo.Opposite(first)));
    }
}
