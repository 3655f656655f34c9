using Scoring.Evaluating;
using Scoring.Storage;

namespace Scoring.Calibrating;

/// <summary>Chooses a map by five-fold cross-validated log loss.</summary>
/// <param name="Map">The map, fitted to all items.</param>
/// <param name="CrossValidated">The items as the maps of that kind put them which were fitted without them.</param>
internal sealed record MapChoice(ICredibilityMap Map, GoldItem[] CrossValidated)
{
    /// <summary>Items below which nothing is fitted.</summary>
    public const int LeastItems = 20;

    private const int LeastForCurves = 50;

    /// <summary>The identity, unless a map is clearly better; only the straight line where there are fewer than fifty items.</summary>
    public static MapChoice Of(GoldItem[] gold)
    {
        Func<IReadOnlyList<GoldItem>, ICredibilityMap>[] fits = gold.Length switch
        {
            < LeastItems => [],
            < LeastForCurves => [PlattMap.Fit],
            _ => [PlattMap.Fit, BetaMap.Fit, IsotonicMap.Fit],
        };
        var before = Array.ConvertAll(gold, Evaluator.LogLoss);
        return fits.UnlessStopped().Select(fit => (Fit: fit, Items: CrossValidate(gold, fit)))
            .Select(tried => (tried.Fit, tried.Items, Losses: Array.ConvertAll(tried.Items, Evaluator.LogLoss)))
            .Where(tried => Gain.IsClear(before, tried.Losses))
            .OrderBy(tried => tried.Losses.Sum())
            .Select(tried => new MapChoice(tried.Fit(gold), tried.Items))
            .FirstOrDefault() ?? new MapChoice(IdentityMap.Instance, gold);
    }

    private static GoldItem[] CrossValidate(GoldItem[] gold, Func<IReadOnlyList<GoldItem>, ICredibilityMap> fit)
    {
        var maps = Enumerable.Range(0, Folds.Count)
            .UnlessStopped()
            .Select(part => Array.FindAll(gold, item => Folds.Of(item.Item) != part))
            .Select(others => others.Length == 0 ? IdentityMap.Instance : fit(others))
            .ToArray();
        return [.. gold.UnlessStopped().Select(item => item with
        {
            Credibility = Logistic.Probability(maps[Folds.Of(item.Item)].LogOdds(Logistic.LogOdds(item.Credibility))),
        })];
    }
}
