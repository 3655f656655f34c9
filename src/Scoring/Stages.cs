using Scoring.Calibrating;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Remembering;
using Scoring.Rules;

namespace Scoring;

/// <summary>The stages that every run goes through, in their order: read, index and weigh, infer.</summary>
internal static class Stages
{
    private const int ManyRows = 1 << 20;

    public static ClaimsRead Read(IEnumerable<Assertion> assertions, ScoringOptions options, CancellationToken cancellation)
    {
        var (table, given) = (new AssertionTable(options.NewStore(), options.AsOf), 0);
        foreach (var assertion in assertions)
        {
            cancellation.ThrowIfCancellationRequested();
            AssertionCheck.ThrowIfBad(assertion, given++, nameof(assertions));
            table.Add(assertion);
        }

        return new ClaimsRead(table, new ReadingLog(options.Lenient));
    }

    public static ClaimsRead Read(string path, ScoringOptions options, CancellationToken cancellation)
    {
        var (log, bytes) = (new ReadingLog(options.Lenient), new FileInfo(path).Length);
        options.Progress?.Report(new ScoringProgress("reading", 0, bytes, 0));
        var table = ClaimsReader.Read(path, log, options.Encoding, options.Threads, options.NewStore(), offset =>
        {
            cancellation.ThrowIfCancellationRequested();
            options.Progress?.Report(new ScoringProgress("reading", offset, bytes, 0));
        }, options.AsOf);
        return new ClaimsRead(table, log);
    }

    public static Prepared Prepare(ClaimsRead claims, ScoringOptions options, CancellationToken cancellation)
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
        sources = [.. sources.Select(source => source.AsRead())];
        var (calibration, place) = options.CalibrationPath is { } path4 ? CalibrationFile.ReadWithPlace(path4, log.Inputs) : default;
        var memory = options.MemoryPath is { } path5 ? MemoryFile.Read(path5, log.Inputs) : null;
        var rulesText = options.RulesPath is { } rulesPath ? JsonInput.ReadText(rulesPath, "rules", log.Inputs) : RuleSetFile.DefaultText();
        var rules = RuleSetFile.Parse(rulesText, options.RulesPath ?? RuleSetFile.DefaultName);
        log.ThrowIfUnusable();
        rules = AppliedCalibration.Of(calibration, rules, rulesText, options.Model, place, log.Warnings);

        options.Progress?.Report(new ScoringProgress("indexing", 0, claims.Rows, 0));
        TidyUp(claims.Rows);
        var corpus = CorpusBuilder.Build(claims.Take(), sources, relations, log, options.Numeric, options.Tolerance);
        cancellation.ThrowIfCancellationRequested();
        if (options.AsOf is not null)
        {
            WarnIfIdle(claims, corpus);
        }

        var claimsSha256 = log.Inputs.Find(input => input.Role == "claims")?.Sha256;
        var remembered = memory is null ? null : MemoryFile.Recall(memory, corpus.Sources, claimsSha256);
        log.WarnOfEach(memory is null ? [] : [.. SampledItems.Overlaps(memory, corpus.Items, corpus.Sources, claimsSha256)]);
        var known = KnownTruths.Of(corpus, truths);
        known.Warn(truths.Count, log.Warnings);
        SeveralTruths.Warn(corpus, truths, log.Warnings);
        if (options.TruthPath is { } truthPath && truths.Count == 0)
        {
            log.Warnings.Add($"{truthPath} has no known answer: scored as without one");
        }

        return new Prepared(Evidence.Of(corpus, rules, options.AsOf, log.Warnings, remembered), known, rulesText, truths, calibration);
    }

    public static Posterior Infer(Prepared prepared, ScoringOptions options, CancellationToken cancellation)
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

    /// <summary>Gives back what a stage on very many rows needed and nobody needs any more: else the heap grows by as much again before it is looked for.</summary>
    private static void TidyUp(int rows)
    {
        if (rows >= ManyRows)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>Warns where a date to score as of leaves out nothing for want of times, or everything.</summary>
    private static void WarnIfIdle(ClaimsRead claims, Corpus corpus)
    {
        if (claims.LaterRows > 0 && claims.Rows == 0)
        {
            claims.Log.Warnings.Add("every assertion is later than the date to score as of: none counts");
        }
        else if (claims.LaterRows == 0 && corpus.Details.Time is null)
        {
            claims.Log.Warnings.Add("no assertion has a time: the date to score as of leaves out none");
        }
    }
}
