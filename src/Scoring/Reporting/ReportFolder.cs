using System.Text;

namespace Scoring.Reporting;

/// <summary>Writes a result to a folder.</summary>
public static class ReportFolder
{
    private static readonly string[] FileNames = ["claims.csv", "sources.csv", "breakdown.csv", "report.html", "run.json", "panel.csv"];

    /// <summary>The input that writing to a folder would overwrite, or <see langword="null"/>.</summary>
    /// <param name="folder">The folder to write to.</param>
    /// <param name="inputs">Files that are read; <see langword="null"/> entries are passed over.</param>
    public static string? Overwritten(string folder, params IEnumerable<string?> inputs)
    {
        var outputs = Array.ConvertAll(FileNames, name => RealPath(Path.Combine(folder, name)));
        return inputs.FirstOrDefault(input => input is not null && outputs.Contains(RealPath(input), StringComparer.Ordinal));
    }

    /// <summary>The path with every link on the way followed.</summary>
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var real = Path.Combine(RealPath(parent), Path.GetFileName(full));
        FileSystemInfo entry = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
        return entry.LinkTarget is null ? real : RealPath(entry.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }

    /// <summary>
    /// Writes claims.csv, sources.csv, breakdown.csv, report.html and run.json, and panel.csv where the result has a panel. Each
    /// file is written beside its place and moved there when all are whole, so that a run that fails or is stopped leaves the folder as it was.
    /// </summary>
    /// <param name="result">What to write.</param>
    /// <param name="folder">Where to; created if missing.</param>
    /// <param name="cancellation">Stops the writing between files.</param>
    /// <returns>The paths written, in the order named above.</returns>
    /// <exception cref="IOException">A file cannot be written, or would replace one of the inputs.</exception>
    public static IReadOnlyList<string> Write(ScoringResult result, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (Overwritten(folder, result.Run.Inputs.Select(input => input.Path)) is { } input)
        {
            throw new IOException($"{input}: would be overwritten by the results");
        }

        (string Name, Action<Stream> Write)[] files =
        [
            (FileNames[0], stream => CsvTables.WriteClaims(result, stream)),
            (FileNames[1], stream => CsvTables.WriteSources(result, stream)),
            (FileNames[2], stream => CsvTables.WriteBreakdown(result, stream)),
            (FileNames[3], stream => WriteHtml(result, stream)),
            (FileNames[4], stream => RunRecord.Write(result, stream)),
            .. result.Panel is { } panel ? [(FileNames[5], stream => CsvTables.WritePanel(result, panel, stream))] : Array.Empty<(string, Action<Stream>)>(),
        ];
        Directory.CreateDirectory(folder);
        var written = new List<(string From, string To)>();
        try
        {
            foreach (var (name, write) in files)
            {
                cancellation.ThrowIfCancellationRequested();
                var to = Path.Combine(folder, name);
                written.Add(($"{to}.partial", to));
                using var stream = File.Create(written[^1].From);
                write(stream);
            }

            foreach (var (from, to) in written)
            {
                File.Move(from, to, overwrite: true);
            }
        }
        finally
        {
            written.ForEach(file => File.Delete(file.From));
        }

        return [.. written.Select(file => file.To)];
    }

    private static void WriteHtml(ScoringResult result, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        HtmlReport.Write(result, writer);
    }
}
