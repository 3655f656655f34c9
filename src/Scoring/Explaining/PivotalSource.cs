using Scoring.Calibrating;
using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>The source without which a claim's score would change most.</summary>
/// <param name="Source">The source.</param>
/// <param name="CredibilityWithout">Credibility in (0, 1) if it and all that relay it had said nothing on the item; reliabilities, what related claims tell, and the values in question as they are.</param>
/// <param name="Flips">Whether the claim would turn from more likely true than false to more likely false than true, or the reverse.</param>
public sealed record PivotalSource(string Source, double CredibilityWithout, bool Flips)
{
    private const double Undecided = 1e-9;

    /// <summary>Finds it by leaving out, one at a time, each source that speaks on the item; the 64 weightiest where there are more, fewer on an item of very many assertions.</summary>
    /// <returns><see langword="null"/> if nobody speaks on the item, or its answer is known.</returns>
    internal static PivotalSource? Of(Evidence evidence, Posterior posterior, WhatIf whatIf, int claim, ICredibilityMap? map = null)
    {
        var item = evidence.Corpus.ItemOfClaim[claim];
        if (posterior.Known.Contains(item))
        {
            return null;
        }

        var margins = whatIf.Now(item);
        var now = ItemCalibration.LogOdds(evidence, posterior, margins, claim, map);
        var bySource = whatIf.Weightiest(margins);
        if (bySource.Length == 0)
        {
            return null;
        }

        var (source, logOdds) = bySource
            .Select(group => (group.Key, LogOdds: ItemCalibration.LogOdds(evidence, posterior, whatIf.Without(item, group.Key, group.Value), claim, map)))
            .OrderByDescending(result => Math.Abs(result.LogOdds - now)).ThenBy(result => result.Key)
            .First();
        return new PivotalSource(
            evidence.Corpus.Sources[source], Decibans.ToProbability(Decibans.FromNats(logOdds)), Math.Sign(now) * logOdds < -Undecided);
    }
}
