using System.Globalization;

namespace Scoring.Reading;

/// <summary>Collects what a reader could not use and what its user should know.</summary>
internal sealed class ReadingLog(bool lenient)
{
    private const int MostAlike = 10;

    private readonly List<BadRow> badRows = [];
    private readonly List<BadRow> fatal = [];

    /// <summary>Whether bad rows are skipped.</summary>
    public bool IsLenient => lenient;

    /// <summary>The files read so far.</summary>
    public List<InputFile> Inputs { get; } = [];

    public List<string> Warnings { get; } = [];

    public IReadOnlyList<BadRow> BadRows => badRows.AsReadOnly();

    /// <summary>Adds a bad row; may be called from several threads at once.</summary>
    public void Bad(string file, long lineNumber, string found, string expected) => Bad(new BadRow(file, lineNumber, found, expected));

    /// <summary>The same of a fault at hand.</summary>
    public void Bad(BadRow fault)
    {
        lock (badRows)
        {
            badRows.Add(fault);
        }
    }

    /// <summary>Adds warnings of one kind: the first ten, and how many more there are.</summary>
    public void WarnOfEach(IReadOnlyList<string> alike) => WarnOfEach(Warnings, alike);

    /// <summary>The same for whoever holds the warnings alone.</summary>
    public static void WarnOfEach(List<string> warnings, IReadOnlyList<string> alike)
    {
        warnings.AddRange(alike.Take(MostAlike));
        if (alike.Count > MostAlike)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{alike.Count - MostAlike:#,0} more warnings like the last"));
        }
    }

    /// <summary>Puts the bad rows of the file that was read last in the order of its lines.</summary>
    public void SortByLine(string file)
    {
        var first = badRows.FindLastIndex(row => row.File != file) + 1;
        BadRow[] ofFile = [.. badRows.Skip(first).OrderBy(row => row.LineNumber)];
        badRows.RemoveRange(first, ofFile.Length);
        badRows.AddRange(ofFile);
    }

    /// <summary>Adds a fault that no skipping of rows can mend, such as a missing column.</summary>
    public void Fatal(string file, long lineNumber, string found, string expected) => Fatal(new BadRow(file, lineNumber, found, expected));

    /// <summary>The same of a fault at hand; may be called from several threads at once.</summary>
    public void Fatal(BadRow fault)
    {
        lock (fatal)
        {
            fatal.Add(fault);
        }
    }

    /// <exception cref="BadDataException">Something is bad that may not be skipped.</exception>
    public void ThrowIfUnusable()
    {
        if (fatal.Count > 0 || (!lenient && badRows.Count > 0))
        {
            throw new BadDataException([.. fatal, .. badRows]) { CanSkip = !lenient && badRows.Count > 0 };
        }
    }
}
