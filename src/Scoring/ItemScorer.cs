using Scoring.Calibrating;
using Scoring.Explaining;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Kernels;
using Scoring.Rules;
using Scoring.Scales;

namespace Scoring;

/// <summary>Scores the claims of one item after another in the same room. One for each thread.</summary>
internal sealed class ItemScorer(Evidence evidence, Posterior posterior, ICredibilityMap? map)
{
    private const double EvenOdds = 0.5;

    private readonly RivalWeights rivals = new();
    private readonly VoiceRows speakers = new(evidence, evidence.Speaker, []);
    private readonly VoiceRows roots = new(evidence, evidence.Lineage.Root, []);
    private readonly VoiceRows parties = new(evidence, evidence.Lineage.Root, posterior.Parties);
    private readonly OriginCounts origins = new();
    private readonly OriginCounts independent = new();
    private double[] weight = [];
    private double[] variance = [];
    private double[] leverage = [];
    private double[] rivalShare = [];
    private double[] ofClaim = [];
    private double[] descending = [];
    private int[] order = [];
    private int[] rank = [];
    private ItemScorer? related;

    /// <summary>The scores of the claims of a run of items.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="posterior">What was concluded of it.</param>
    /// <param name="map">Calibrates the credibilities; <see langword="null"/> if nothing does.</param>
    /// <param name="items">First item, and the first after the last.</param>
    public static ClaimScore[] Score(Evidence evidence, Posterior posterior, ICredibilityMap? map, ItemBlock items)
    {
        var firstClaim = evidence.Corpus.FirstClaim;
        var start = firstClaim[items.First];
        var scores = new ClaimScore[firstClaim[items.Last] - start];
        var scorer = new ItemScorer(evidence, posterior, map);
        for (var item = items.First; item < items.Last; item++)
        {
            scorer.Score(item, scores.AsSpan((firstClaim[item] - start)..(firstClaim[item + 1] - start)));
        }

        return scores;
    }

    /// <summary>Whether something links origins, or some are not known; else each is independent.</summary>
    private bool AreLinked => posterior.Parties.Length > 0;

    private void Score(int item, Span<ClaimScore> scores)
    {
        var margins = ItemMargins.Of(evidence, posterior, item);
        Prepare(margins);
        var nats = new double[margins.Count];
        for (var place = 0; place < nats.Length; place++)
        {
            nats[place] = Breakdown.Score(posterior, margins, margins.First + place, margins.LogWeights[place] - rivals.LogSum(place));
        }

        Rank(nats);
        if (!evidence.Lineage.IsDirect)
        {
            roots.Fill(item);
        }

        var ofTwo = margins.Count == 2 && evidence.Corpus.HasTwoAnswers(item);
        origins.Fill(evidence.Lineage.IsDirect ? speakers : roots, margins.Count, ofTwo);
        if (AreLinked)
        {
            parties.Fill(item);
            independent.Fill(parties, margins.Count, ofTwo);
        }

        var (calibrated, text) = (ItemCalibration.Of(evidence, posterior, margins, nats, map), evidence.Corpus.Items[item]);
        for (var place = 0; place < nats.Length; place++)
        {
            scores[place] = Claim(margins, text, place, nats, calibrated);
        }
    }

    private void Prepare(ItemMargins margins)
    {
        rivals.Weigh(margins.LogWeights, margins.LogUnnamed);
        speakers.Fill(margins.Item);
        if (weight.Length < speakers.Count)
        {
            (weight, variance, leverage) = (new double[speakers.Count], new double[speakers.Count], new double[speakers.Count]);
        }

        if (rivalShare.Length < margins.Count)
        {
            (rivalShare, ofClaim) = (new double[margins.Count], new double[margins.Count]);
        }

        for (var i = 0; i < speakers.Count; i++)
        {
            weight[i] = posterior.Columns.Weight[speakers.Assertion[i]];
            variance[i] = posterior.LogOddsVariance[speakers.Voice[i]];
        }

        if (!margins.HasNearNumbers)
        {
            LogOddsVariance.OfAll(
                speakers.Voice, speakers.Place, speakers.Denies, weight, variance, rivals.Weights, rivals.OfRivals, ofClaim.AsSpan(0, margins.Count));
        }
    }

    private ClaimScore Claim(ItemMargins margins, string item, int place, double[] nats, CalibratedItem? calibrated)
    {
        var claim = margins.First + place;
        var score = calibrated?.LogOdds[place] ?? nats[place];
        var credibility = Decibans.ToProbability(Decibans.FromNats(score));
        var isKnown = posterior.Known.Contains(margins.Item);
        var interval = isKnown
            ? new CredibilityInterval(credibility, credibility)
            : CredibilityInterval.Of(nats[place], Variance(margins, place) + VarianceOfRelations(margins, place)).Mapped(calibrated, place, credibility);
        var support = ClaimSupport.Of(evidence, margins, origins, AreLinked ? independent : origins, place);
        var isJudged = isKnown || support.SupportingOrigins + support.ContradictingOrigins > 0 || posterior.RelationsOfItem[margins.Item].Any();
        return new ClaimScore
        {
            Index = claim,
            Item = item,
            Value = evidence.Corpus.ValueText(claim),
            Credibility = credibility,
            Low = interval.Low,
            High = interval.High,
            WeightDb = Decibans.Rounded(Decibans.FromNats(score)),
            Rank = rank[place],
            Supports = support.Supports,
            Denies = support.Denies,
            Origins = support.SupportingOrigins,
            ContradictingOrigins = support.ContradictingOrigins,
            IndependentOrigins = support.IndependentFor,
            Voices = support.Voices,
            Confidence = ConfidenceRule.Judge(interval.Low, interval.High, credibility < EvenOdds ? support.IndependentAgainst : support.IndependentFor),
            CredibilityCode = isJudged ? Admiralty.OfJudged(credibility, support.IndependentFor, support.ContradictingOrigins) : AdmiraltyCredibility.CannotBeJudged,
            Icd203 = isJudged ? Icd203.WordOrNumber(credibility) : ClaimScore.NotJudged,
        };
    }

    /// <summary>Variance of the log-odds of a claim, from what is not known of the reliability of those who speak on the item.</summary>
    private double Variance(ItemMargins margins, int place)
    {
        if (speakers.Count == 0)
        {
            return CredibilityInterval.VarianceOfUnknown;
        }

        if (!margins.HasNearNumbers && place != rivals.Lone)
        {
            return ofClaim[place];
        }

        var share = rivalShare.AsSpan(0, margins.Count);
        var leverages = leverage.AsSpan(0, speakers.Count);
        rivals.Shares(place, share);
        if (margins.HasNearNumbers)
        {
            for (var i = 0; i < leverages.Length; i++)
            {
                leverages[i] = weight[i] * margins.Leverage(speakers.Assertion[i], margins.First + speakers.Place[i], margins.First + place, share);
            }
        }
        else
        {
            LogOddsVariance.Leverages(speakers.Place, speakers.Denies, weight, place, share, leverages);
        }

        return LogOddsVariance.Of(speakers.Voice, leverages, variance);
    }

    /// <summary>What is not known of the claims that relations tie the item's to: as far as their log-odds move those of the claim.</summary>
    private double VarianceOfRelations(ItemMargins margins, int place)
    {
        if (evidence.Corpus.Relations.Length == 0)
        {
            return 0;
        }

        var (sum, isReady) = (0.0, false);
        foreach (var (index, mine, other) in posterior.RelationsOfItem[margins.Item])
        {
            if (!isReady)
            {
                rivals.Shares(place, rivalShare.AsSpan(0, margins.Count));
                isReady = true;
            }

            related ??= new ItemScorer(evidence, posterior, map);
            var towards = mine == margins.First + place ? 1 : -rivalShare[mine - margins.First];
            var slope = towards * RelationMessages.Slope(evidence.Corpus.Relations[index / 2], index, posterior.RelationMessage, posterior.Credibility[other]);
            sum += slope * slope * related.OwnVariance(other);
        }

        return sum;
    }

    /// <summary>Variance of the log-odds of a claim from those who speak on its item.</summary>
    private double OwnVariance(int claim)
    {
        var item = evidence.Corpus.ItemOfClaim[claim];
        if (posterior.Known.Contains(item))
        {
            return 0;
        }

        var margins = ItemMargins.Of(evidence, posterior, item);
        Prepare(margins);
        return Variance(margins, claim - margins.First);
    }

    /// <summary>Ranks the claims of an item: each by how many are more credible.</summary>
    private void Rank(ReadOnlySpan<double> nats)
    {
        if (rank.Length < nats.Length)
        {
            (rank, descending, order) = (new int[nats.Length], new double[nats.Length], new int[nats.Length]);
        }

        for (var i = 0; i < nats.Length; i++)
        {
            (descending[i], order[i]) = (-nats[i], i);
        }

        descending.AsSpan(0, nats.Length).Sort(order.AsSpan(0, nats.Length));
        for (int i = 0, above = 0; i < nats.Length; i++)
        {
            while (!MostCredible.Is(-descending[i], -descending[above]))
            {
                above++;
            }

            rank[order[i]] = above + 1;
        }
    }
}
