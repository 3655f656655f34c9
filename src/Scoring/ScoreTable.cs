using System.Collections.Concurrent;
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
    private const double LeastRecord = 1;

    public static ClaimList Claims(Evidence evidence, Posterior posterior, ICredibilityMap? map = null)
    {
        var (related, idle) = (new RelationVariance(evidence, posterior), new ConcurrentBag<ItemScorer>());
        return new(evidence.Corpus, (items, visit) =>
        {
            var scorer = idle.TryTake(out var one) ? one : new ItemScorer(evidence, posterior, map, related);
            visit(scorer.Score(items));
            if (!ClaimList.IsLarge(evidence.Corpus, items))
            {
                // Else its room stays as large as that.
                idle.Add(scorer);
            }
        });
    }

    public static SourceList Sources(Evidence evidence, Posterior posterior)
    {
        var (assertions, agreed) = Agreement(evidence.Corpus, evidence, posterior);
        return new SourceList(assertions, evidence.Corpus.Store.ThreadLimit, source =>
        {
            var (id, declaration) = (evidence.Corpus.Sources[source], evidence.Corpus.Declarations[source]);
            var (reliability, widened) = (posterior.Reliability[source], posterior.Widened[source]);
            var type = evidence.Types.OfSource[source];
            var remembered = evidence.Remembered?.Weight(source) ?? 0;
            var record = posterior.Records.Counted(source) + remembered;
            return new SourceScore
            {
                Index = source,
                Source = id,
                Name = declaration?.Name ?? id,
                Type = evidence.Types.Names[type],
                Affiliation = declaration?.Affiliation,
                Reliability = reliability.Mean,
                // Of a reliability next to 0 or 1 nearly all probability lies beyond the mean.
                Low = Math.Min(reliability.Mean, widened.Quantile(0.05)),
                High = Math.Max(reliability.Mean, widened.Quantile(0.95)),
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

    /// <summary>Counts each source's rows, and those that agree with what came of it.</summary>
    private static (int[] Assertions, int[] Agreed) Agreement(Corpus corpus, Evidence evidence, Posterior posterior)
    {
        const int agreedBits = 32;
        var counts = SourceSums.Of(corpus, corpus.SourceOfAssertion, corpus.Store.ThreadLimit, units: 1, (item, terms) =>
        {
            var (highest, start) = (MostCredible.Of(corpus, item, posterior.Credibility, posterior.Unnamed), corpus.AssertionsOfItem(item).Start.Value);
            evidence.RuleWeight.CopyTo(start, terms);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                var isTop = MostCredible.Is(posterior.Credibility[claim], highest);
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    // Both counts in one number.
                    var agrees = corpus.Details.StanceOf(a) == Stance.Denies ? !isTop || posterior.Credibility[claim] < 0.5 : isTop;
                    terms[a - start] = terms[a - start] > 0 ? 1 + (agrees ? 1L << agreedBits : 0) : 0;
                }
            }
        });
        return (Array.ConvertAll(counts, both => (int)both), Array.ConvertAll(counts, both => (int)(both >> agreedBits)));
    }
}
