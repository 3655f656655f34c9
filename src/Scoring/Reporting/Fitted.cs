using System.Text;

namespace Scoring.Reporting;

/// <summary>Text cut to the room that a drawing has.</summary>
internal static class Fitted
{
    private const int FirstWide = 0x1100;

    /// <summary>The room that a text takes.</summary>
    public static int RoomOf(string text) => text.EnumerateRunes().Sum(RoomOf);

    /// <summary>The text, or its beginning and an ellipsis; letters of East Asian scripts and pictures count twice.</summary>
    public static string To(string text, int room)
    {
        var (fitted, used) = (new StringBuilder(), 0);
        Span<char> characters = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            used += RoomOf(rune);
            if (used > room)
            {
                fitted.Length = Math.Max(0, fitted.Length - 1);
                if (fitted.Length > 0 && char.IsHighSurrogate(fitted[^1]))
                {
                    fitted.Length--;
                }

                return fitted.Append('…').ToString();
            }

            fitted.Append(characters[..rune.EncodeToUtf16(characters)]);
        }

        return fitted.ToString();
    }

    private static int RoomOf(Rune rune) => rune.Value >= FirstWide ? 2 : 1;
}
