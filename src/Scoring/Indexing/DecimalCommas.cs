using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Numbers that are written with a decimal comma. They are names here: who reads 1,234 as a thousand cannot read 1,5 as a fraction.</summary>
internal static class DecimalCommas
{
    private const int ValuesPerRun = 1024;

    /// <summary>What to say of them where numbers are looked for; <see langword="null"/> where there are none, or most values are names anyway and numbers were not asked for.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="values">Value texts.</param>
    /// <param name="items">Item texts.</param>
    /// <param name="mode">Whether numbers are looked for.</param>
    /// <param name="limit">Most threads.</param>
    /// <remarks>O(values): of one without a comma nothing but that is found out.</remarks>
    public static string? InWords(ClaimIndex claims, TextColumn values, TextColumn items, NumericValues mode, ParallelOptions limit)
    {
        if (mode == NumericValues.Off)
        {
            return null;
        }

        var (isComma, isAny) = (new bool[values.Length], false);
        Runs.ForEach(values.Length, ValuesPerRun, limit, value =>
        {
            if (values.Utf8(value).Contains((byte)',') && HasOne(values[value]))
            {
                isComma[value] = isAny = true;
            }
        });
        if (!isAny || (mode == NumericValues.Auto && !AreMost(claims, values, isComma)))
        {
            return null;
        }

        var first = claims.ValueOfClaim.Index().First(claim => isComma[claim.Item]).Index;
        var (value, item) = (values[claims.ValueOfClaim[first]], items[claims.ItemOfClaim[first]]);
        return $"values with a decimal comma are no numbers but names, as '{Shortened.Text(value)}' of item '{Shortened.Text(item)}': write '{Shortened.Text(value.Replace(',', '.'))}'";
    }

    /// <summary>Whether a text is no number, but would be one with a point for its only comma.</summary>
    private static bool HasOne(string text) =>
        text.AsSpan().Count(',') == 1 && !NumberText.TryParse(text, out _) && NumberText.TryParse(text.Replace(',', '.'), out _);

    /// <summary>Whether most of the rows name numbers, counting those with a comma.</summary>
    private static bool AreMost(ClaimIndex claims, TextColumn values, bool[] isComma)
    {
        var rows = 0L;
        for (var claim = 0; claim < claims.ValueOfClaim.Length; claim++)
        {
            var value = claims.ValueOfClaim[claim];
            rows += isComma[value] || NumberText.TryParse(values[value], out _) ? claims.FirstAssertion[claim + 1] - claims.FirstAssertion[claim] : 0;
        }

        return 2 * rows > claims.FirstAssertion[^1];
    }
}
