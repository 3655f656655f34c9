using System.CommandLine;
using System.Text;
using Scoring.Reading;

namespace Scoring.Cli.Commands;

/// <summary>The arguments that all commands on a corpus share.</summary>
internal sealed class CorpusOptions
{
    private const double ShareOfHeap = 0.7;

    private readonly Argument<FileInfo> claims = new Argument<FileInfo>("CLAIMS") { Description = "CSV of assertions: columns item and source, optionally value, stance, origin, …" }.ExistingFile();
    private readonly Option<FileInfo> sources = new Option<FileInfo>("--sources") { Description = "CSV of sources (default: sources.csv beside CLAIMS)" }.ExistingFile();
    private readonly Option<FileInfo> relations = new Option<FileInfo>("--relations") { Description = "CSV of relations between claims (default: relations.csv beside CLAIMS)" }.ExistingFile();
    private readonly Option<FileInfo> rules = new Option<FileInfo>("--rules") { Description = "JSON rule set in place of the default (see: scoring rules)" }.ExistingFile();
    private readonly Option<FileInfo> calibration = new Option<FileInfo>("--calibration") { Description = "JSON that an earlier `scoring score --truth` wrote: moves credibilities to how often such were right" }.ExistingFile();
    private readonly Option<FileInfo> memory = new Option<FileInfo>("--memory") { Description = "JSON of what earlier corpora taught of the sources, from which they start; score also adds to it what this one teaches" }.NamedFile();
    private readonly Option<bool> lenient = new("--lenient") { Description = "Skip bad rows and list them instead of refusing the file" };
    private readonly Option<int> threads = new Option<int>("--threads") { Description = "Threads to use; the result is the same for any number", DefaultValueFactory = _ => Environment.ProcessorCount }.WholeNumber(least: 1);
    private readonly Option<string> memoryLimit = new("--memory-limit") { Description = "Most memory to take, such as 800M or 4GiB: what a large corpus needs beyond it lies in temporary files (default: 70 % of what the machine or container allows)", HelpName = "size" };
    private readonly Option<string> encoding = new("--encoding") { Description = "Encoding of the files where it is not UTF-8, such as iso-8859-1", HelpName = "name" };
    private readonly Option<string> asOf = new("--as-of") { Description = "Leave out later assertions, and count age from then (ISO 8601)", HelpName = "date" };
    private readonly Option<string> model = new Option<string>("--model") { Description = $"The model to score with: {string.Join(", ", CredibilityScorer.ModelNames)}", DefaultValueFactory = _ => "auto" }.OneOf("model", [.. CredibilityScorer.ModelNames]);
    private readonly Option<string> numeric = new Option<string>("--numeric") { Description = "Whether numbers are measurements, of which near ones support one another: auto, off or on", DefaultValueFactory = _ => "auto" }.OneOf("choice", [.. Enum.GetNames<NumericValues>().Select(name => name.ToLowerInvariant())]);
    private readonly Option<string> tolerance = new("--tolerance") { Description = "How far apart numbers are one claim: a distance such as 0.5, or a share such as 1% (default: only equal ones)", HelpName = "distance" };

    /// <summary>The claims file's path as the user gave it.</summary>
    public string ClaimsPath(ParseResult parsed) => parsed.GetRequiredValue(claims).ToString();

    public CorpusOptions() => encoding.CompletionSources.Add("utf-8", "utf-16", "iso-8859-1", "windows-1252");

    public void AddTo(Command command, bool withModel)
    {
        command.Add(claims);
        foreach (var option in (Option[])[sources, relations, rules, calibration, memory, lenient, threads, memoryLimit, encoding, asOf, numeric, tolerance])
        {
            command.Add(option);
        }

        if (withModel)
        {
            command.Add(model);
        }
    }

    /// <summary>The options as the library takes them.</summary>
    /// <exception cref="UsageException">A date, a size, an encoding or a tolerance is not known.</exception>
    public ScoringOptions Parse(ParseResult parsed) => WithLimit(parsed.GetValue(memoryLimit), new ScoringOptions
    {
        SourcesPath = parsed.GetValue(sources)?.ToString(),
        RelationsPath = parsed.GetValue(relations)?.ToString(),
        RulesPath = parsed.GetValue(rules)?.ToString(),
        Model = parsed.GetValue(model) ?? "auto",
        CalibrationPath = parsed.GetValue(calibration)?.ToString(),
        MemoryPath = MemoryOf(parsed),
        Lenient = parsed.GetValue(lenient),
        Threads = parsed.GetValue(threads),
        Encoding = EncodingOf(parsed.GetValue(encoding)),
        AsOf = AsOfOf(parsed.GetValue(asOf)),
        Numeric = Enum.Parse<NumericValues>(parsed.GetRequiredValue(numeric), ignoreCase: true),
        Tolerance = ToleranceOf(parsed.GetValue(tolerance)),
    }.WithFilesBeside(ClaimsPath(parsed)));

    private static ScoringOptions WithLimit(string? text, ScoringOptions options)
    {
        if (text is null)
        {
            return options;
        }

        if (!ByteCount.TryParse(text, out var bytes) || bytes < ScoringOptions.LeastMemoryLimit)
        {
            throw new UsageException($"--memory-limit: found '{text}', expected a size of at least {ScoringOptions.LeastMemoryLimit >> 20}M such as 800M or 4GiB");
        }

        // What the garbage collector may hold; it tidies up more often as it comes near. The rest is for the runtime and for files in memory.
        AppContext.SetData("GCHeapHardLimit", (ulong)(bytes * ShareOfHeap));
        GC.RefreshMemoryLimit();
        return options with { MemoryLimit = bytes };
    }

    /// <summary>The memory's path: a file that is there, or for a command that writes it one that can be.</summary>
    private string? MemoryOf(ParseResult parsed)
    {
        var path = parsed.GetValue(memory)?.ToString();
        var (isWritten, folder) = (parsed.CommandResult.Command.Name == ScoreCommand.Name, Path.GetDirectoryName(Path.GetFullPath(path ?? ".")));
        return path is null || File.Exists(path) || (isWritten && Directory.Exists(folder) && !Directory.Exists(path))
            ? path
            : Directory.Exists(path) ? throw new UsageException($"--memory: found the folder '{path}', expected a file")
            : throw new UsageException($"--memory: found '{path}', expected {(isWritten ? "a file in a folder that exists" : "a file that `scoring score --memory` wrote")}");
    }

    private static DateTimeOffset? AsOfOf(string? text) => text is null ? null
        : ScoringOptions.TryParseAsOf(text, out var date) ? date
        : throw new UsageException($"--as-of: found '{text}', expected {FieldParser.TimeExpected}");

    private static Tolerance ToleranceOf(string? text) => text is null ? default
        : Tolerance.TryParse(text, out var parsed) ? parsed
        : throw new UsageException($"--tolerance: found '{text}', expected a distance such as 0.5 or a share below 100% such as 1%");

    private static Encoding? EncodingOf(string? name)
    {
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return name is null ? null : Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            string[] known = [.. Encoding.GetEncodings().Select(encoding => encoding.Name)];
            throw new UsageException($"--encoding: {Unknown.Name("encoding", name ?? "", known, "a name such as utf-8, utf-16, iso-8859-1 or windows-1252")}");
        }
    }
}
