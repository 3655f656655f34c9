using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Answers that say yes or no otherwise than the others to their item do: 1 and 0 among words, and in relations the words of another pair.</summary>
/// <remarks>Where more rows say 1 or 0 than say it in words these are labels, and stay; so do they where something else is named too.</remarks>
internal sealed class YesNoVariants
{
    private const int ItemsPerRun = 1024;

    private readonly AssertionTable table;

    /// <summary>A word of the pair in which all rows answer; <see langword="null"/> if there is none.</summary>
    private readonly string? wordOfAll;

    /// <param name="table">The rows. Words that a variant may mean are added to its values.</param>
    /// <param name="ofRows">How many of its values rows name: behind them come those that only relations do.</param>
    public YesNoVariants(AssertionTable table, int ofRows)
    {
        this.table = table;
        if (table.Values.Find("1") < 0 && table.Values.Find("0") < 0 && Enumerable.Range(ofRows, table.Values.Count - ofRows).All(value => YesNo.Word(table.Values[value]) is null))
        {
            return;
        }

        var (words, others) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        for (var value = 0; value < ofRows; value++)
        {
            if (table.Values.Utf8(value).Length <= YesNo.LongestWord && YesNo.Word(table.Values[value]) is { } word)
            {
                words.UnionWith([word, YesNo.Opposite(word)!]);
            }
            else
            {
                others++;
            }
        }

        MayOccur = words.Count > 0;
        wordOfAll = others == 0 && words.Count == 2 ? words.Min : null;
        foreach (var word in words)
        {
            table.Values.Add(word);
        }
    }

    /// <summary>Whether there may be some.</summary>
    public bool MayOccur { get; }

    /// <summary>Values of items that say yes or no otherwise, each with the value that says it as the item does.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="values">The values.</param>
    public Dictionary<(int Item, int Value), int> Merged(ClaimIndex claims, TextRanking values)
    {
        var merged = new Dictionary<(int Item, int Value), int>();
        if (MayOccur)
        {
            Runs.ForEach(claims.FirstClaim.Length - 1, ItemsPerRun, table.Store.ThreadLimit, item =>
            {
                foreach (var (value, word) in Variants(claims, values.Texts, item))
                {
                    lock (merged)
                    {
                        merged.Add((item, value), values.Rank[table.Values.Find(word)]);
                    }
                }
            });
        }

        return merged;
    }

    private List<(int Value, string Word)> Variants(ClaimIndex claims, TextColumn texts, int item)
    {
        var (variants, word, worded, other) = (new List<(int Value, bool IsYes)>(), (string?)null, 0, 0);
        for (var claim = claims.FirstClaim[item]; claim < claims.FirstClaim[item + 1]; claim++)
        {
            var (value, rows) = (claims.ValueOfClaim[claim], claims.FirstAssertion[claim + 1] - claims.FirstAssertion[claim]);
            if (YesNo.Says(texts[value]) is not { } isYes)
            {
                return [];
            }

            if (rows > 0 && YesNo.Word(texts[value]) is { } named)
            {
                if (word is not null && word != named && word != YesNo.Opposite(named))
                {
                    return [];
                }

                (word, worded) = (named, worded + rows);
            }
            else
            {
                other += rows;
                variants.Add((value, isYes));
            }
        }

        // An item of which nothing is asserted is answered as all others are.
        word ??= other == 0 ? wordOfAll : null;
        return word is null || other > worded ? []
            : [.. variants.Select(variant => (variant.Value, Word: YesNo.IsYes(word) == variant.IsYes ? word : YesNo.Opposite(word)!)).Where(variant => YesNo.Word(texts[variant.Value]) != variant.Word)];
    }
}
