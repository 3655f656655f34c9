using System.Globalization;
using CsvHelper;
using Scoring.Reading;

namespace Scoring.Evaluating;

/// <summary>Writes simulated corpora as CSV.</summary>
public static class SimulationFiles
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    internal static IReadOnlyList<string> FileNames { get; } = ["claims.csv", "truth.csv", "reliability.csv"];

    /// <summary>Writes claims.csv, truth.csv and reliability.csv.</summary>
    /// <param name="simulation">What to draw.</param>
    /// <param name="folder">Where to; created if missing.</param>
    /// <param name="cancellation">Stops it; then nothing is written, and no folder is left where there was none.</param>
    /// <returns>The paths written.</returns>
    /// <exception cref="ArgumentException">There is no simulation, or the name of the folder is null, empty or impossible.</exception>
    /// <exception cref="InvalidOperationException">A count or a reliability is out of range.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<string> Write(Simulation simulation, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        PathCheck.ThrowIfNone(folder);
        var (assertions, truths, reliability) = simulation.Draw(cancellation);
        using var made = new MadeFolder(folder);
        using var files = new WholeFiles();
        Write(FileNames[0], ["item", "source", "value"], assertions.Select(row => (string[])[row.Item, row.Source, row.Value]));
        Write(FileNames[1], ["item", "value"], truths.Select(truth => (string[])[truth.Item, truth.Value]));
        Write(FileNames[2], ["source", "reliability"], reliability.OrderBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => (string[])[source.Key, source.Value.ToString("R", CultureInfo.InvariantCulture)]));
        files.Replace();
        return files.Paths;

        void Write(string name, string[] header, IEnumerable<string[]> rows)
        {
            using var csv = CsvWriter.Create(files.Begin(Path.Combine(folder, name)), Options);
            csv.WriteHeader(header);
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var field in row)
                {
                    csv.WriteField(field);
                }

                csv.EndRecord();
            }
        }
    }
}
