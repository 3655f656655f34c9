using Scoring.Indexing;
using Scoring.Inference;

namespace Scoring.Calibrating;

/// <summary>What a method concludes, calibrated item by item.</summary>
internal static class CalibratedAnswer
{
    /// <summary>Calibrates all items but those whose truth is known.</summary>
    public static Answer Of(Corpus corpus, Answer answer, KnownTruths known, ICredibilityMap map)
    {
        if (map is IdentityMap)
        {
            return answer;
        }

        var next = new Answer([.. answer.Credibility], [.. answer.Unnamed]);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            if (known.Contains(item))
            {
                continue;
            }

            var (first, count) = (corpus.FirstClaim[item], corpus.NamedCount(item));
            var credibility = answer.Credibility.AsSpan(first, count).ToArray();
            var calibrated = CalibratedItem.Of(
                map, Array.ConvertAll(credibility, Math.Log), Math.Log(answer.Unnamed[item]), corpus.OnlyUnnamedValue(item) is not null,
                Array.ConvertAll(credibility, Logistic.LogOdds));
            next.Unnamed[item] = calibrated.Unnamed;
            for (var i = 0; i < count; i++)
            {
                next.Credibility[first + i] = Logistic.Probability(calibrated.LogOdds[i]);
            }
        }

        return next;
    }
}
