using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Scoring.Reading;

/// <summary>
/// Texts in the composed form of Unicode (NFC): those that are canonically equivalent, as é in one character and in two, are one text.
/// </summary>
/// <remarks>
/// By the algorithm of Unicode Standard Annex 15. The framework's own leaves every text as it is where it runs without the data of cultures, as it does here so
/// that no result depends on the machine.
/// </remarks>
internal static class NormalForm
{
    /// <summary>All characters below U+0300 stand for themselves: in UTF-8 they begin with a smaller byte.</summary>
    private const byte FirstByteThatMayDiffer = 0xCC;

    private const char LastCharacterThatStands = '\u02FF';

    /// <summary>The text in composed form; the same object if it is so already.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) => text is null || !text.AsSpan().ContainsAnyExceptInRange('\0', LastCharacterThatStands) || IsComposed(text) ? text : Composed(text);

    /// <summary>The same of a text as UTF-8, which costs next to nothing where all is ASCII.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="composed">Its composed form.</param>
    /// <returns>Whether that is another text.</returns>
    public static bool Differs(ReadOnlySpan<byte> utf8, out ReadOnlySpan<byte> composed)
    {
        composed = utf8;
        if (!utf8.ContainsAnyInRange(FirstByteThatMayDiffer, byte.MaxValue))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(utf8);
        var other = Of(text);
        composed = ReferenceEquals(text, other) ? utf8 : Encoding.UTF8.GetBytes(other);
        return !ReferenceEquals(text, other);
    }

    private static bool IsComposed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (CanonicalData.Instance.MayDiffer(rune.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static string Composed(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var code in Joined(Ordered(text)))
        {
            composed.Append(new Rune(code));
        }

        // Most that may differ do not.
        return composed.Equals(text) ? text : composed.ToString();
    }

    /// <summary>The parts of all characters, marks upon one letter in the order of their classes.</summary>
    private static List<int> Ordered(string text)
    {
        var (codes, marks) = (new List<int>(text.Length), new List<int>());
        foreach (var part in text.EnumerateRunes().SelectMany(rune => CanonicalData.Instance.PartsOf(rune.Value)))
        {
            if (CanonicalData.Instance.ClassOf(part) > 0)
            {
                marks.Add(part);
                continue;
            }

            Pass();
            codes.Add(part);
        }

        Pass();
        return codes;

        void Pass()
        {
            codes.AddRange(marks.Count > 1 ? marks.OrderBy(CanonicalData.Instance.ClassOf) : marks);
            marks.Clear();
        }
    }

    /// <summary>Puts each mark into the letter before it where the two make one character, and no mark of the same class stands between them.</summary>
    private static List<int> Joined(List<int> codes)
    {
        var (joined, letter, lastClass) = (new List<int>(codes.Count), -1, 0);
        foreach (var code in codes)
        {
            var ownClass = CanonicalData.Instance.ClassOf(code);
            if (letter >= 0 && (letter == joined.Count - 1 || lastClass < ownClass) && CanonicalData.Instance.WholeOf(joined[letter], code) is { } whole)
            {
                joined[letter] = whole;
                continue;
            }

            letter = ownClass == 0 ? joined.Count : letter;
            lastClass = ownClass;
            joined.Add(code);
        }

        return joined;
    }
}
