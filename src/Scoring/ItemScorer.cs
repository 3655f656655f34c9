using Scoring.Calibrating;
using Scoring.Explaining;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Rules;
using Scoring.Scales;
using Scoring.Storage;

namespace Scoring;

/// <summary>Scores the claims of one item after another in the same room. One for each thread.</summary>
internal sealed class ItemScorer(Evidence evidence, Posterior posterior, ICredibilityMap? map, RelationVariance related)
{
    private const double EvenOdds = 0.5;

    /// <summary>In nats: relations that carry less carry nothing.</summary>
    private const double LeastTold = 1e-9;

    private readonly ItemVariance variance = new(evidence, posterior);
    private readonly VoiceRows roots = new(evidence, evidence.Lineage.Root, []);
    private readonly VoiceRows parties = new(evidence, evidence.Lineage.Root, posterior.Parties);
    private readonly OriginCounts origins = new();
    private readonly OriginCounts independent = new();
    private ClaimFigures[] scores = [];
    private double[] descending = [];
    private int[] order = [];
    private int[] rank = [];

    /// <summary>The scores of the claims of a run of items.</summary>
    /// <param name="items">First item, and the first after the last.</param>
    /// <returns>Valid until the next run.</returns>
    public ReadOnlySpan<ClaimFigures> Score(ItemBlock items)
    {
        var firstClaim = evidence.Corpus.FirstClaim;
        var (start, count) = (firstClaim[items.First], firstClaim[items.Last] - firstClaim[items.First]);
        scores = scores.Length < count ? new ClaimFigures[count] : scores;
        for (var item = items.First; item < items.Last; item++)
        {
            Score(item, scores.AsSpan((firstClaim[item] - start)..(firstClaim[item + 1] - start)));
        }

        return scores.AsSpan(0, count);
    }

    /// <summary>Whether something may link origins, or some may be unknown; else each is independent.</summary>
    private bool AreLinked => posterior.Parties.Length > 0;

    private void Score(int item, Span<ClaimFigures> ofItem)
    {
        var margins = ItemMargins.Of(evidence, posterior, item);
        variance.Fill(margins);
        var nats = new double[margins.Count];
        for (var place = 0; place < nats.Length; place++)
        {
            nats[place] = Breakdown.Score(posterior, margins, margins.First + place, margins.LogWeights[place] - variance.Rivals.LogSum(place));
        }

        Rank(nats);
        if (!evidence.Lineage.IsDirect)
        {
            roots.Fill(item);
        }

        var ofTwo = margins.Count == 2 && evidence.Corpus.HasTwoAnswers(item);
        origins.Fill(evidence.Lineage.IsDirect ? variance.Speakers : roots, margins.Count, ofTwo);
        if (AreLinked)
        {
            parties.Fill(item);
            independent.Fill(parties, margins.Count, ofTwo);
        }

        var (calibrated, told) = (ItemCalibration.Of(evidence, posterior, margins, nats, map), related.Through(item));
        var isTold = told.Length > 0 && posterior.RelationsOfItem[item].Any(relation => Math.Abs(posterior.RelationMessage[relation.Message]) > LeastTold);
        for (var place = 0; place < nats.Length; place++)
        {
            ofItem[place] = Claim(margins, place, nats, calibrated, told, isTold);
        }
    }

    private ClaimFigures Claim(ItemMargins margins, int place, double[] nats, CalibratedItem? calibrated, (int Claim, double Variance, double Unsettled)[] told, bool isTold)
    {
        var claim = margins.First + place;
        var score = calibrated?.LogOdds[place] ?? nats[place];
        var credibility = Decibans.ToProbability(Decibans.FromNats(score));
        var isKnown = posterior.Known.Contains(margins.Item);
        var interval = isKnown
            ? new CredibilityInterval(credibility, credibility)
            : CredibilityInterval.Of(nats[place], Variance(claim, place, told)).Mapped(calibrated, place, credibility);
        var support = ClaimSupport.Of(evidence, margins, origins, AreLinked ? independent : origins, place);
        var isJudged = isKnown || support.SupportingOrigins + support.ContradictingOrigins > 0 || isTold;
        return new ClaimFigures
        {
            Index = claim,
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

    /// <summary>What is not known of a claim: the reliability of those who speak on its item, or that nobody does, and what relations tell.</summary>
    private double Variance(int claim, int place, (int Claim, double Variance, double Unsettled)[] told)
    {
        var (sum, unknown) = (variance.Of(place), variance.Speakers.Count == 0 ? CredibilityInterval.VarianceOfUnknown : 0);
        foreach (var (mine, ofMine, unsettled) in told)
        {
            var towards = mine == claim ? 1 : variance.Rivals.Share(place, mine - claim + place);
            sum += towards * towards * ofMine;
            unknown *= 1 - (towards * towards * (1 - unsettled));
        }

        return sum + unknown;
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

        ShortSort.Sort(descending.AsSpan(0, nats.Length), order.AsSpan(0, nats.Length));
        for (int i = 0, above = 0; i < nats.Length; i++)
        {
            while (!MostCredible.IsOfLogs(-descending[i], -descending[above]))
            {
                above++;
            }

            rank[order[i]] = above + 1;
        }
    }
}
