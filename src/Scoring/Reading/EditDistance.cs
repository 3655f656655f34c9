namespace Scoring.Reading;

/// <summary>The nearest known word to a mistyped one.</summary>
internal static class EditDistance
{
    /// <summary>The known word at most a third of its letters away (Levenshtein 1966), or <see langword="null"/>.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (candidate, distance: Between(word, candidate)))
        .Where(found => found.distance <= Math.Max(1, (found.candidate.Length + 1) / 3))
        .OrderBy(found => found.distance).ThenBy(found => found.candidate, StringComparer.Ordinal)
        .Select(found => found.candidate)
        .FirstOrDefault();

    private static int Between(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > b.Length)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
