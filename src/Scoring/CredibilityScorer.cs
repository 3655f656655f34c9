using System.Diagnostics;
using System.Text;
using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Inference;
using Scoring.Inference.Panel;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring;

/// <summary>Scores claims by who says them: read, index, weigh by rules, infer, explain.</summary>
public static class CredibilityScorer
{
    /// <summary>Scores a claims file.</summary>
    /// <param name="claimsPath">A CSV file with at least the columns item and source.</param>
    /// <param name="options">How to score; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible; a declaration among the options is no good, or their model does not fit the corpus.</exception>
    /// <exception cref="BadDataException">A file has bad rows (and the options are not lenient) or lacks a column; lists them all.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ScoringResult Score(string claimsPath, ScoringOptions? options = null, CancellationToken cancellation = default)
    {
        PathCheck.ThrowIfNone(claimsPath);
        options ??= new ScoringOptions();
        return Score(stored => Stages.Read(claimsPath, stored, cancellation), options, cancellation);
    }

    /// <summary>Scores assertions held in memory.</summary>
    /// <param name="assertions">The assertions, in any order.</param>
    /// <param name="options">How to score; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <remarks>Texts are taken as they are, but in the composed form of Unicode; those of a file lose the white space around them, but for quotes and notes.</remarks>
    /// <exception cref="ArgumentException">An assertion is null, has an empty item, source or value, a number or choice out of range, or an unpaired surrogate; a declaration among the options is no good, or their model does not fit the corpus.</exception>
    /// <exception cref="BadDataException">A file named in the options has bad rows; lists them all.</exception>
    /// <exception cref="IOException">A file named in the options cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ScoringResult Score(
        IEnumerable<Assertion> assertions, ScoringOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        options ??= new ScoringOptions();
        return Score(stored => Stages.Read(assertions, stored, cancellation), options, cancellation);
    }

    /// <summary>The methods that can be compared: the engine's own, then the baselines.</summary>
    public static IReadOnlyList<ScoringMethod> Methods { get; } =
    [
        .. Models.All.Select(model => new ScoringMethod(model.Name, model.Description) { NeedsSharedLabels = model.NeedsSharedLabels }),
        .. PanelMethods.All.Select(method => new ScoringMethod(method.Name, method.Description) { NeedsSharedLabels = method.NeedsSharedLabels }),
    ];

    /// <summary>Names of the engine's own models, for <see cref="ScoringOptions.Model"/>; the default first.</summary>
    public static IReadOnlyList<string> ModelNames { get; } = [.. Models.All.Select(model => model.Name)];

    /// <summary>Compares methods on a claims file with known truths. The truths are not shown to any method; a calibration is applied to the model it was fitted for.</summary>
    /// <param name="claimsPath">The claims file.</param>
    /// <param name="truths">True values by item.</param>
    /// <param name="methods">Names from <see cref="Methods"/>.</param>
    /// <param name="options">How to score; known truths in it are left out.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>One entry a method, in the order asked; those that need one small label set are left out where the items share none.</returns>
    /// <exception cref="ArgumentException">The path is null, empty or impossible, a method is not known, or a truth has no item or value, or one with an unpaired surrogate.</exception>
    /// <exception cref="BadDataException">A file has bad rows or lacks a column, or the calibration is for none of the methods.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static IReadOnlyList<MethodEvaluation> Evaluate(
        string claimsPath, IReadOnlyList<KnownTruth> truths, IReadOnlyList<string> methods, ScoringOptions? options = null,
        CancellationToken cancellation = default) =>
        EvaluateWithLog(claimsPath, truths, methods, options, cancellation).Evaluations;

    /// <summary>The same, with what the reading of the files had to say: that is alike for every method.</summary>
    internal static (IReadOnlyList<MethodEvaluation> Evaluations, ReadingLog Log) EvaluateWithLog(
        string claimsPath, IReadOnlyList<KnownTruth> truths, IReadOnlyList<string> methods, ScoringOptions? options, CancellationToken cancellation)
    {
        PathCheck.ThrowIfNone(claimsPath);
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
        if (methods.Count > 1)
        {
            InputPath.ThrowIfReadOnce(claimsPath, blind.SourcesPath, blind.RelationsPath, blind.RulesPath, blind.CalibrationPath, blind.MemoryPath);
        }

        var (calibration, place) = blind.CalibrationPath is { } path ? CalibrationFile.ReadWithPlace(path, inputs: null) : default;
        var calibrated = calibration?.Model;
        if (calibrated is not null && !methods.Contains(calibrated, StringComparer.Ordinal))
        {
            throw new BadDataException([place with { Expected = $"one of a method that is compared: {string.Join(", ", methods)}" }]);
        }

        using var stopping = Stopping.By(cancellation);
        var (evaluations, log) = (new List<MethodEvaluation>(), new ReadingLog(blind.Lenient));
        foreach (var (index, method) in methods.Index())
        {
            var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            using var store = blind.NewStore();
            var panel = PanelMethods.All.FirstOrDefault(known => known.Name == method);
            var stored = blind with { Store = store, Model = panel is null ? method : blind.Model, CalibrationPath = method == calibrated ? blind.CalibrationPath : null };
            var claims = Stages.Read(claimsPath, stored, cancellation);
            var prepared = Stages.Prepare(claims, stored, cancellation);
            if (index == 0)
            {
                blind.Tell(claims.Log);
            }

            log = claims.Log;
            SeveralTruths.Warn(prepared.Evidence.Corpus, truths, log.Warnings);
            var needsLabels = Methods.First(known => known.Name == method).NeedsSharedLabels;
            if (needsLabels && !(panel is null ? LabelModel.FitsAll(prepared.Evidence) : prepared.Evidence.Corpus.SharedLabels.Length > 0))
            {
                continue;
            }

            var answer = panel is null
                ? CalibratedAnswer.Of(prepared.Evidence.Corpus, Stages.Infer(prepared, stored, cancellation).Answer, KnownTruths.None, prepared.Map)
                : Votes.Of(prepared.Evidence.Corpus).AnswerOf(panel, prepared.Evidence.Corpus, cancellation);
            var (seconds, bytes) = (Stopwatch.GetElapsedTime(started).TotalSeconds, GC.GetTotalAllocatedBytes() - allocated);
            evaluations.Add(new MethodEvaluation(method, Evaluator.Evaluate(prepared.Evidence.Corpus, answer, truths), seconds, bytes));
        }

        return (evaluations, log);
    }

    /// <summary>Fits a calibration: scores a claims file blind and compares with known answers.</summary>
    /// <param name="claimsPath">The claims file.</param>
    /// <param name="truths">True values by item, beside those of the options.</param>
    /// <param name="options">How to score; <see langword="null"/> for the defaults. A calibration in it is left out: what is fitted starts from the rules.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible, fewer than 20 of the items that somebody speaks on are among the known answers, or one of those has no item or value, or one with an unpaired surrogate.</exception>
    /// <exception cref="BadDataException">A file has bad rows or lacks a column.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Calibration Calibrate(
        string claimsPath, IReadOnlyList<KnownTruth> truths, ScoringOptions? options = null, CancellationToken cancellation = default)
    {
        PathCheck.ThrowIfNone(claimsPath);
        ArgumentNullException.ThrowIfNull(truths);
        DeclarationCheck.ThrowIfBad(truths, nameof(truths));
        options ??= new ScoringOptions();
        using var result = Score(claimsPath, options with { CalibrationPath = null, Truths = [.. options.Truths, .. truths] }, cancellation);
        return result.Calibrate(cancellation) ?? throw new ArgumentException(
            $"{result.Run.KnownItems} known answers to items of the claims file: must be at least {MapChoice.LeastItems}", nameof(truths));
    }

    /// <summary>The default rule set, as JSON that <see cref="ScoringOptions.RulesPath"/> can point to once edited.</summary>
    public static string DefaultRules => RuleSetFile.DefaultText();

    /// <summary>The JSON schema of rule sets, for editors.</summary>
    public static string RulesSchema => RuleSetFile.SchemaText();

    /// <summary>Reads a truth file for <see cref="Evaluate"/>, <see cref="Calibrate"/> and <see cref="ScoringResult.Evaluate"/>.</summary>
    /// <param name="path">A CSV file with the columns item and value.</param>
    /// <param name="options">Those with which the claims file is read, of which encoding and leniency count; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible.</exception>
    /// <exception cref="BadDataException">The file has bad rows (and the options are not lenient) or lacks a column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<KnownTruth> ReadTruths(string path, ScoringOptions? options = null)
    {
        PathCheck.ThrowIfNone(path);
        options ??= new ScoringOptions();
        var log = new ReadingLog(options.Lenient);
        var truths = ReadTruths(path, log, options.Encoding);
        options.Tell(log);
        return truths;
    }

    /// <summary>The same for a file of another encoding, or with rows that may be skipped.</summary>
    internal static List<KnownTruth> ReadTruths(string path, ReadingLog log, Encoding? encoding)
    {
        var truths = TruthReader.Read(path, log, encoding);
        log.ThrowIfUnusable();
        return truths;
    }

    /// <summary>Scores what is read to a store, which goes if that fails and else with the result.</summary>
    private static ScoringResult Score(Func<ScoringOptions, ClaimsRead> read, ScoringOptions options, CancellationToken cancellation)
    {
        var stored = options with { Store = options.NewStore() };
        using var stopping = Stopping.By(cancellation);
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
        var prepared = Stages.Prepare(claims, options, cancellation);
        options.Tell(claims.Log);
        var posterior = Stages.Infer(prepared, options, cancellation);
        var (evidence, log) = (posterior.Evidence, claims.Log);
        if (!posterior.Converged)
        {
            log.Warnings.Add($"the model did not settle in {posterior.Iterations} passes: scores may still move a little");
        }

        var present = prepared.Evidence.Rules.Independence.Unrelated.Correlation;
        var blind = prepared.Truths.Count == 0 ? null : new BlindCheck(evidence.Corpus, prepared.Truths, present, prepared.Map, (correlation, stop) =>
            Stages.Infer(prepared.Blind(correlation), options, stop).Answer);
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
            Inputs = log.Inputs.AsReadOnly(),
            AsOf = options.AsOf,
            Rows = claims.Rows,
            LaterRows = claims.LaterRows,
            DuplicateRows = evidence.Corpus.DuplicateRows,
            KnownItems = prepared.Known.Count,
            Calibration = prepared.Calibration,
            RememberedSources = evidence.Remembered?.Sources ?? 0,
            RememberedCorpora = evidence.Remembered?.Corpora ?? 0,
            Iterations = posterior.Iterations,
            Converged = posterior.Converged,
            Warnings = log.Warnings.AsReadOnly(),
            SkippedRows = log.BadRows,
        }, panel, blind);
    }
}
