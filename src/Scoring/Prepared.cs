using Scoring.Calibrating;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring;

/// <summary>A corpus with what its rows weigh and what is known beforehand: all that a model learns from.</summary>
internal sealed record Prepared(
    Evidence Evidence, KnownTruths Known, string RulesText, IReadOnlyList<KnownTruth> Truths, Calibration? Calibration)
{
    public ICredibilityMap Map => Calibration?.CredibilityMap ?? IdentityMap.Instance;

    /// <summary>The same without known answers, under another correlation of unrelated voices.</summary>
    public Prepared Blind(double correlation) => this with { Evidence = Evidence.WithUnrelated(new CorrelationRule(correlation, "tried")), Known = KnownTruths.None };
}
