using System.Security.Cryptography;
using System.Text;
using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Explaining;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Remembering;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring;

/// <summary>Every claim, every source and why.</summary>
/// <remarks>
/// May be read by several threads at once. Of a large corpus part lies in temporary files (<see cref="ScoringOptions.MemoryLimit"/>): they go when the
/// result is disposed, or else with the process. What needs them then throws an <see cref="ObjectDisposedException"/>; without such files disposing changes nothing.
/// </remarks>
public sealed class ScoringResult : IDisposable
{
    private const int MostFindingsHeld = 200;

    private readonly BlindCheck? blind;
    private readonly ThreadLocal<WhatIf> whatIf;
    private readonly Lock turn = new();
    private IReadOnlyList<Finding>? findings;
    private FindingList? firstFindings;
    private Answer? answer;

    internal ScoringResult(Evidence evidence, Posterior posterior, ScoringRun run, PanelResult? panel, BlindCheck? blind = null)
    {
        (Evidence, Posterior, Run, Panel, this.blind) = (evidence, posterior, run, panel, blind);
        ClaimList = ScoreTable.Claims(evidence, posterior, Map);
        SourceList = ScoreTable.Sources(evidence, posterior);
        whatIf = new(() => new WhatIf(evidence, posterior));
    }

    /// <summary>All claims that somebody named, by item, then value, in ordinal order.</summary>
    /// <remarks>Made whenever they are asked for, equal each time; in large corpora computed then, too: go through them in order rather than back and forth.</remarks>
    public IReadOnlyList<ClaimScore> Claims => ClaimList;

    /// <summary>All sources that assert, are relayed or are declared, in ordinal order.</summary>
    /// <remarks>Where they are very many, computed whenever they are asked for.</remarks>
    public IReadOnlyList<SourceScore> Sources => SourceList;

    /// <summary>What a reviewer should look at: by kind, then by item.</summary>
    public IReadOnlyList<Finding> Findings => Find(CancellationToken.None);

    /// <summary>What was scored and how it went.</summary>
    public ScoringRun Run { get; }

    /// <summary>What classical methods make of the same corpus; <see langword="null"/> unless <see cref="ScoringOptions.Panel"/> asks for it.</summary>
    public PanelResult? Panel { get; }

    internal ClaimList ClaimList { get; }

    internal SourceList SourceList { get; }

    /// <summary>The number of findings of each kind, and the first of each.</summary>
    internal FindingList FirstFindings => CountFindings(CancellationToken.None);

    internal Evidence Evidence { get; }

    internal Posterior Posterior { get; }

    internal static string EngineVersion { get; } = typeof(ScoringResult).Assembly.GetName().Version!.ToString(3);

    /// <summary>The credibilities as scored: calibrated if the run is.</summary>
    internal Answer Answer => Calibrated(CancellationToken.None);

    private ICredibilityMap? Map => Run.Calibration?.CredibilityMap;

    /// <summary><see cref="Findings"/>, which in a large corpus are long in coming the first time.</summary>
    internal IReadOnlyList<Finding> Find(CancellationToken cancellation) => Once(ref findings, () => FindingList.Of(Evidence, Posterior.Copying).Findings, cancellation);

    /// <summary><see cref="FirstFindings"/>, the same.</summary>
    internal FindingList CountFindings(CancellationToken cancellation) => Once(ref firstFindings, () => FindingList.Of(Evidence, Posterior.Copying, MostFindingsHeld), cancellation);

    /// <summary><see cref="Answer"/>, the same.</summary>
    internal Answer Calibrated(CancellationToken cancellation) => Once(
        ref answer, () => Map is null ? Posterior.Answer : CalibratedAnswer.Of(Evidence.Corpus, Posterior.Answer, Posterior.Known, Map), cancellation);

    /// <summary>The bars of a claim, in the order applied; their weights add up to its <see cref="ClaimScore.WeightDb"/>.</summary>
    /// <param name="claim">A claim of this result.</param>
    /// <exception cref="ArgumentException">The claim is of another result, be it of the same corpus.</exception>
    public IReadOnlyList<BreakdownStep> Explain(ClaimScore claim)
    {
        var index = ClaimScore.IndexIn(Evidence.Corpus, claim);
        Evidence.Corpus.Store.KeepWithinLimit();
        var steps = Breakdown.Of(Evidence, Posterior, whatIf.Value!.Now(Evidence.Corpus.ItemOfClaim[index]), index);
        return Run.Calibration is null or { CredibilityMap: IdentityMap } || IsKnown(index)
            ? steps
            : CalibrationStep.Append(steps, Claims[index].WeightDb, Run.Calibration);
    }

    /// <summary>The source without which the score of a claim would change most, of the 64 that weigh most on its item, fewer where that has very many assertions; <see langword="null"/> if nobody speaks on it, or its answer is known.</summary>
    /// <param name="claim">A claim of this result.</param>
    /// <exception cref="ArgumentException">The claim is of another result, be it of the same corpus.</exception>
    public PivotalSource? WhatWouldChange(ClaimScore claim) => PivotalSource.Of(Evidence, Posterior, whatIf.Value!, ClaimScore.IndexIn(Evidence.Corpus, claim), Map);

    /// <summary>Whether the answer to a claim's item is known.</summary>
    internal bool IsKnown(int claim) => Posterior.Known.Contains(Evidence.Corpus.ItemOfClaim[claim]);

    /// <summary>The smallest number of new, unrelated sources against a claim that would turn its verdict; <see langword="null"/> where its answer is known or it stands at even odds.</summary>
    internal ContrarySources? ToFlip(ClaimScore claim) => ContrarySources.Of(Evidence, Posterior, whatIf.Value!, claim.Index, Map);

    /// <summary>The claims of one item, in ordinal order of their values; empty if nobody named it.</summary>
    /// <param name="item">Id of the item.</param>
    public IReadOnlyList<ClaimScore> ClaimsOf(string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var index = Evidence.Corpus.FindItem(item);
        return index < 0 ? [] : [.. ClaimList.OfItem(index)];
    }

    /// <summary>Compares the credibilities with known truths. Does not change them.</summary>
    /// <param name="truths">True values by item; of several values of one item, any is right.</param>
    /// <exception cref="ArgumentException">A truth has no item or value, or one with an unpaired surrogate.</exception>
    public Evaluation Evaluate(IEnumerable<KnownTruth> truths)
    {
        ArgumentNullException.ThrowIfNull(truths);
        KnownTruth[] known = [.. truths];
        DeclarationCheck.ThrowIfBad(known, nameof(truths));
        return Evaluator.Evaluate(Evidence.Corpus, Answer, known);
    }

    /// <summary>How well the credibilities would have agreed with the known answers of the run had those not been shown.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns><see langword="null"/> if no known answers were given.</returns>
    /// <remarks>Runs the model once more, the first time it is asked.</remarks>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Evaluation? EvaluateBlind(CancellationToken cancellation = default) => blind?.Evaluate(cancellation);

    /// <summary>What the known answers of the run teach about its credibilities: scores it without them, then fits.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns><see langword="null"/> if fewer than 20 known answers were given to items that somebody speaks on.</returns>
    /// <remarks>Runs the model up to eight times more, the first time it is asked.</remarks>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Calibration? Calibrate(CancellationToken cancellation = default) => blind?.Fit(cancellation) is not { } fit ? null : new Calibration
    {
        Engine = Run.Version,
        Model = Run.Model,
        RulesName = Run.RulesName,
        RulesVersion = Run.RulesVersion,
        RulesSha256 = RulesSha256(Run.RulesText),
        UnrelatedCorrelation = fit.Correlation,
        CredibilityMap = fit.Map,
        GoldItems = fit.GoldItems,
        Before = fit.Before,
        After = fit.After,
        ClaimsSha256 = Run.Inputs.FirstOrDefault(input => input.Role == "claims")?.Sha256,
        TruthSha256 = Run.Inputs.FirstOrDefault(input => input.Role == "truth")?.Sha256,
    };

    /// <summary>
    /// Adds what the run taught of its sources to a memory file, in place of what the same claims file taught it before. The
    /// file is replaced as a whole or not at all; it must not be written to by two runs at once.
    /// </summary>
    /// <param name="path">The file; created if it is not there.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible.</exception>
    /// <exception cref="InvalidOperationException">The claims did not come from a file, so that nothing tells them from others.</exception>
    /// <exception cref="Reading.BadDataException">The file is no memory.</exception>
    /// <exception cref="IOException">The file cannot be written, or is an input of the run.</exception>
    public void Remember(string path)
    {
        PathCheck.ThrowIfNone(path);
        if (RealPath.FirstAmong([path], Run.Inputs.Where(file => file.Role != MemoryFile.Role).Select(file => file.Path)) is { } input)
        {
            throw new IOException($"{input}: would be overwritten by the memory");
        }

        var claims = Run.Inputs.FirstOrDefault(file => file.Role == "claims")?.Sha256
            ?? throw new InvalidOperationException("Only a corpus from a claims file can be remembered: by its SHA-256 it is told from others.");
        MemoryFile.Write(MemoryFile.Read(path, inputs: null).With(claims, CorpusRecords.Of(Evidence, Posterior, claims), SampledItems.Of(Evidence.Corpus.Items, claims)), path);
    }

    /// <summary>Gives temporary files back.</summary>
    public void Dispose() => Evidence.Corpus.Store.Dispose();

    /// <summary>Makes once what is then kept; of several threads that ask the first makes it. Whoever is stopped meanwhile leaves it to the next.</summary>
    private T Once<T>(ref T? kept, Func<T> make, CancellationToken cancellation)
        where T : class
    {
        if (Volatile.Read(ref kept) is { } known)
        {
            return known;
        }

        using var stopping = Stopping.By(cancellation);
        lock (turn)
        {
            return kept ??= make();
        }
    }

    /// <summary>SHA-256 of a rule set's text whatever its line ends.</summary>
    internal static string RulesSha256(string rulesText) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rulesText.ReplaceLineEndings("\n"))));
}
