namespace Scoring.Reporting;

/// <summary>Which claims a report explains, and in which language. claims.csv always has them all.</summary>
public sealed record ReportOptions
{
    internal const int MostTop = 1_000_000;

    /// <summary>How many of the most contested claims, and of those most spoken of, are explained; where that is all of them or more, all are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or above a million.</exception>
    public int Top
    {
        get;
        init => field = value is >= 0 and <= MostTop ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Top must be from 0 to 1000000.");
    } = 500;

    /// <summary>The language of report.html.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such language.</exception>
    public ReportLanguage Language
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Language must be one of those named.");
    }

    /// <summary>Leaves out claims whose score is nearer to even odds than this, in decibans.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or not finite.</exception>
    public double MinGapDb
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MinGapDb must be a number from 0.");
    }
}
