using Scoring.Calibrating;
using Scoring.Reading;

namespace Scoring.Reporting;

/// <summary>Writes a result to a folder.</summary>
public static class ReportFolder
{
    private static readonly string[] FileNames = ["claims.csv", "sources.csv", "breakdown.csv", "report.html", "run.json", "panel.csv"];
    private static readonly string[] CheckNames = ["reliability.csv", "calibration.json"];

    private static readonly (string Form, string Name, Action<ScoringResult, ClaimDigest, Stream, CancellationToken> Write)[] OtherForms =
    [
        ("md", "report.md", (result, digest, stream, cancellation) => ResultReport.Write(stream, writer => MarkdownReport.Write(result, digest, writer, Phrasing.Of(digest.Options.Language), cancellation))),
        ("json", "report.json", (result, _, stream, cancellation) => JsonReport.Write(result, stream, cancellation)),
    ];

    /// <summary>The input that writing to a folder would overwrite, or <see langword="null"/>; where answers are known <see cref="Write(ScoringResult, string, CancellationToken)"/> looks at the two files more that it writes then.</summary>
    /// <param name="folder">The folder to write to.</param>
    /// <param name="inputs">Files that are read; <see langword="null"/> entries are passed over.</param>
    /// <exception cref="ArgumentException">The folder or the list of inputs is null, or the name of one of them empty or impossible.</exception>
    public static string? Overwritten(string folder, params IEnumerable<string?> inputs)
    {
        PathCheck.ThrowIfNone(folder);
        ArgumentNullException.ThrowIfNull(inputs);
        string[] given = [.. inputs.OfType<string>()];
        Array.ForEach(given, input => PathCheck.ThrowIfNone(input, nameof(inputs)));
        return Overwritten(folder, withTruth: false, forms: [], given);
    }

    /// <summary>The same; with known answers two more files are written, and one for each form asked for.</summary>
    internal static string? Overwritten(string folder, bool withTruth, IReadOnlyCollection<string> forms, IEnumerable<string?> inputs) =>
        RealPath.FirstAmong([.. FileNames.Concat(withTruth ? CheckNames : []).Concat(Asked(forms).Select(form => form.Name)).Select(name => Path.Combine(folder, name))], inputs);

    /// <summary>The forms beside HTML in which the report can be written too, by the endings of their files.</summary>
    internal static IEnumerable<string> Forms => OtherForms.Select(form => form.Form);

    /// <summary>
    /// Writes claims.csv, sources.csv, breakdown.csv, report.html and run.json; panel.csv where the result has a panel; where known
    /// answers were given, reliability.csv too, and calibration.json if they are enough. Each file is written beside its place and
    /// moved there when all are whole, so that a run that fails or is stopped leaves the folder as it was, or none where there was none.
    /// </summary>
    /// <param name="result">What to write.</param>
    /// <param name="folder">Where to; created if missing.</param>
    /// <param name="cancellation">Stops the writing, and the blind runs of <see cref="ScoringResult.Calibrate"/>.</param>
    /// <returns>The paths written, in the order named above.</returns>
    /// <exception cref="ArgumentException">The result is null, or the name of the folder null, empty or impossible.</exception>
    /// <exception cref="IOException">A file cannot be written, or would replace one of the inputs.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<string> Write(ScoringResult result, string folder, CancellationToken cancellation = default) =>
        Write(result, folder, new ReportOptions(), cancellation);

    /// <summary>The same, with a choice of the claims that breakdown.csv and report.html explain, and of the language of report.html.</summary>
    /// <param name="result">What to write.</param>
    /// <param name="folder">Where to; created if missing.</param>
    /// <param name="options">Which claims to explain, and in which language.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>The paths written.</returns>
    /// <exception cref="ArgumentException">The result is null, or the options are, or the name of the folder is null, empty or impossible.</exception>
    /// <exception cref="IOException">A file cannot be written, or would replace one of the inputs.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<string> Write(ScoringResult result, string folder, ReportOptions options, CancellationToken cancellation = default) =>
        Write(result, folder, options, forms: [], progress: null, cancellation).Paths;

    /// <summary>The same for people to watch, with further forms of the report: tells how many rows are written, and what a person will read of the claims.</summary>
    internal static (IReadOnlyList<string> Paths, ClaimDigest Digest) Write(
        ScoringResult result, string folder, ReportOptions options, IReadOnlyCollection<string> forms, IProgress<ScoringProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        PathCheck.ThrowIfNone(folder);

        var digest = new ClaimDigest(result, options);
        var blind = result.EvaluateBlind(cancellation) is { Gold: > 0 } evaluation ? evaluation : null;
        var calibration = result.Calibrate(cancellation);
        if (Overwritten(folder, withTruth: blind is not null, forms, result.Run.Inputs.Select(input => input.Path)) is { } input)
        {
            throw new IOException($"{input}: would be overwritten by the results");
        }

        List<(string Name, Action<Stream> Write)> files =
        [
            (FileNames[0], stream => digest = CsvTables.WriteClaims(result, options, stream, cancellation)),
            (FileNames[1], stream => CsvTables.WriteSources(result, stream, cancellation)),
            (FileNames[2], stream => CsvTables.WriteBreakdown(result, digest.Explained(), stream, cancellation)),
            (FileNames[3], stream => ResultReport.Write(stream, writer => HtmlReport.Write(result, digest, writer, Phrasing.Of(options.Language), cancellation))),
            (FileNames[4], stream => RunRecord.Write(result, digest, stream, cancellation)),
            .. result.Panel is { } panel ? [(FileNames[5], stream => CsvTables.WritePanel(result, panel, stream, cancellation))] : Array.Empty<(string, Action<Stream>)>(),
        ];
        if (blind is not null)
        {
            files.Add((CheckNames[0], stream => CsvTables.WriteReliability(blind, stream)));
        }

        if (calibration is not null)
        {
            files.Add((CheckNames[1], stream => CalibrationFile.Write(calibration, stream)));
        }

        files.AddRange(Asked(forms).Select(form => (form.Name, (Action<Stream>)(stream => form.Write(result, digest, stream, cancellation)))));
        using var made = new MadeFolder(folder);
        using var whole = new WholeFiles();
        var streams = files.ConvertAll(file => whole.Begin(Path.Combine(folder, file.Name)));
        var rows = 0L;
        progress?.Report(new ScoringProgress("writing", rows, 0, 0));
        WriteFile(0);

        // What a person will read of the claims is known now: the other files at once.
        InParallel.For(1, files.Count, WriteFile, cancellation);
        whole.Replace();
        return (whole.Paths, digest);

        void WriteFile(int index)
        {
            cancellation.ThrowIfCancellationRequested();
            using var stream = new RowCountingStream(streams[index], more =>
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ScoringProgress("writing", Interlocked.Add(ref rows, more), 0, 0));
            });
            files[index].Write(stream);
        }
    }

    /// <summary>Files of results in a folder that were not written now: an earlier run left them, and they say nothing of this one.</summary>
    internal static IEnumerable<string> LeftOver(string folder, IEnumerable<string> written) =>
        FileNames.Concat(CheckNames).Concat(OtherForms.Select(form => form.Name)).Select(name => Path.Combine(folder, name)).Except(written, StringComparer.Ordinal).Where(File.Exists);

    private static IEnumerable<(string Form, string Name, Action<ScoringResult, ClaimDigest, Stream, CancellationToken> Write)> Asked(IReadOnlyCollection<string> forms) =>
        OtherForms.Where(form => forms.Contains(form.Form, StringComparer.Ordinal));
}
