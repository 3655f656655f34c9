using System.Text;

namespace Scoring.Reporting;

/// <summary>Text of the data made inert in Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Signs that act wherever they stand.</summary>
    private const string Special = "\\`*_{}[]>#!|~@^$";

    /// <summary>The text with a backslash before every sign that Markdown or HTML could act upon, on one line.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var digits = text.Skip(start).TakeWhile(char.IsAsciiDigit).Count();
        foreach (var (index, letter) in text.Index())
        {
            escaped.Append(letter switch
            {
                '<' => "&lt;",
                '&' => "&amp;",
                '\n' or '\r' => " ",

                // Elsewhere these are plain text, and read better without a backslash.
                '-' or '+' or '=' or ':' => index == start ? $"\\{letter}" : letter.ToString(),

                // A number before them would begin a list.
                '.' or ')' => digits > 0 && index == start + digits ? $"\\{letter}" : letter.ToString(),
                _ => Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter.ToString(),
            });
        }

        // A web address would become a link by itself.
        return escaped.ToString()
            .Replace("://", ":\u200B//", StringComparison.Ordinal)
            .Replace("www.", "www\u200B.", StringComparison.OrdinalIgnoreCase);
    }
}
