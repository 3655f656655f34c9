namespace Scoring.Reading;

/// <summary>The nearest known word to a mistyped one.</summary>
internal static class EditDistance
{
    /// <summary>Nobody mistypes more letters, however long the word.</summary>
    private const int MostOfAll = 20;

    /// <summary>
    /// The known word at most a third of its letters away, and at most 20, whatever the case, or <see langword="null"/>. A letter more, less, other
    /// or two that changed places count one each (Damerau 1964, no letter touched twice).
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (candidate, distance: Within(Most(candidate), word, candidate)))
        .Where(found => found.distance <= Most(found.candidate))
        .OrderBy(found => found.distance).ThenBy(found => found.candidate, StringComparer.Ordinal)
        .Select(found => found.candidate)
        .FirstOrDefault();

    private static int Most(string candidate) => Math.Clamp((candidate.Length + 1) / 3, 1, MostOfAll);

    private static int Within(int most, string word, string candidate) => Math.Abs(word.Length - candidate.Length) > most
        ? int.MaxValue
        : Between(word.ToLowerInvariant(), candidate.ToLowerInvariant(), most);

    /// <summary>The distance, or some number above the most where it is above that: letters farther from their place than that are not looked at.</summary>
    private static int Between(string a, string b, int most)
    {
        var (before, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to, least) = (Math.Max(1, i - most), Math.Min(b.Length, i + most), int.MaxValue);
            row[from - 1] = from == 1 ? i : most + 1;
            for (var j = from; j <= to; j++)
            {
                // What lies beyond the reach of the row above counts as too far.
                var above = j < i + most ? last[j] : most;
                row[j] = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(above, row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (Math.Min(least, row[from - 1]) > most)
            {
                return least;
            }

            (before, last, row) = (last, row, before);
        }

        return last[^1];
    }
}
