using System.Diagnostics.CodeAnalysis;
using System.Text;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring;

/// <summary>How to score. The defaults work.</summary>
public sealed record ScoringOptions
{
    private const int MostThreads = 256;

    /// <summary>A sources file; <see langword="null"/>: none.</summary>
    /// <exception cref="ArgumentException">Empty, or impossible as a path.</exception>
    public string? SourcesPath { get; init => field = PathCheck.OrNull(value); }

    /// <summary>A relations file; <see langword="null"/>: none.</summary>
    /// <exception cref="ArgumentException">Empty, or impossible as a path.</exception>
    public string? RelationsPath { get; init => field = PathCheck.OrNull(value); }

    /// <summary>A truth file: settles its items and teaches the reliability of sources; <see langword="null"/>: none.</summary>
    /// <exception cref="ArgumentException">Empty, or impossible as a path.</exception>
    public string? TruthPath { get; init => field = PathCheck.OrNull(value); }

    /// <summary>A rule set as JSON; <see langword="null"/>: the default rules.</summary>
    /// <exception cref="ArgumentException">Empty, or impossible as a path.</exception>
    public string? RulesPath { get; init => field = PathCheck.OrNull(value); }

    /// <summary>A calibration file to apply; <see langword="null"/>: none, credibilities are prior.</summary>
    /// <exception cref="ArgumentException">Empty, or impossible as a path.</exception>
    public string? CalibrationPath { get; init => field = PathCheck.OrNull(value); }

    /// <summary>A memory file: what earlier corpora taught of sources, from which they start here; one that is not there yet is empty. <see langword="null"/>: none.</summary>
    /// <remarks>Scoring reads it; <see cref="ScoringResult.Remember"/> writes it.</remarks>
    /// <exception cref="ArgumentException">Empty, or impossible as a path.</exception>
    public string? MemoryPath { get; init => field = PathCheck.OrNull(value); }

    /// <summary>The model: <c>auto</c>, or one of the engine's own among <see cref="CredibilityScorer.Methods"/>.</summary>
    /// <exception cref="ArgumentException">No such model, or null.</exception>
    public string Model
    {
        get;
        init => field = value is null ? throw new ArgumentNullException(nameof(value))
            : Models.All.Any(model => model.Name == value) ? value
            : throw new ArgumentException(Unknown.Name("model", value, [.. Models.All.Select(model => model.Name)]), nameof(value));
    } = Models.Auto;

    /// <summary>Whether values that are numbers are measurements, of which near ones support one another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such choice.</exception>
    public NumericValues Numeric
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Numeric must be Auto, Off or On.");
    }

    /// <summary>How far apart two numbers of one item may lie and still be one claim; by default only equal ones are, however spelled.</summary>
    public Tolerance Tolerance { get; init; }

    /// <summary>Whether bad rows are skipped and reported instead of refused: by <see cref="OnSkippedRow"/>, and by <see cref="ScoringRun.SkippedRows"/> of a result.</summary>
    public bool Lenient { get; init; }

    /// <summary>Is told of every bad place of the rows skipped (<see cref="Lenient"/>), of which one row may have several; <see langword="null"/>: nobody is.</summary>
    /// <remarks>
    /// Called by whatever reads files, on the thread that asked for it: one place a call, in the order of files and lines, when all files are read. What reads the files anew for each of
    /// several methods tells of them once.
    /// </remarks>
    public Action<BadRow>? OnSkippedRow { get; init; }

    /// <summary>Encoding of the files where it is neither UTF-8 nor told by a byte order mark.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Leaves out later assertions as if they were not there, and is the day from which age counts; <see langword="null"/>: all, and the latest assertion.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Most threads that score and answer what the result is asked, at least 1; more than 256 are as 256. The result does not depend on it.</summary>
    /// <remarks>It does not bind the writing of reports. Of a result that several threads ask, each may use so many.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Threads
    {
        get;
        init => field = value >= 1 ? Math.Min(value, MostThreads) : throw new ArgumentOutOfRangeException(nameof(value), value, "Threads must be at least 1.");
    } = Math.Min(Environment.ProcessorCount, MostThreads);

    /// <summary>
    /// Most bytes of memory that the run is to take, at least <see cref="LeastMemoryLimit"/>: what a large corpus needs beyond it lies in temporary files.
    /// By default 70 % of what the machine or container allows. The result does not depend on it.
    /// </summary>
    /// <remarks>What is kept of each source, and of values that are numbers, stays in memory at any limit. The temporary files are gone when the result is disposed, or with the process.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Below <see cref="LeastMemoryLimit"/>.</exception>
    public long MemoryLimit
    {
        get;
        init => field = value >= LeastMemoryLimit ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"MemoryLimit must be at least {LeastMemoryLimit} bytes.");
    } = Math.Max(LeastMemoryLimit, (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * ShareOfMachine));

    /// <summary>The least <see cref="MemoryLimit"/>: what the engine and its reports take, in bytes.</summary>
    public const long LeastMemoryLimit = 256L << 20;

    private const double ShareOfMachine = 0.7;

    /// <summary>Most passes each time something is learnt, at least 1: models that are pooled learn by themselves, and so does each search for sources that repeat one another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MostIterations
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MostIterations must be at least 1.");
    } = 500;

    /// <summary>Declarations of sources, beside those of <see cref="SourcesPath"/>.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public IReadOnlyList<SourceDeclaration> Sources
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = [];

    /// <summary>Relations between claims, beside those of <see cref="RelationsPath"/>.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public IReadOnlyList<RelationDeclaration> Relations
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = [];

    /// <summary>Known truths, beside those of <see cref="TruthPath"/>.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public IReadOnlyList<KnownTruth> Truths
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = [];

    /// <summary>These options with the sources.csv and relations.csv that lie beside a claims file, unless others are given.</summary>
    /// <param name="claimsPath">The claims file.</param>
    /// <exception cref="ArgumentException">It is null, empty or impossible.</exception>
    public ScoringOptions WithFilesBeside(string claimsPath)
    {
        PathCheck.ThrowIfNone(claimsPath);
        var folder = Path.GetDirectoryName(claimsPath) ?? "";
        return this with { SourcesPath = SourcesPath ?? IfThere("sources.csv"), RelationsPath = RelationsPath ?? IfThere("relations.csv") };

        string? IfThere(string name) => File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : null;
    }

    /// <summary>Parses a date as of which to score: ISO 8601; a year, month or day counts to its end, a time without an offset is universal.</summary>
    /// <param name="text">Such as 2025-08-15 or 2025-08-15T14:30:00Z.</param>
    /// <param name="asOf">The last moment included.</param>
    /// <returns>Whether the text is such a date.</returns>
    public static bool TryParseAsOf([NotNullWhen(true)] string? text, out DateTimeOffset asOf)
    {
        if (text is null || !FieldParser.TryTime(text, out asOf))
        {
            asOf = default;
            return false;
        }

        asOf = text.Trim().Length switch
        {
            4 when asOf.Year < DateTime.MaxValue.Year => asOf.AddYears(1).AddTicks(-1),
            7 when asOf.Year < DateTime.MaxValue.Year || asOf.Month < 12 => asOf.AddMonths(1).AddTicks(-1),
            8 or 10 when asOf.Date < DateTime.MaxValue.Date => asOf.AddDays(1).AddTicks(-1),
            4 or 7 or 8 or 10 => DateTimeOffset.MaxValue,
            _ => asOf,
        };
        return true;
    }

    /// <summary>Whether to run the classical methods too and say which of them agree: <see cref="ScoringResult.Panel"/>. Changes no score.</summary>
    public bool Panel { get; init; }

    /// <summary>Receives what is being done, for people to watch.</summary>
    public IProgress<ScoringProgress>? Progress { get; init; }

    /// <summary>Where the columns of a corpus go; by default to a store of their own with the <see cref="MemoryLimit"/>.</summary>
    internal ColumnStore? Store { get; init; }

    /// <summary>Tells of the rows skipped.</summary>
    internal void Tell(ReadingLog log)
    {
        foreach (var row in OnSkippedRow is null ? [] : log.BadRows)
        {
            OnSkippedRow!(row);
        }
    }

    /// <summary>The store for a corpus.</summary>
    internal ColumnStore NewStore() => Store ?? new ColumnStore(MemoryLimit, threads: Threads);
}
