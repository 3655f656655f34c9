using System.Globalization;
using System.Text;

namespace Scoring.Reading;

/// <summary>Characters that nobody can see: texts that differ in nothing else look alike.</summary>
/// <remarks>Those that Unicode calls default-ignorable, but for joiners and selectors where they shape what stands around them, as in Persian words and in pictures of several parts.</remarks>
internal static class Unseen
{
    private const char LastBefore = '\u00AC';
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;
    private const int LastOfLatin = 0x024F;

    /// <summary>The text without them; the same object if it has none.</summary>
    public static string Without(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', LastBefore) ? text
        : string.Concat(Marked(text).Where(character => !character.IsUnseen).Select(character => character.Rune.ToString())) is var seen && seen.Length == text.Length ? text : seen;

    /// <summary>The text with their numbers in their place.</summary>
    public static string Named(string text) => ReferenceEquals(Without(text), text) ? text
        : string.Concat(Marked(text).Select(character => character.IsUnseen ? string.Create(CultureInfo.InvariantCulture, $"<U+{character.Rune.Value:X4}>") : character.Rune.ToString()));

    /// <summary>Whether a character says how its neighbours look or join: between others it only hides.</summary>
    /// <param name="before">What stands before it; U+0000 at the start.</param>
    /// <param name="rune">The character.</param>
    /// <param name="after">What stands after it; U+0000 at the end.</param>
    public static bool Shapes(Rune before, Rune rune, Rune after) => rune.Value switch
    {
        NonJoiner => Joins(before) && Joins(after),
        Joiner => (Joins(before) && Joins(after)) || (IsPicture(before) && IsPicture(after)),
        >= 0xE0020 and <= 0xE007F => IsPicture(before),
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180F) => before.Value > ' ' && !(before.Value <= LastOfLatin && Rune.IsLetter(before)),
        _ => false,
    };

    private static IEnumerable<(Rune Rune, bool IsUnseen)> Marked(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        var before = default(Rune);
        foreach (var (place, rune) in runes.Index())
        {
            var isUnseen = IsIgnorable(rune.Value) && !Shapes(before, rune, place + 1 < runes.Length ? runes[place + 1] : default);
            before = isUnseen ? before : rune;
            yield return (rune, isUnseen);
        }
    }

    private static bool IsIgnorable(int code) => code is 0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0
        or (>= 0xFFF0 and <= 0xFFF8) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool Joins(Rune rune) => rune.Value is (>= 0x0600 and < 0x1000) or (>= 0x1780 and < 0x18B0) or (>= 0xFB50 and < 0xFE00) or (>= 0xFE70 and < 0xFEFF);

    private static bool IsPicture(Rune rune) => rune.Value is >= 0x1F000 or (>= 0x2600 and < 0x27C0) or 0xFE0F;
}
