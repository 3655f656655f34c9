namespace Scoring.Reading;

/// <summary>Finds texts with half of a surrogate pair: as UTF-8 all such halves are one character, and different texts would be the same.</summary>
internal static class Surrogates
{
    /// <summary>The first text with an unpaired surrogate, or <see langword="null"/>; <see langword="null"/> texts are passed over.</summary>
    public static string? FirstUnpairedAmong(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (HasUnpaired(text))
            {
                return text;
            }
        }

        return null;
    }

    private static bool HasUnpaired(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var first)
        {
            if (first + 1 == text.Length || !char.IsSurrogatePair(text[first], text[first + 1]))
            {
                return true;
            }

            text = text[(first + 2)..];
        }

        return false;
    }
}
