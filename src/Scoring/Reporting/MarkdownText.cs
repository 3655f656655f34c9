using System.Text;

namespace Scoring.Reporting;

/// <summary>Text of the data made inert in Markdown.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~&:@^=$\"";

    /// <summary>The text with a backslash before every sign that Markdown or HTML could act upon, on one line.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var (index, letter) in text.Index())
        {
            var acts = letter switch
            {
                // Inside a word or a number these are plain text, and read better without a backslash.
                '-' or '.' or '+' or ':' or '=' or '(' or ')' or '"' => index == 0 && letter is '-' or '+' or '=' or ':',
                _ => Special.Contains(letter, StringComparison.Ordinal),
            };
            escaped.Append(letter switch
            {
                '<' => "&lt;",
                '&' => "&amp;",
                '\n' or '\r' => " ",
                _ => acts ? $"\\{letter}" : letter.ToString(),
            });
        }

        // A web address would become a link by itself.
        return escaped.ToString()
            .Replace("://", ":\u200B//", StringComparison.Ordinal)
            .Replace("www.", "www\u200B.", StringComparison.OrdinalIgnoreCase);
    }
}
