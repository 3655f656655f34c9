using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Scores all claims, then those that relations tell something, until what is told has settled.</summary>
/// <param name="corpus">The corpus.</param>
/// <param name="options">How long and on how many threads.</param>
/// <param name="relations">What relations tell claims.</param>
/// <param name="offsets">What claims weigh beside what is said of them.</param>
/// <param name="credibility">Credibility of each claim; overwritten.</param>
/// <param name="unnamed">Receives the probability of each item that no named value is right.</param>
internal sealed class ScoringPasses(Corpus corpus, InferenceOptions options, RelationMessages relations, ClaimOffsets offsets, Column<double> credibility, Column<double> unnamed)
{
    private const int ItemsPerRun = 256;

    /// <summary>Scores the claims of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="room">Room to work in, but for the probabilities.</param>
    /// <param name="probability">Receives one entry a claim.</param>
    /// <returns>Probability that none of them is right.</returns>
    public delegate double ItemScore(int item, OneCoinRoom room, Span<double> probability);

    /// <summary>Makes the passes.</summary>
    /// <returns>Whether what relations carry from claim to claim has settled.</returns>
    public bool Run(ItemScore score)
    {
        // After the first pass relations move the items of their claims alone.
        var isOver = Pass(corpus.ItemCount, item => item, score) <= options.Tolerance || relations.Items.Length == 0;
        for (var pass = 0; pass < options.MostIterations && !isOver; pass++)
        {
            relations.Update(credibility);
            offsets.Update(relations.Items);
            isOver = Pass(relations.Items.Length, index => relations.Items[index], score) <= options.Tolerance;
        }

        return isOver;
    }

    /// <returns>The largest change of a credibility.</returns>
    private double Pass(int count, Func<int, int> itemAt, ItemScore score)
    {
        var changes = new double[(count + ItemsPerRun - 1) / ItemsPerRun];
        Runs.ForEach(
            count, ItemsPerRun, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation }, () => new OneCoinRoom(),
            (first, last, room) =>
            {
                for (var i = first; i < last; i++)
                {
                    changes[first / ItemsPerRun] = Math.Max(changes[first / ItemsPerRun], ScoreItem(itemAt(i), score, room));
                }
            });
        return changes.DefaultIfEmpty().Max();
    }

    /// <returns>The largest change of a credibility of the item.</returns>
    private double ScoreItem(int item, ItemScore score, OneCoinRoom room)
    {
        var (first, count) = (corpus.FirstClaim[item], corpus.NamedCount(item));
        room.Fit(1, count, 0);
        var probability = room.Probabilities[..count];
        unnamed[item] = score(item, room, probability);
        var change = 0.0;
        for (var i = 0; i < probability.Length; i++)
        {
            change = Math.Max(change, Math.Abs(probability[i] - credibility[first + i]));
            credibility[first + i] = probability[i];
        }

        return change;
    }
}
