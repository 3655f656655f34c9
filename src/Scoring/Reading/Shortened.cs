namespace Scoring.Reading;

/// <summary>Text of the data made fit for one line of a message.</summary>
internal static class Shortened
{
    private const int Longest = 80;

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
