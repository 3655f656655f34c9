using Scoring.Calibrating;
using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Calibrates the claims of an item from its margins.</summary>
internal static class ItemCalibration
{
    /// <summary>The item calibrated.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="posterior">What is known.</param>
    /// <param name="margins">Log-weights of the item.</param>
    /// <param name="nats">Log-odds of its claims before.</param>
    /// <param name="map">The map, if there is one.</param>
    /// <returns><see langword="null"/> where nothing changes: without a map, or where the truth is known.</returns>
    public static CalibratedItem? Of(Evidence evidence, Posterior posterior, ItemMargins margins, double[] nats, ICredibilityMap? map) =>
        map is null or IdentityMap || posterior.Known.Contains(margins.Item)
            ? null
            : CalibratedItem.Of(map, margins.LogWeights, margins.LogUnnamed, evidence.Corpus.OnlyUnnamedValue(margins.Item) is not null, nats);

    /// <summary>Log-odds in nats of one claim of an item, calibrated if there is a map.</summary>
    public static double LogOdds(Evidence evidence, Posterior posterior, ItemMargins margins, int claim, ICredibilityMap? map)
    {
        var logOdds = margins.LogOdds(claim);
        if (map is null or IdentityMap)
        {
            return logOdds;
        }

        var nats = new double[margins.Count];
        nats[claim - margins.First] = logOdds;
        return Of(evidence, posterior, margins, nats, map)?.LogOdds[claim - margins.First] ?? logOdds;
    }
}
