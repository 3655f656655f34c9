using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Rules;

/// <summary>The evidence of a few rows.</summary>
internal static class SmallEvidence
{
    public static Evidence Of(params Assertion[] rows) => Weigh(rows).Evidence;

    public static (Evidence Evidence, List<string> Warnings) Weigh(
        IEnumerable<Assertion> rows, IReadOnlyList<SourceDeclaration>? sources = null, RuleSet? rules = null, DateTimeOffset? asOf = null)
    {
        var warnings = new List<string>();
        return (Evidence.Of(SmallCorpus.Build(rows, sources).Corpus, rules ?? RuleSetFile.Default(), asOf, warnings), warnings);
    }

    public static double FactorOf(this Evidence evidence, string source, FactorKind kind) =>
        evidence.Factors.Of(evidence.Corpus.AssertionOf(source), kind).Factor;

    public static double ShareOf(this Evidence evidence, string source) => evidence.Share[evidence.Corpus.AssertionOf(source)];
}
