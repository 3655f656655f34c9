using Scoring.Indexing;
using Scoring.Scales;

namespace Scoring;

/// <summary>What is gone through claim by claim: the figures of some neighbouring claims, valid until the next.</summary>
internal delegate void ClaimVisitor(ReadOnlySpan<ClaimFigures> claims);

/// <summary>The score of a claim without its texts, each figure as <see cref="ClaimScore"/> has it: of very many claims these pass by, and no object is made for any.</summary>
internal readonly record struct ClaimFigures
{
    public required int Index { get; init; }

    public required double Credibility { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    public required double WeightDb { get; init; }

    public required int Rank { get; init; }

    public required int Supports { get; init; }

    public required int Denies { get; init; }

    public required int Origins { get; init; }

    public required int ContradictingOrigins { get; init; }

    public required int IndependentOrigins { get; init; }

    public required double Voices { get; init; }

    public required AnalyticConfidence Confidence { get; init; }

    public required AdmiraltyCredibility CredibilityCode { get; init; }

    public required string Icd203 { get; init; }

    /// <inheritdoc cref="ClaimScore.IsJudged"/>
    public bool IsJudged => Icd203 != ClaimScore.NotJudged;

    /// <summary>The score of the claim, with its texts.</summary>
    public ClaimScore Score(Corpus corpus) => new()
    {
        Index = Index,
        Mark = new ResultMark(corpus.Mark),
        Item = corpus.ItemText(Index),
        Value = corpus.ValueText(Index),
        Credibility = Credibility,
        Low = Low,
        High = High,
        WeightDb = WeightDb,
        Rank = Rank,
        Supports = Supports,
        Denies = Denies,
        Origins = Origins,
        ContradictingOrigins = ContradictingOrigins,
        IndependentOrigins = IndependentOrigins,
        Voices = Voices,
        Confidence = Confidence,
        CredibilityCode = CredibilityCode,
        Icd203 = Icd203,
    };
}
