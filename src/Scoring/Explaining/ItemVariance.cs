using Scoring.Inference;
using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Variance of the log-odds of claims, from what is not known of the reliability of those who speak on their item. Serves one item after another in the same room.</summary>
internal sealed class ItemVariance(Evidence evidence, Posterior posterior)
{
    private ItemMargins? margins;
    private double[] weightOfRow = [];
    private double[] weight = [];
    private double[] variance = [];
    private double[] leverage = [];
    private double[] rivalShare = [];
    private double[] ofClaim = [];

    /// <summary>The hypotheses of the item as rivals.</summary>
    public RivalWeights Rivals { get; } = new();

    /// <summary>Those who speak on the item.</summary>
    public VoiceRows Speakers { get; } = new(evidence, evidence.Speaker, []);

    /// <summary>Goes on to an item.</summary>
    public void Fill(ItemMargins ofItem)
    {
        margins = ofItem;
        Rivals.Weigh(margins.LogWeights, margins.LogUnnamed);
        Speakers.Fill(margins.Item);
        if (weight.Length < Speakers.Count)
        {
            (weight, variance, leverage) = (new double[Speakers.Count], new double[Speakers.Count], new double[Speakers.Count]);
        }

        var rows = evidence.Corpus.AssertionsOfItem(margins.Item);
        var (start, count) = (rows.Start.Value, rows.End.Value - rows.Start.Value);
        if (weightOfRow.Length < count)
        {
            weightOfRow = new double[count];
        }

        if (rivalShare.Length < margins.Count)
        {
            (rivalShare, ofClaim) = (new double[margins.Count], new double[margins.Count]);
        }

        posterior.Columns.Weight.CopyTo(start, weightOfRow.AsSpan(0, count));
        ReadOnlySpan<int> assertion = Speakers.Assertion, voice = Speakers.Voice;
        for (var i = 0; i < assertion.Length; i++)
        {
            weight[i] = weightOfRow[assertion[i] - start];
            variance[i] = posterior.LogOddsVariance[voice[i]];
        }

        if (!margins.HasNearNumbers)
        {
            LogOddsVariance.OfAll(
                Speakers.Voice, Speakers.Place, Speakers.Denies, weight, variance, Rivals.Weights, Rivals.OfRivals, ofClaim.AsSpan(0, margins.Count));
        }
    }

    /// <summary>The variance of one claim of the item, in nats²; 0 if nobody speaks on it.</summary>
    /// <param name="place">0-based place of the claim in the item.</param>
    public double Of(int place)
    {
        if (!margins!.HasNearNumbers && place != Rivals.Lone)
        {
            return ofClaim[place];
        }

        var share = rivalShare.AsSpan(0, margins.Count);
        var leverages = leverage.AsSpan(0, Speakers.Count);
        Rivals.Shares(place, share);
        if (margins.HasNearNumbers)
        {
            for (var i = 0; i < leverages.Length; i++)
            {
                leverages[i] = weight[i] * margins.Leverage(Speakers.Assertion[i], margins.First + Speakers.Place[i], margins.First + place, share);
            }
        }
        else
        {
            LogOddsVariance.Leverages(Speakers.Place, Speakers.Denies, weight, place, share, leverages);
        }

        return LogOddsVariance.Of(Speakers.Voice, leverages, variance);
    }
}
