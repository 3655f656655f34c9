using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Inference.Panel;
using Scoring.Reading;
using Scoring.Remembering;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring;

/// <summary>Scores claims by who says them: read, index, weigh by rules, infer, explain.</summary>
public static class CredibilityScorer
{
    private const int ManyRows = 1 << 20;

    /// <summary>Scores a claims file.</summary>
    /// <param name="claimsPath">A CSV file with at least the columns item and source.</param>
    /// <param name="options">How to score; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">A declaration among the options is no good, or their model does not fit the corpus.</exception>
    /// <exception cref="BadDataException">A file has bad rows (and the options are not lenient) or lacks a column; lists them all.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ScoringResult Score(string claimsPath, ScoringOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(claimsPath);
        options ??= new ScoringOptions();
        return Score(stored => ReadClaims(claimsPath, stored, cancellation), options, cancellation);
    }

    /// <summary>Scores assertions held in memory.</summary>
    /// <param name="assertions">The assertions, in any order.</param>
    /// <param name="options">How to score; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <remarks>Texts are taken as they are; those of a file lose the spaces and tabs around them.</remarks>
    /// <exception cref="ArgumentException">An assertion is null, has an empty item, source or value, or a number or choice out of range; a declaration among the options is no good, or their model does not fit the corpus.</exception>
    /// <exception cref="BadDataException">A file named in the options has bad rows; lists them all.</exception>
    /// <exception cref="IOException">A file named in the options cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ScoringResult Score(
        IEnumerable<Assertion> assertions, ScoringOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        options ??= new ScoringOptions();
        return Score(stored => new ClaimsRead(TableOf(assertions, stored.NewStore(), cancellation), new ReadingLog(stored.Lenient)), options, cancellation);
    }

    /// <summary>The methods that can be compared: the engine's own, then the baselines.</summary>
    public static IReadOnlyList<ScoringMethod> Methods { get; } =
    [
        .. Models.All.Select(model => new ScoringMethod(model.Name, model.Description) { NeedsSharedLabels = model.NeedsSharedLabels }),
        .. PanelMethods.All.Select(method => new ScoringMethod(method.Name, method.Description) { NeedsSharedLabels = method.NeedsSharedLabels }),
    ];

    /// <summary>Names of the engine's own models, for <see cref="ScoringOptions.Model"/>; the default first.</summary>
    public static IReadOnlyList<string> ModelNames { get; } = [.. Models.All.Select(model => model.Name)];

    /// <summary>Compares methods on a claims file with known truths. The truths are not shown to any method.</summary>
    /// <param name="claimsPath">The claims file.</param>
    /// <param name="truths">True values by item.</param>
    /// <param name="methods">Names from <see cref="Methods"/>.</param>
    /// <param name="options">How to score; known truths in it are left out.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>One entry a method, in the order asked; those that need one small label set are left out where the items share none.</returns>
    /// <exception cref="ArgumentException">A method is not known, or a truth has no item or value.</exception>
    /// <exception cref="BadDataException">A file has bad rows or lacks a column.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static IReadOnlyList<MethodEvaluation> Evaluate(
        string claimsPath, IReadOnlyList<KnownTruth> truths, IReadOnlyList<string> methods, ScoringOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(claimsPath);
        ArgumentNullException.ThrowIfNull(truths);
        ArgumentNullException.ThrowIfNull(methods);
        DeclarationCheck.ThrowIfBad(truths, nameof(truths));
        if (methods.Any(method => method is null))
        {
            throw new ArgumentException("a method is null", nameof(methods));
        }

        if (methods.FirstOrDefault(name => !Methods.Any(method => method.Name == name)) is { } unknown)
        {
            throw new ArgumentException(Unknown.Name("method", unknown, [.. Methods.Select(method => method.Name)]), nameof(methods));
        }

        var blind = (options ?? new ScoringOptions()) with { TruthPath = null, Truths = [] };
        var evaluations = new List<MethodEvaluation>();
        foreach (var method in methods)
        {
            var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            using var store = blind.NewStore();
            var stored = blind with { Store = store };
            var prepared = Prepare(ReadClaims(claimsPath, stored, cancellation), stored, cancellation);
            var panel = PanelMethods.All.FirstOrDefault(known => known.Name == method);
            var needsLabels = Methods.First(known => known.Name == method).NeedsSharedLabels;
            if (needsLabels && !(panel is null ? LabelModel.Fits(prepared.Evidence) : prepared.Evidence.Corpus.SharedLabels.Length > 0))
            {
                continue;
            }

            var answer = panel?.Infer(Votes.Of(prepared.Evidence.Corpus, blind.AsOf), cancellation)
                ?? CalibratedAnswer.Of(prepared.Evidence.Corpus, Infer(prepared, blind with { Model = method }, cancellation).Answer, KnownTruths.None, prepared.Map);
            var (seconds, bytes) = (Stopwatch.GetElapsedTime(started).TotalSeconds, GC.GetTotalAllocatedBytes() - allocated);
            evaluations.Add(new MethodEvaluation(method, Evaluator.Evaluate(prepared.Evidence.Corpus, answer, truths), seconds, bytes));
        }

        return evaluations;
    }

    /// <summary>Fits a calibration: scores a claims file blind and compares with known answers.</summary>
    /// <param name="claimsPath">The claims file.</param>
    /// <param name="truths">True values by item, beside those of the options.</param>
    /// <param name="options">How to score; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">Fewer than 20 of the items that somebody speaks on are among the known answers, or one of those has no item or value.</exception>
    /// <exception cref="BadDataException">A file has bad rows or lacks a column.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Calibration Calibrate(
        string claimsPath, IReadOnlyList<KnownTruth> truths, ScoringOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(claimsPath);
        ArgumentNullException.ThrowIfNull(truths);
        DeclarationCheck.ThrowIfBad(truths, nameof(truths));
        options ??= new ScoringOptions();
        using var result = Score(claimsPath, options with { Truths = [.. options.Truths, .. truths] }, cancellation);
        return result.Calibrate(cancellation) ?? throw new ArgumentException(
            $"{result.Run.KnownItems} known answers to items of the claims file: must be at least {MapChoice.LeastItems}", nameof(truths));
    }

    /// <summary>The default rule set, as JSON that <see cref="ScoringOptions.RulesPath"/> can point to once edited.</summary>
    public static string DefaultRules => RuleSetFile.DefaultText();

    /// <summary>The JSON schema of rule sets, for editors.</summary>
    public static string RulesSchema => RuleSetFile.SchemaText();

    /// <summary>Reads a truth file for <see cref="ScoringResult.Evaluate"/>.</summary>
    /// <param name="path">A CSV file with the columns item and value.</param>
    /// <exception cref="BadDataException">The file has bad rows or lacks a column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<KnownTruth> ReadTruths(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var log = new ReadingLog(lenient: false);
        var truths = TruthReader.Read(path, log, encoding: null);
        log.ThrowIfUnusable();
        return truths;
    }

    private static AssertionTable TableOf(IEnumerable<Assertion> assertions, ColumnStore store, CancellationToken cancellation)
    {
        var table = new AssertionTable(store);
        foreach (var assertion in assertions)
        {
            cancellation.ThrowIfCancellationRequested();
            table.Add(assertion ?? throw new ArgumentException($"assertion {table.Count + 1} is null", nameof(assertions)));
        }

        return table;
    }

    /// <summary>Scores what is read to a store, which goes if that fails and else with the result.</summary>
    private static ScoringResult Score(Func<ScoringOptions, ClaimsRead> read, ScoringOptions options, CancellationToken cancellation)
    {
        var stored = options with { Store = options.NewStore() };
        try
        {
            return Score(read(stored), stored, cancellation);
        }
        catch
        {
            stored.Store.Dispose();
            throw;
        }
    }

    private static ScoringResult Score(ClaimsRead claims, ScoringOptions options, CancellationToken cancellation)
    {
        var rows = claims.Rows;
        var prepared = Prepare(claims, options, cancellation);
        var posterior = Infer(prepared, options, cancellation);
        TidyUp(claims.Rows);
        var (evidence, log) = (posterior.Evidence, claims.Log);
        if (!posterior.Converged)
        {
            log.Warnings.Add($"the model did not settle in {posterior.Iterations} passes: scores may still move a little");
        }

        var present = prepared.Evidence.Rules.Independence.Unrelated.Correlation;
        var blind = prepared.Truths.Count == 0 ? null : new BlindCheck(evidence.Corpus, prepared.Truths, present, prepared.Map, (correlation, stop) =>
            Infer(prepared.Blind(correlation), options, stop).Answer);
        PanelResult? panel = null;
        if (options.Panel)
        {
            options.Progress?.Report(new ScoringProgress("comparing", 0, 0, 0));
            panel = PanelResult.Of(evidence.Corpus, posterior.Answer, options, cancellation);
        }

        options.Progress?.Report(new ScoringProgress("explaining", 0, evidence.Corpus.ClaimCount, 0));
        cancellation.ThrowIfCancellationRequested();
        return new ScoringResult(evidence, posterior, new ScoringRun
        {
            Version = ScoringResult.EngineVersion,
            Model = options.Model,
            ModelChoice = posterior.Choice,
            Numeric = options.Numeric,
            Tolerance = options.Tolerance,
            RulesName = evidence.Rules.Name,
            RulesVersion = evidence.Rules.Version,
            RulesText = prepared.RulesText,
            Inputs = log.Inputs,
            AsOf = options.AsOf,
            Rows = rows,
            DuplicateRows = evidence.Corpus.DuplicateRows,
            KnownItems = prepared.Known.Count,
            Calibration = prepared.Calibration,
            RememberedSources = evidence.Remembered?.Sources ?? 0,
            RememberedCorpora = evidence.Remembered?.Corpora ?? 0,
            Iterations = posterior.Iterations,
            Converged = posterior.Converged,
            Warnings = log.Warnings,
            SkippedRows = log.BadRows,
        }, panel, blind);
    }

    private static ClaimsRead ReadClaims(string path, ScoringOptions options, CancellationToken cancellation)
    {
        var (log, bytes) = (new ReadingLog(options.Lenient), new FileInfo(path).Length);
        options.Progress?.Report(new ScoringProgress("reading", 0, bytes, 0));
        var table = ClaimsReader.Read(path, log, options.Encoding, options.Threads, options.NewStore(), offset =>
        {
            cancellation.ThrowIfCancellationRequested();
            options.Progress?.Report(new ScoringProgress("reading", offset, bytes, 0));
        });
        return new ClaimsRead(table, log);
    }

    private static Prepared Prepare(ClaimsRead claims, ScoringOptions options, CancellationToken cancellation)
    {
        var log = claims.Log;
        IReadOnlyList<SourceDeclaration> sources =
            [.. options.Sources, .. options.SourcesPath is { } path ? SourcesReader.Read(path, log, options.Encoding) : []];
        IReadOnlyList<RelationDeclaration> relations =
            [.. options.Relations, .. options.RelationsPath is { } path2 ? RelationsReader.Read(path2, log, options.Encoding) : []];
        IReadOnlyList<KnownTruth> truths =
            [.. options.Truths, .. options.TruthPath is { } path3 ? TruthReader.Read(path3, log, options.Encoding) : []];
        DeclarationCheck.ThrowIfBad(sources, nameof(options));
        DeclarationCheck.ThrowIfBad(relations, nameof(options));
        DeclarationCheck.ThrowIfBad(truths, nameof(options));
        var calibration = options.CalibrationPath is { } path4 ? CalibrationFile.Read(path4, log.Inputs) : null;
        var memory = options.MemoryPath is { } path5 ? MemoryFile.Read(path5, log.Inputs) : null;
        var rulesText = options.RulesPath is { } rulesPath ? ReadRules(rulesPath, log) : RuleSetFile.DefaultText();
        var rules = RuleSetFile.Parse(rulesText, options.RulesPath ?? RuleSetFile.DefaultName);
        log.ThrowIfUnusable();
        rules = AppliedCalibration.Of(calibration, rules, rulesText, options.Model, options.CalibrationPath ?? "", log.Warnings);

        options.Progress?.Report(new ScoringProgress("indexing", 0, claims.Rows, 0));
        TidyUp(claims.Rows);
        var corpus = CorpusBuilder.Build(claims.Take(), sources, relations, log, options.Numeric, options.Tolerance);
        TidyUp(claims.Rows);
        cancellation.ThrowIfCancellationRequested();
        var claimsSha256 = log.Inputs.Find(input => input.Role == "claims")?.Sha256;
        var remembered = memory is null ? null : MemoryFile.Recall(memory, corpus.Sources, claimsSha256);
        var known = KnownTruths.Of(corpus, truths);
        known.Warn(truths.Count, log.Warnings);
        return new Prepared(Evidence.Of(corpus, rules, options.AsOf, log.Warnings, remembered), known, rulesText, truths, calibration);
    }

    /// <summary>Gives back what a stage on very many rows needed and nobody needs any more: else the heap grows by as much again before it is looked for.</summary>
    private static void TidyUp(int rows)
    {
        if (rows >= ManyRows)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private static string ReadRules(string path, ReadingLog log)
    {
        var bytes = InputPath.ReadAllBytes(path);
        log.Inputs.Add(new InputFile("rules", path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length));
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static Posterior Infer(Prepared prepared, ScoringOptions options, CancellationToken cancellation)
    {
        options.Progress?.Report(new ScoringProgress("learning", 0, 0, 1));
        return Models.Infer(options.Model, prepared.Evidence, prepared.Known, new InferenceOptions
        {
            Threads = options.Threads,
            MostIterations = options.MostIterations,
            Cancellation = cancellation,
            Progress = (pass, change) => options.Progress?.Report(new ScoringProgress("learning", pass, 0, change)),
        });
    }

    /// <summary>The rows read, until they are indexed: then their memory is needed for other things.</summary>
    private sealed class ClaimsRead(AssertionTable table, ReadingLog log)
    {
        private AssertionTable? rows = table;

        public int Rows { get; } = table.Count;

        public ReadingLog Log => log;

        public AssertionTable Take() => Interlocked.Exchange(ref rows, null)!;
    }

    private sealed record Prepared(
        Evidence Evidence, KnownTruths Known, string RulesText, IReadOnlyList<KnownTruth> Truths, Calibration? Calibration)
    {
        public ICredibilityMap Map => Calibration?.CredibilityMap ?? IdentityMap.Instance;

        /// <summary>The same without known answers, under another correlation of unrelated voices.</summary>
        public Prepared Blind(double correlation) => this with { Evidence = Evidence.WithUnrelated(correlation, "tried"), Known = KnownTruths.None };
    }
}
