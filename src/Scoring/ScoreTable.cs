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
        return new SourceList(assertions, evidence.Corpus.Store.ThreadLimit, source =>
        {
            var (id, declaration) = (evidence.Corpus.Sources[source], evidence.Corpus.Declarations[source]);
            var (reliability, widened) = (posterior.Reliability[source], posterior.Widened[source]);
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
                Low = widened.Quantile(0.05),
                High = widened.Quantile(0.95),
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
        const int agreedBits = 32;
        var counts = new long[corpus.SourceCount]; // both in one number: sources lie far apart, and two would be fetched apart
        Parallel.ForEach(
            ItemBlocks.Of(corpus), corpus.Store.ThreadLimit, () => new long[counts.Length], (block, _, own) =>
            {
                for (var item = block.First; item < block.Last; item++)
                {
                    CountAgreement(item, own);
                }

                return own;
            },
            own =>
            {
                lock (counts)
                {
                    for (var source = 0; source < counts.Length; source++)
                    {
                        counts[source] += own[source];
                    }
                }
            });
        return (Array.ConvertAll(counts, both => (int)both), Array.ConvertAll(counts, both => (int)(both >> agreedBits)));

        void CountAgreement(int item, long[] own)
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
                        var agrees = isTop != (corpus.Details.StanceOf(a) == Stance.Denies);
                        own[corpus.SourceOfAssertion[a]] += 1 + (agrees ? 1L << agreedBits : 0);
                    }
                }
            }
        }
    }
}
