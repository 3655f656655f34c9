using System.Globalization;

namespace Scoring.Reading;

/// <summary>Collects what a reader could not use and what its user should know.</summary>
internal sealed class ReadingLog(bool lenient)
{
    private const int MostAlike = 10;

    private readonly List<BadRow> badRows = [];
    private readonly List<BadRow> fatal = [];
    private bool canSkip;

    /// <summary>Whether bad rows are skipped.</summary>
    public bool IsLenient => lenient;

    /// <summary>The files read so far.</summary>
    public List<InputFile> Inputs { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>Whether something is bad that no skipping of rows can mend.</summary>
    public bool IsUnusable => fatal.Count > 0;

    public IReadOnlyList<BadRow> BadRows => badRows.AsReadOnly();

    /// <summary>Adds a bad row; may be called from several threads at once. One of several lines may have swallowed others, so it is not skipped.</summary>
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="lines">Lines that it takes.</param>
    public void Bad(BadRow fault, int lines)
    {
        if (lines > 1)
        {
            fault = fault with { Found = string.Create(CultureInfo.InvariantCulture, $"{fault.Found} in a row from line {fault.LineNumber} to line {fault.LineNumber + lines - 1}") };
            if (lenient)
            {
                Fatal(fault with { Expected = $"{fault.Expected} (not skipped: a row of several lines may have swallowed others)" });
                return;
            }
        }

        lock (badRows)
        {
            badRows.Add(fault);
            canSkip |= lines == 1 && !lenient;
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
        foreach (var rows in (List<BadRow>[])[badRows, fatal])
        {
            var first = rows.FindLastIndex(row => row.File != file) + 1;
            BadRow[] ofFile = [.. rows.Skip(first).OrderBy(row => row.LineNumber)];
            rows.RemoveRange(first, ofFile.Length);
            rows.AddRange(ofFile);
        }
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
            throw new BadDataException([.. fatal, .. badRows]) { CanSkip = canSkip };
        }
    }
}
