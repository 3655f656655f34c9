using Scoring.Indexing;
using Scoring.Scales;

namespace Scoring;

/// <summary>The score of one claim: an item with one of the values named for it.</summary>
public sealed record ClaimScore
{
    internal static readonly string NotJudged = Admiralty.Describe(AdmiraltyCredibility.CannotBeJudged);

    internal int Index { get; init; }

    internal ResultMark Mark { get; init; }

    /// <summary>The question at issue.</summary>
    public required string Item { get; init; }

    /// <summary>The answer.</summary>
    public required string Value { get; init; }

    /// <summary>Probability that the claim is true, in (0, 1), given the assertions, the rules and the model.</summary>
    public required double Credibility { get; init; }

    /// <summary>Lower end of the 90 % interval of the credibility.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 90 % interval of the credibility.</summary>
    public required double High { get; init; }

    /// <summary>The credibility as log-odds in decibans: 0 is even odds, 10 is ten to one. The bars of the breakdown add up to it.</summary>
    public required double WeightDb { get; init; }

    /// <summary>1 for the most credible named value of the item; equally credible ones share a rank.</summary>
    public required int Rank { get; init; }

    /// <summary>Assertions that count and support the claim.</summary>
    public required int Supports { get; init; }

    /// <summary>Assertions that count and deny the claim; for yes/no items, those for the opposite too.</summary>
    public required int Denies { get; init; }

    /// <summary>Distinct origins that support the claim; reports of unknown lineage share one.</summary>
    public required int Origins { get; init; }

    /// <summary>Distinct origins that deny the claim or support another value of the item.</summary>
    public required int ContradictingOrigins { get; init; }

    /// <summary>
    /// Of <see cref="Origins"/>, those that are independent as far as is known: origins of one affiliation, or of which one repeats another's errors, are one,
    /// and unknown lineage adds none to others.
    /// </summary>
    public int IndependentOrigins { get; init; }

    /// <summary>The supporting assertions in full independent voices, after the discount for what links them.</summary>
    public required double Voices { get; init; }

    /// <summary>How well founded the score is: by the width of its interval and the number of independent origins for it, or against it where it is more likely false.</summary>
    public required AnalyticConfidence Confidence { get; init; }

    /// <summary>Admiralty number: 1 (confirmed) only with two independent origins.</summary>
    public required AdmiraltyCredibility CredibilityCode { get; init; }

    /// <summary>Estimative words of ICD 203, or the number where it lies outside the table; "cannot be judged" where nobody speaks for or against it.</summary>
    public required string Icd203 { get; init; }

    /// <summary>Whether there is anything to judge it by: somebody who speaks for or against it, a relation, or a known answer.</summary>
    internal bool IsJudged => Icd203 != NotJudged;

    /// <summary>The index of a claim in the corpus of a result.</summary>
    /// <exception cref="ArgumentException">The claim is not of this result, or was given another item or value since.</exception>
    internal static int IndexIn(Corpus corpus, ClaimScore claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return ReferenceEquals(claim.Mark.Corpus, corpus.Mark) && corpus.ValueText(claim.Index) == claim.Value && corpus.ItemText(claim.Index) == claim.Item
            ? claim.Index
            : throw new ArgumentException($"found the claim '{claim.Item}' = '{claim.Value}' of another result, expected one of {nameof(ScoringResult.Claims)} or {nameof(ScoringResult.ClaimsOf)} of this result", nameof(claim));
    }
}
