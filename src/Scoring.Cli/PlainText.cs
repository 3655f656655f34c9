using System.Globalization;
using System.Text;
using Scoring.Reading;

namespace Scoring.Cli;

/// <summary>Text of the data made fit for a terminal.</summary>
internal static class PlainText
{
    /// <summary>The text without control characters, escape sequences and direction overrides, on one line.</summary>
    public static string OneLine(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                plain.Append(' ');
            }
            else if (category != UnicodeCategory.Format)
            {
                plain.Append(rune);
            }
        }

        return plain.ToString();
    }

    /// <summary>The same, cut to a number of characters.</summary>
    public static string Short(string text, int most) => Shortened.Cut(OneLine(text), most);
}
