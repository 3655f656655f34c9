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

    /// <summary>The text on one line, without control characters, at most eighty characters long.</summary>
    public static string Text(string text)
    {
        var shortened = text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");
        return string.Create(shortened.Length, shortened, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        });
    }
}
