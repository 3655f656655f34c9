using Scoring.Calibrating;
using Scoring.Explaining;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Scales;

namespace Scoring;

/// <summary>Puts the scores of claims and sources together from evidence and posterior.</summary>
internal static class ScoreTable
{
    private const double TieTolerance = 1e-12;
    private const double LeastRecord = 1;

    public static ClaimList Claims(Evidence evidence, Posterior posterior, ICredibilityMap? map = null) =>
        new(evidence.Corpus, items => ItemScorer.Score(evidence, posterior, map, items));

    public static SourceList Sources(Evidence evidence, Posterior posterior)
    {
        var (assertions, agreed) = Agreement(evidence.Corpus, evidence, posterior);
        return new SourceList(assertions, source =>
        {
            var (id, declaration) = (evidence.Corpus.Sources[source], evidence.Corpus.Declarations[source]);
            var reliability = posterior.Reliability[source];
            var type = evidence.Types.OfSource[source];
            var remembered = evidence.Remembered?.Weight(source) ?? 0;
            var record = posterior.RecordWeight[source] + remembered;
            return new SourceScore
            {
                Index = source,
                Source = id,
                Name = declaration?.Name ?? id,
                Type = evidence.Types.Names[type],
                Affiliation = declaration?.Affiliation,
                Reliability = reliability.Mean,
                Low = reliability.Quantile(0.05),
                High = reliability.Quantile(0.95),
                Letter = record >= LeastRecord
                    ? Admiralty.Reliability(reliability.Mean, used: true)
                    : evidence.Types.Rules[type].Letter,
                DeclaredLetter = declaration?.Letter,
                Assertions = assertions[source],
                Agreed = agreed[source],
                WeightDb = Decibans.FromNats(reliability.Discrimination),
                Record = record,
                Remembered = remembered,
            };
        });
    }

    /// <summary>Counts each source's rows, and those that agree with the most credible value of their item.</summary>
    private static (int[] Assertions, int[] Agreed) Agreement(Corpus corpus, Evidence evidence, Posterior posterior)
    {
        var (assertions, agreed) = (new int[corpus.SourceCount], new int[corpus.SourceCount]);
        Parallel.ForEach(ItemBlocks.Of(corpus), block =>
        {
            for (var item = block.First; item < block.Last; item++)
            {
                CountAgreement(item);
            }
        });
        return (assertions, agreed);

        void CountAgreement(int item)
        {
            var highest = posterior.Unnamed[item] / Math.Max(1, corpus.UnnamedHypotheses[item]);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                highest = Math.Max(highest, posterior.Credibility[claim]);
            }

            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                var isTop = posterior.Credibility[claim] >= highest - TieTolerance;
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    if (evidence.RuleWeight[a] > 0)
                    {
                        Interlocked.Increment(ref assertions[corpus.SourceOfAssertion[a]]);
                        if (isTop != (corpus.Details.StanceOf(a) == Stance.Denies))
                        {
                            Interlocked.Increment(ref agreed[corpus.SourceOfAssertion[a]]);
                        }
                    }
                }
            }
        }
    }
}
