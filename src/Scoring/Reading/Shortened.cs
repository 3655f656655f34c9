using System.Globalization;

namespace Scoring.Reading;

/// <summary>Text of the data made fit for one line of a message.</summary>
internal static class Shortened
{
    private const int Longest = 80;

    /// <summary>Things in a sentence.</summary>
    private const int MostNamed = 8;

    /// <summary>The first of several things, and how many more there are.</summary>
    /// <param name="things">Each as it is to stand in the sentence.</param>
    /// <param name="between">What stands between two of them.</param>
    /// <param name="most">How many are named.</param>
    public static string List(IEnumerable<string> things, string between, int most = MostNamed)
    {
        string[] all = [.. things];
        return string.Join(between, all.Take(most)) + (all.Length > most ? string.Create(CultureInfo.InvariantCulture, $" and {all.Length - most:#,0} more") : "");
    }

    /// <summary>The text, cut to so many characters with a sign that it is; never in the middle of one that takes two places.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters, at least 2.</param>
    public static string Cut(string text, int most) => text.Length <= most ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1), "…");

    /// <summary>The text on one line, without control characters, at most eighty characters long.</summary>
    public static string Text(string text)
    {
        var shortened = Cut(text, Longest);
        return string.Create(shortened.Length, shortened, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        });
    }
}
