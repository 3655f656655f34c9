using CsvHelper;

namespace Scoring.Evaluating;

/// <summary>Writes simulated corpora as CSV.</summary>
public static class SimulationFiles
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <summary>Writes claims.csv, truth.csv and reliability.csv.</summary>
    /// <param name="simulation">What to draw.</param>
    /// <param name="folder">Where to; created if missing.</param>
    /// <returns>The paths written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(Simulation simulation, string folder)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var (assertions, truths, reliability) = simulation.Draw();
        Directory.CreateDirectory(folder);
        return
        [
            Write(folder, "claims.csv", ["item", "source", "value"], assertions.Select(row => (string[])[row.Item, row.Source, row.Value])),
            Write(folder, "truth.csv", ["item", "value"], truths.Select(truth => (string[])[truth.Item, truth.Value])),
            Write(folder, "reliability.csv", ["source", "reliability"], reliability.OrderBy(source => source.Key, StringComparer.Ordinal)
                .Select(source => (string[])[source.Key, source.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)])),
        ];
    }

    private static string Write(string folder, string name, string[] header, IEnumerable<string[]> rows)
    {
        var path = Path.Combine(folder, name);
        using (var csv = CsvWriter.ToFile($"{path}.partial", Options))
        {
            csv.WriteHeader(header);
            foreach (var row in rows)
            {
                foreach (var field in row)
                {
                    csv.WriteField(field);
                }

                csv.EndRecord();
            }
        }

        File.Move($"{path}.partial", path, overwrite: true);
        return path;
    }
}
