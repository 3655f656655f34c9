using Scoring.Evaluating;
using Scoring.Explaining;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring;

/// <summary>Every claim, every source and why.</summary>
public sealed class ScoringResult
{
    private readonly Lazy<WithoutSource> without;
    private readonly Lazy<IReadOnlyList<Finding>> findings;

    internal ScoringResult(Evidence evidence, Posterior posterior, ScoringRun run, PanelResult? panel)
    {
        (Evidence, Posterior, Run, Panel) = (evidence, posterior, run, panel);
        Claims = ScoreTable.Claims(evidence, posterior);
        Sources = ScoreTable.Sources(evidence, posterior);
        without = new(() => new WithoutSource(evidence, posterior));
        findings = new(() => FindingList.Of(evidence));
    }

    /// <summary>All claims that somebody named, by item, then value, in ordinal order.</summary>
    public IReadOnlyList<ClaimScore> Claims { get; }

    /// <summary>All sources that assert, are relayed or are declared, in ordinal order.</summary>
    public IReadOnlyList<SourceScore> Sources { get; }

    /// <summary>What a reviewer should look at: by kind, then by item.</summary>
    public IReadOnlyList<Finding> Findings => findings.Value;

    /// <summary>What was scored and how it went.</summary>
    public ScoringRun Run { get; }

    /// <summary>What classical methods make of the same corpus; <see langword="null"/> unless <see cref="ScoringOptions.Panel"/> asks for it.</summary>
    public PanelResult? Panel { get; }

    internal Evidence Evidence { get; }

    internal Posterior Posterior { get; }

    /// <summary>The bars of a claim, in the order applied; their weights add up to its <see cref="ClaimScore.WeightDb"/>.</summary>
    /// <param name="claim">A claim of this result.</param>
    public IReadOnlyList<BreakdownStep> Explain(ClaimScore claim) => Breakdown.Of(Evidence, Posterior, claim.Index);

    /// <summary>The source without which the score of a claim would change most; <see langword="null"/> if nobody speaks on its item.</summary>
    /// <param name="claim">A claim of this result.</param>
    public PivotalSource? WhatWouldChange(ClaimScore claim) => PivotalSource.Of(Evidence, Posterior, without.Value, claim.Index);

    /// <summary>The claims of one item, in ordinal order of their values; empty if nobody named it.</summary>
    /// <param name="item">Id of the item.</param>
    public IReadOnlyList<ClaimScore> ClaimsOf(string item)
    {
        var index = Evidence.Corpus.FindItem(item);
        return index < 0 ? [] : [.. Enumerable.Range(Evidence.Corpus.FirstClaim[index], Evidence.Corpus.NamedCount(index)).Select(claim => Claims[claim])];
    }

    /// <summary>Compares the credibilities with known truths. Does not change them.</summary>
    /// <param name="truths">True values by item; of several values of one item, any is right.</param>
    public Evaluation Evaluate(IEnumerable<KnownTruth> truths) => Evaluator.Evaluate(Evidence.Corpus, Posterior.Answer, truths);
}
