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

        var next = new Answer(corpus.Store.New<double>(corpus.ClaimCount), corpus.Store.New<double>(corpus.ItemCount));
        Parallel.ForEach(corpus.Blocks, corpus.Store.ThreadLimit, block =>
        {
            for (var item = block.First; item < block.Last; item++)
            {
                Calibrate(item);
            }
        });
        return next;

        void Calibrate(int item)
        {
            var (first, count) = (corpus.FirstClaim[item], corpus.NamedCount(item));
            var credibility = answer.Credibility.AsSpan(first, count).ToArray();
            if (known.Contains(item))
            {
                credibility.CopyTo(next.Credibility.AsSpan(first, count));
                next.Unnamed[item] = answer.Unnamed[item];
                return;
            }

            var calibrated = CalibratedItem.Of(
                map, Array.ConvertAll(credibility, Math.Log), Math.Log(answer.Unnamed[item]), corpus.OnlyUnnamedValue(item) is not null,
                Array.ConvertAll(credibility, Logistic.LogOdds));
            next.Unnamed[item] = calibrated.Unnamed;
            for (var i = 0; i < count; i++)
            {
                next.Credibility[first + i] = Logistic.Probability(calibrated.LogOdds[i]);
            }
        }
    }
}
