using System.Text;
using CsvHelper;

namespace Scoring.Cli.Tests;

/// <summary>Reads the rows of a CSV file.</summary>
internal static class Table
{
    private static readonly string[] Names = ["claims.csv", "sources.csv", "breakdown.csv"];

    /// <summary>The three tables of a run, byte by byte.</summary>
    public static string[] AllOf(string output) => [.. Names.Select(name => File.ReadAllText(Path.Combine(output, name), Encoding.Latin1))];

    public static List<T> Rows<T>(string path, Func<CsvReader, T> row)
    {
        using var csv = CsvReader.FromFile(path);
        var rows = new List<T>();
        while (csv.Read())
        {
            rows.Add(row(csv));
        }

        return rows;
    }

    public static List<string> Column(string path, string name) => Rows(path, row => row.GetString(name));

    public static List<double> Numbers(string path, string name) => Rows(path, row => row.Parse<double>(name));

    public static string Header(string path) => File.ReadLines(path).First();
}
