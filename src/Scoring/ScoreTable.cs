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
        new(evidence.Corpus, item => ClaimsOfItem(evidence, posterior, map, item));

    public static SourceScore[] Sources(Evidence evidence, Posterior posterior)
    {
        var (assertions, agreed) = Agreement(evidence.Corpus, evidence, posterior);
        var scores = new SourceScore[evidence.Corpus.SourceCount];
        Parallel.For(0, scores.Length, source =>
        {
            var declaration = evidence.Corpus.Declarations[source];
            var reliability = posterior.Reliability[source];
            var type = evidence.Types.OfSource[source];
            var remembered = evidence.Remembered?.Weight(source) ?? 0;
            var record = posterior.RecordWeight[source] + remembered;
            scores[source] = new SourceScore
            {
                Index = source,
                Source = evidence.Corpus.Sources[source],
                Name = declaration?.Name ?? evidence.Corpus.Sources[source],
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
        return scores;
    }

    private static ClaimScore[] ClaimsOfItem(Evidence evidence, Posterior posterior, ICredibilityMap? map, int item)
    {
        var margins = ItemMargins.Of(evidence, posterior, item);
        var nats = new double[margins.Count];
        var rivals = new double[nats.Length][];
        for (var i = 0; i < nats.Length; i++)
        {
            (nats[i], rivals[i]) = Breakdown.ScoreAmongRivals(posterior, margins, margins.First + i);
        }

        var calibrated = ItemCalibration.Of(evidence, posterior, margins, nats, map);
        var scores = new ClaimScore[nats.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Claim(evidence, posterior, margins, margins.First + i, rivals[i], nats, calibrated);
        }

        return scores;
    }

    private static ClaimScore Claim(Evidence evidence, Posterior posterior, ItemMargins margins, int claim, double[] rivalShare, double[] nats, CalibratedItem? calibrated)
    {
        var mine = nats[claim - margins.First];
        var score = calibrated?.LogOdds[claim - margins.First] ?? mine;
        var credibility = Decibans.ToProbability(Decibans.FromNats(score));
        var interval = CredibilityInterval.Of(posterior, margins, claim, rivalShare, mine).Mapped(calibrated, claim - margins.First, credibility);
        var support = ClaimSupport.Of(evidence, margins, claim);
        return new ClaimScore
        {
            Index = claim,
            Item = evidence.Corpus.Items[margins.Item],
            Value = evidence.Corpus.ValueText(claim),
            Credibility = credibility,
            Low = interval.Low,
            High = interval.High,
            WeightDb = Decibans.FromNats(score),
            Rank = Rank(nats, mine),
            Supports = support.Supports,
            Denies = support.Denies,
            Origins = support.SupportingOrigins,
            ContradictingOrigins = support.ContradictingOrigins,
            Voices = support.Voices,
            Confidence = ConfidenceRule.Judge(interval.Low, interval.High, support.SupportingOrigins),
            CredibilityCode = Admiralty.Credibility(credibility, support.SupportingOrigins, support.ContradictingOrigins),
            Icd203 = Icd203.WordOrNumber(credibility),
        };
    }

    private static int Rank(double[] nats, double mine)
    {
        var rank = 1;
        foreach (var other in nats)
        {
            rank += other > mine + TieTolerance ? 1 : 0;
        }

        return rank;
    }

    /// <summary>Counts each source's rows, and those that agree with the most credible value of their item.</summary>
    private static (int[] Assertions, int[] Agreed) Agreement(Corpus corpus, Evidence evidence, Posterior posterior)
    {
        var (assertions, agreed) = (new int[corpus.SourceCount], new int[corpus.SourceCount]);
        for (var item = 0; item < corpus.ItemCount; item++)
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
                        assertions[corpus.SourceOfAssertion[a]]++;
                        agreed[corpus.SourceOfAssertion[a]] += isTop != (corpus.Details.StanceOf(a) == Stance.Denies) ? 1 : 0;
                    }
                }
            }
        }

        return (assertions, agreed);
    }
}
