using System.Buffers;
using Scoring.Calibrating;
using Scoring.Inference;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>How many new sources would turn the verdict on a claim.</summary>
/// <param name="Count">The smallest number that does; <see cref="Most"/> + 1 if not even <see cref="Most"/> do.</param>
/// <param name="Value">What they would have to say: the value they name.</param>
/// <param name="IsFor">Whether they would speak for the claim, since it is now more likely false than true.</param>
/// <param name="Reliability">How often such a source is right: the expectation for a source of which nothing is known.</param>
/// <param name="CredibilityAfter">Credibility of the claim after them, in (0, 1).</param>
internal sealed record ContrarySources(int Count, string Value, bool IsFor, double Reliability, double CredibilityAfter)
{
    /// <summary>More than these are not tried.</summary>
    public const int Most = 50;

    private const double Undecided = 1e-9;

    /// <summary>Adds sources of the rule set's fallback type one by one, unrelated to all others, who all say the same; reliabilities stay as they are.</summary>
    /// <returns><see langword="null"/> where the answer is known, or where the claim stands at even odds.</returns>
    public static ContrarySources? Of(Evidence evidence, Posterior posterior, WhatIf whatIf, int claim, ICredibilityMap? map)
    {
        var item = evidence.Corpus.ItemOfClaim[claim];
        var now = whatIf.Now(item);
        var logOdds = ItemCalibration.LogOdds(evidence, posterior, now, claim, map);
        if (posterior.Known.Contains(item) || Math.Abs(logOdds) < Undecided)
        {
            return null;
        }

        var type = evidence.Rules.SourceTypes[evidence.Rules.FallbackType];
        var stranger = BetaDistribution.FromMean(type.Reliability, type.Strength);
        var isFor = logOdds < 0;
        var target = isFor ? claim - now.First : BestRival(now, claim);
        var value = target >= 0 ? evidence.Corpus.ValueText(now.First + target) : evidence.Corpus.OnlyUnnamedValue(item) ?? "";
        var gives = target < 0 ? [] : now.Voice(target, Array.IndexOf(evidence.Types.Names, evidence.Rules.FallbackType), stranger.Discrimination);
        if (stranger.Discrimination <= 0)
        {
            return new ContrarySources(Most + 1, value, isFor, type.Reliability, Probability(logOdds));
        }

        // One more never takes from the others what it gives, so that the smallest number lies where halving finds it.
        var (low, high) = (0, 1);
        while (high <= Most && !Turns(After(high)))
        {
            (low, high) = (high, high == Most ? Most + 1 : Math.Min(Most, 2 * high));
        }

        while (high <= Most && high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Turns(After(middle)) ? (low, middle) : (middle, high);
        }

        return new ContrarySources(high, value, isFor, type.Reliability, Probability(After(Math.Min(high, Most))));

        bool Turns(double after) => after * logOdds < 0 && Math.Abs(after) > Undecided;

        double After(int count)
        {
            var (margins, share) = whatIf.Beside(item, count, stranger.Discrimination);
            return LogOdds(evidence, margins, claim, count * share, gives, target < 0 ? stranger.Discrimination + margins.LogAlternatives : 0, map);
        }
    }

    /// <summary>Place in the item of the strongest other value; −1 if that is one that nobody named.</summary>
    private static int BestRival(ItemMargins margins, int claim)
    {
        var (best, strongest) = (-1, margins.Count > 1 ? double.NegativeInfinity : margins.LogUnnamed);
        for (var i = 0; i < margins.Count; i++)
        {
            if (i != claim - margins.First && margins.LogWeights[i] > strongest)
            {
                (best, strongest) = (i, margins.LogWeights[i]);
            }
        }

        return best;
    }

    /// <summary>The log-odds of a claim when further voices have given the hypotheses of its item what each gives.</summary>
    private static double LogOdds(Evidence evidence, ItemMargins margins, int claim, double voices, double[] gives, double givesUnnamed, ICredibilityMap? map)
    {
        var room = ArrayPool<double>.Shared.Rent(margins.Count);
        var weights = room.AsSpan(0, margins.Count);
        margins.LogWeights.CopyTo(weights);
        var unnamed = margins.LogUnnamed + (voices * givesUnnamed);
        for (var i = 0; i < gives.Length; i++)
        {
            weights[i] += voices * gives[i];
        }

        var mine = claim - margins.First;
        var logOdds = weights[mine] - RivalWeights.LogSum(weights, unnamed, mine);
        if (map is not null and not IdentityMap)
        {
            var odds = new double[margins.Count];
            odds[mine] = logOdds;
            logOdds = CalibratedItem.Of(map, weights, unnamed, evidence.Corpus.OnlyUnnamedValue(margins.Item) is not null, odds).LogOdds[mine];
        }

        ArrayPool<double>.Shared.Return(room);
        return logOdds;
    }

    private static double Probability(double nats) => Decibans.ToProbability(Decibans.FromNats(nats));
}
