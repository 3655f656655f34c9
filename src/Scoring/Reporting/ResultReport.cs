using System.Text;
using Scoring.Reading;

namespace Scoring.Reporting;

/// <summary>Writes a result for people and for programs. All forms show the same figures.</summary>
public sealed class ResultReport
{
    private const int CharactersAtOnce = 1 << 16;

    private readonly ScoringResult result;

    internal ResultReport(ScoringResult result) => this.result = result;

    /// <summary>The JSON schema of <see cref="WriteJson(string)"/>.</summary>
    public static string JsonSchema => Assets.Text("report.schema.json");

    /// <summary>Writes the report for people: one HTML file that needs no network and reads without scripts.</summary>
    /// <param name="path">The file; replaced as a whole or not at all.</param>
    /// <param name="language">The language of words and figures.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible, or there is no such language.</exception>
    /// <exception cref="IOException">The file cannot be written, or is an input of the run.</exception>
    /// <exception cref="ObjectDisposedException">The result was disposed, and part of it lay in temporary files.</exception>
    public void WriteHtml(string path, ReportLanguage language = ReportLanguage.English) => WriteFile(path, stream => Write(stream, writer => HtmlReport.Write(result, writer, Phrasing.Of(language))));

    /// <summary>Writes the report in Markdown, for wikis and pull requests.</summary>
    /// <param name="path">The file; replaced as a whole or not at all.</param>
    /// <param name="language">The language of words and figures.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible, or there is no such language.</exception>
    /// <exception cref="IOException">The file cannot be written, or is an input of the run.</exception>
    /// <exception cref="ObjectDisposedException">The result was disposed, and part of it lay in temporary files.</exception>
    public void WriteMarkdown(string path, ReportLanguage language = ReportLanguage.English) => WriteFile(path, stream => Write(stream, writer => MarkdownReport.Write(result, ClaimDigest.Of(result, new ReportOptions()), writer, Phrasing.Of(language))));

    /// <summary>Writes claims with their bars, sources and findings as JSON, by <see cref="JsonSchema"/>; figures in full.</summary>
    /// <param name="path">The file; replaced as a whole or not at all.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible.</exception>
    /// <exception cref="IOException">The file cannot be written, or is an input of the run.</exception>
    /// <exception cref="ObjectDisposedException">The result was disposed, and part of it lay in temporary files.</exception>
    public void WriteJson(string path) => WriteFile(path, stream => JsonReport.Write(result, stream));

    /// <summary>Writes the table of claims as CSV; figures in full.</summary>
    /// <param name="path">The file; replaced as a whole or not at all.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible.</exception>
    /// <exception cref="IOException">The file cannot be written, or is an input of the run.</exception>
    /// <exception cref="ObjectDisposedException">The result was disposed, and part of it lay in temporary files.</exception>
    public void WriteCsv(string path) => WriteFile(path, stream => CsvTables.WriteClaims(result, new ReportOptions(), stream));

    private void WriteFile(string path, Action<Stream> write)
    {
        PathCheck.ThrowIfNone(path);
        if (RealPath.FirstAmong([path], result.Run.Inputs.Select(file => file.Path)) is { } input)
        {
            throw new IOException($"{input}: would be overwritten by the report");
        }

        WholeFiles.Write(path, write);
    }

    /// <summary>Writes text to a stream, which stays open.</summary>
    internal static void Write(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CharactersAtOnce, leaveOpen: true);
        write(writer);
    }
}
