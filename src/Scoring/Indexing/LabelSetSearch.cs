using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Decides how many hypotheses an item has: two for yes/no, a shared label set's, or more than anyone can list.</summary>
internal static class LabelSetSearch
{
    private const int ItemsPerRun = 1 << 14;

    /// <summary>The other answers of yes/no words that some rows deny: who does names them, though their word may be nowhere.</summary>
    public static IReadOnlyCollection<string> DeniedTheirOpposite(AssertionTable table)
    {
        var denied = new HashSet<int>();
        for (var row = 0; row < table.Count && table.Stance.IsPresent; row++)
        {
            if (table.Stance[row] == Stance.Denies)
            {
                denied.Add(table.Value[row]);
            }
        }

        return [.. denied.Where(value => table.Values.Utf8(value).Length <= YesNo.LongestWord).Select(value => YesNo.Opposite(table.Values[value])).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The sets: one for all items if they draw from one small set, else one for every kind of question that has one.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="values">All values.</param>
    /// <param name="isNumeric">Which items are measurements, and so none of these; empty if none is.</param>
    /// <param name="denied">As <see cref="DeniedTheirOpposite"/> has them.</param>
    /// <param name="store">Where columns lie.</param>
    public static LabelSets Of(ClaimIndex claims, TextColumn values, bool[] isNumeric, IReadOnlyCollection<string> denied, ColumnStore store) =>
        isNumeric.Length == 0 && OfAll(claims, values, denied) is { } all ? LabelSets.OfAll(all) : new QuestionKinds(claims, values, isNumeric, denied, store).Find();

    /// <summary>The labels, if all items draw from one small set: at most 32 labels, at least ten items to a label, and no two questions with answers of their own.</summary>
    private static LabelSet? OfAll(ClaimIndex claims, TextColumn values, IReadOnlyCollection<string> denied)
    {
        var labels = new bool[values.Length];
        var distinct = 0;
        var named = claims.ValueOfClaim.AsSpan();
        for (var claim = 0; claim < named.Length; claim++)
        {
            if (!labels[named[claim]] && IsSaid(claim))
            {
                labels[named[claim]] = true;
                if (++distinct > LabelSet.MostLabels)
                {
                    return null;
                }
            }
        }

        foreach (var value in named)
        {
            if (!labels[value])
            {
                return null;
            }
        }

        // Who denies the only answer that is named gives the other.
        if (distinct == 1 && YesNo.Opposite(values[named[0]]) is { } other && denied.Contains(other, StringComparer.Ordinal))
        {
            labels[Enumerable.Range(0, values.Length).First(value => YesNo.Word(values[value]) == other)] = true;
            distinct++;
        }

        int[] shared = [.. Enumerable.Range(0, values.Length).Where(value => labels[value])];
        var isOne = distinct >= 2 && claims.FirstClaim.Length - 1 >= distinct * LabelSet.ItemsPerLabel && !AreWordsOfTwoPairs(shared, values);
        return isOne && LabelMeetings.Of(shared, [], claims, values).Questions().Count() <= 1 ? new LabelSet(shared) : null;

        // What relations alone name is no answer that others could give, but yes or no.
        bool IsSaid(int claim) => claims.FirstAssertion[claim] < claims.FirstAssertion[claim + 1] || YesNo.Word(values[claims.ValueOfClaim[claim]]) is not null;
    }

    /// <summary>Whether two labels are yes or no in different words (true beside yes, true beside non): each has its own opposite.</summary>
    public static bool AreWordsOfTwoPairs(int[] labels, TextColumn values) =>
        labels.Length == 2 && YesNo.Opposite(values[labels[0]]) is { } opposite && YesNo.Word(values[labels[1]]) is { } word && word != opposite;

    /// <summary>How many hypotheses each item has beyond its claims, as <see cref="Corpus.UnnamedHypotheses"/>.</summary>
    public static Column<int> UnnamedHypotheses(ClaimIndex claims, TextColumn values, LabelSets labels, ColumnStore store)
    {
        var (valueOfClaim, firstClaim) = (claims.ValueOfClaim, claims.FirstClaim);
        var unnamed = store.New<int>(firstClaim.Length - 1);
        Runs.ForEach(unnamed.Length, ItemsPerRun, store.ThreadLimit, (first, last) =>
        {
            for (var item = first; item < last; item++)
            {
                var named = valueOfClaim.AsSpan(firstClaim[item], firstClaim[item + 1] - firstClaim[item]);
                unnamed[item] = labels.Of(item) is { } set ? set.Count - named.Length
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
