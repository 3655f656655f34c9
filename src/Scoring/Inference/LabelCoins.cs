using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Learns coins of shared labels by passes of the one-coin kernel, a cell standing in for a source: what a label is worth is the same for all votes of a cell.</summary>
internal static class LabelCoins
{
    private const int MostPasses = 200;
    private const double Tolerance = 1e-4;

    /// <summary>Learns until what is learnt of the sources rests. Labels are equally likely beforehand, so that a habit that all share is not taken for the truth.</summary>
    /// <param name="coin">The model.</param>
    /// <param name="name">Its name.</param>
    /// <param name="columns">The votes.</param>
    /// <param name="turnout">What the number of votes on an item tells of its label.</param>
    /// <param name="known">Items whose answer is settled.</param>
    /// <param name="leastPasses">Passes to make in any case.</param>
    /// <param name="mostPasses">Most passes, at least 1.</param>
    /// <param name="threads">Threads to learn on; the result is the same for any number.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <remarks>O(votes) a pass.</remarks>
    public static LabelFamily Learn(
        ILabelCoin coin, string name, LabelColumns columns, Turnout turnout, KnownLabels known, int leastPasses, int mostPasses, int threads, CancellationToken cancellation)
    {
        var (votes, credibility) = (columns.AsClaims, known.CredibilityOf(columns));
        var (offset, logUnnamed) = Offsets(columns, turnout);
        var terms = new OneCoinTerms
        {
            LogAlternatives = new WeightColumn(columns.ItemCount, [0], []),
            LogUnnamed = logUnnamed,
            Teaching = new WeightColumn(columns.ItemCount, [1], []),
            IsSettled = known.IsSettled(columns),
            IsNumber = [],
        };
        var workers = new OneCoinWorkers(threads, columns.CellCount, numbers: null, ColumnStore.InMemory);
        var (gain, right) = (new double[columns.CellCount], new double[columns.CellCount]);
        var (passes, change) = (0, double.PositiveInfinity);
        for (; passes < Math.Min(MostPasses, mostPasses) && (passes < leastPasses || change > Tolerance); passes++)
        {
            cancellation.ThrowIfCancellationRequested();
            coin.Weigh(gain);
            workers.Pass(votes, terms, offset, gain, credibility);
            for (var cell = 0; cell < right.Length; cell++)
            {
                right[cell] = Math.Min(columns.CellWeight[cell], workers.Hits(cell));
            }

            change = coin.Learn(right, passes);
        }

        coin.Weigh(gain);
        credibility.Release();
        offset.Release();
        logUnnamed.Release();
        CorpusLimitException.ThrowIfOver((long)columns.CellCount * columns.Labels, Array.MaxLength, "numbers in the rows of its sources", "another model, such as one-coin");
        var rows = new double[columns.CellCount * columns.Labels];
        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            rows[(cell * columns.Labels) + columns.LabelOfCell[cell]] = gain[cell];
        }

        var even = Enumerable.Repeat(-Math.Log(columns.Labels), columns.Labels).ToArray();
        return new LabelFamily(name, 1, even, turnout, rows, 0, passes, change <= Tolerance);
    }

    /// <summary>What the number of votes adds to each claim (empty where it tells nothing), and the log-weight of the labels that nobody names on each item.</summary>
    private static (Column<double> OfClaim, WeightColumn LogUnnamed) Offsets(LabelColumns columns, Turnout turnout)
    {
        var claims = columns.AsClaims;
        Column<double> ofClaim = turnout.IsLearnt ? columns.Store.New<double>(claims.FirstAssertion.Length - 1) : [];
        var logUnnamed = WeightColumn.OfRuns(columns.ItemCount, columns.Store, (first, logs) =>
        {
            var unnamed = new double[columns.Labels];
            for (var i = 0; i < logs.Length; i++)
            {
                var gain = turnout.Of(columns.GroupOf(first + i));
                gain.CopyTo(unnamed);
                for (var claim = claims.FirstClaim[first + i]; claim < claims.FirstClaim[first + i + 1]; claim++)
                {
                    var label = columns.LabelOfCell[columns.Cell[claims.FirstAssertion[claim]]];
                    unnamed[label] = double.NegativeInfinity;
                    if (turnout.IsLearnt)
                    {
                        ofClaim[claim] = gain[label];
                    }
                }

                logs[i] = LabelPass.LogSum(unnamed);
            }
        });
        return (ofClaim, logUnnamed);
    }
}
