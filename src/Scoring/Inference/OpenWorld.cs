using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>The claims of an item as they are scored: in the open world, where none of the named values may be right, given what the sources deserve.</summary>
/// <param name="evidence">The evidence.</param>
/// <param name="known">Settled items.</param>
/// <param name="offsets">What claims weigh beside what is said of them.</param>
/// <param name="numbers">Spreads of the sources; <see langword="null"/> where no values are numbers.</param>
internal sealed class OpenWorld(Evidence evidence, KnownTruths known, ClaimOffsets offsets, NumberScales? numbers)
{
    /// <summary>Computes the credibilities of the claims of an item.</summary>
    /// <param name="columns">The corpus, weighed.</param>
    /// <param name="item">The item.</param>
    /// <param name="discrimination">Log-odds of each source being right.</param>
    /// <param name="room">Room to work in.</param>
    /// <param name="credibility">Receives one entry a claim.</param>
    /// <returns>Probability that none of the named values is right.</returns>
    public double Score(in OneCoinColumns columns, int item, double[] discrimination, OneCoinRoom room, Span<double> credibility)
    {
        var rows = evidence.Corpus.AssertionsOfItem(item);
        var count = rows.End.Value - rows.Start.Value;
        room.Fit(1, 0, count);
        var weight = room.Weights[..count];
        columns.Weight.CopyTo(rows.Start.Value, weight);
        var logAlternatives = Math.Log(evidence.FalseAlternatives(item));
        if (numbers?.ColumnsOf(item) is { } near)
        {
            NumberPass.LogWeights(columns, weight, near, item, discrimination, offsets.OfClaim, logAlternatives, credibility);
        }
        else
        {
            OneCoinPass.LogWeights(columns, item, weight, discrimination, offsets.OfClaim, logAlternatives, credibility);
        }

        return known.Clamp(item, columns.FirstClaim[item], credibility, OneCoinPass.Softmax(credibility, Math.Log(evidence.UnnamedAlternatives(item))));
    }
}
