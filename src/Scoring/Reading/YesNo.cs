namespace Scoring.Reading;

/// <summary>The words that answer a yes/no question. An item whose values are all of one pair has exactly those two hypotheses.</summary>
internal static class YesNo
{
    private static readonly (string Yes, string No)[] Pairs = [("true", "false"), ("yes", "no"), ("vrai", "faux"), ("oui", "non")];

    /// <summary>Letters of the longest word.</summary>
    public static int LongestWord { get; } = Pairs.Max(pair => Math.Max(pair.Yes.Length, pair.No.Length));

    /// <summary>The word in lower case, so that <c>True</c> and <c>true</c> are one answer; <see langword="null"/> for any other value.</summary>
    public static string? Word(string value)
    {
        foreach (var (yes, no) in Pairs)
        {
            if (value.Equals(yes, StringComparison.OrdinalIgnoreCase))
            {
                return yes;
            }

            if (value.Equals(no, StringComparison.OrdinalIgnoreCase))
            {
                return no;
            }
        }

        return null;
    }

    /// <summary>The other answer of the pair, in lower case; <see langword="null"/> if the value is no yes/no word.</summary>
    public static string? Opposite(string value)
    {
        var word = Word(value);
        foreach (var (yes, no) in Pairs)
        {
            if (word == yes)
            {
                return no;
            }

            if (word == no)
            {
                return yes;
            }
        }

        return null;
    }

    /// <summary>Whether a value says yes or no, in the words of any pair; <see langword="null"/> if neither.</summary>
    public static bool? IsYes(string value) => Word(value) is null ? null : !IsNo(value);

    /// <summary>Whether a value says yes or no to a question that is answered in such words: 1 and 0 do there too. <see langword="null"/> if it does not.</summary>
    public static bool? Says(string value) => value is "1" ? true : value is "0" ? false : IsYes(value);

    public static bool IsNo(string value) => Word(value) is { } word && Array.Exists(Pairs, pair => pair.No == word);
}
