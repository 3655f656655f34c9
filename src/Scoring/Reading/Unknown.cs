namespace Scoring.Reading;

/// <summary>What to say of a name that is not known: the nearest that is, or which there are.</summary>
internal static class Unknown
{
    private const int MostNames = 40;

    /// <summary>Such as "unknown column 'sorce': did you mean 'source'?".</summary>
    /// <param name="what">What is named: column, method, ….</param>
    /// <param name="found">The name.</param>
    /// <param name="known">The names there are.</param>
    /// <param name="expected">What to say where none is near; <see langword="null"/>: the names.</param>
    public static string Name(string what, string found, IReadOnlyCollection<string> known, string? expected = null)
    {
        var start = $"unknown {what} '{Shortened.Text(found)}'";
        return DidYouMean(found, known) is { } near ? $"{start}: {near}" : $"{start}: expected {expected ?? $"one of {List(known)}"}";
    }

    /// <summary>Such as "did you mean 'source'?", or <see langword="null"/> where no known name is near.</summary>
    public static string? DidYouMean(string found, IEnumerable<string> known) =>
        EditDistance.Nearest(found, known) is { } near ? $"did you mean '{Shortened.Text(near)}'?" : null;

    private static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(Shortened.Text)) + (names.Count > MostNames ? ", …" : "");
}
