using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// The assertions that count, in columns, on items that draw from one small label set: who names which label. A cell is a
/// source with a label that it ever names, so that tables over cells grow with the assertions, not with sources × labels.
/// </summary>
internal sealed class LabelColumns
{
    private readonly Lazy<double[]> cellWeight;
    private readonly Lazy<OneCoinColumns> asClaims;

    private LabelColumns() => (cellWeight, asClaims) = (new(CellWeights), new(Claims));

    /// <summary>Where columns lie.</summary>
    public required ColumnStore Store { get; init; }

    /// <summary>Number of labels, K.</summary>
    public required int Labels { get; init; }

    /// <summary>First vote of each item, then the number of votes.</summary>
    public required Column<int> FirstVote { get; init; }

    /// <summary>Cell of each vote.</summary>
    public required Column<int> Cell { get; init; }

    /// <summary>Weight of each vote while learning: rule factors, and what links its source to others; unrelated voices count in full.</summary>
    public required WeightColumn Weight { get; init; }

    /// <summary>Source of each cell.</summary>
    public required int[] SourceOfCell { get; init; }

    /// <summary>Label of each cell.</summary>
    public required int[] LabelOfCell { get; init; }

    /// <summary>Cell of each assertion on an item that has these labels; −1 where it does not count, or rules out one of several labels.</summary>
    public required Column<int> CellOfAssertion { get; init; }

    /// <summary>Weight of the votes of each source.</summary>
    public required double[] SourceWeight { get; init; }

    /// <summary>Share of the votes of each source that is left beside one of its items, as <see cref="SourceRecords.Elsewhere"/>.</summary>
    public required double[] Elsewhere { get; init; }

    /// <summary>Weight of the votes of each cell.</summary>
    public double[] CellWeight => cellWeight.Value;

    /// <summary>The votes as the one-coin pass reads them: a claim is the votes of an item for one label, and cells stand in for sources.</summary>
    public OneCoinColumns AsClaims => asClaims.Value;

    public int ItemCount => FirstVote.Length - 1;

    /// <summary>Group of an item by how many votes it has.</summary>
    public int GroupOf(int item) => Turnout.GroupOf(FirstVote[item + 1] - FirstVote[item]);

    public int CellCount => LabelOfCell.Length;

    public int SourceCount => SourceWeight.Length;

    /// <summary>The columns of the items of one label set; others have no votes. Of two labels who denies one votes for the other; of more that is no vote.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="set">The labels.</param>
    /// <param name="repeated">For each assertion, how much of other assertions that say the same it repeats; empty if none does.</param>
    /// <param name="cellOf">Receives the cell of each assertion on an item of the set; serves all sets of a corpus.</param>
    /// <remarks>O(assertions). Where every assertion counts, votes and assertions are the same.</remarks>
    public static LabelColumns Of(Evidence evidence, LabelSet set, Column<double> repeated, Column<int> cellOf)
    {
        var corpus = evidence.Corpus;
        var cells = new CellNumbers(corpus.SourceCount);
        var (first, votes) = (corpus.Store.New<int>(corpus.ItemCount + 1), 0);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var isOfSet = corpus.Labels.Of(item) == set;
            for (var claim = corpus.FirstClaim[item]; isOfSet && claim < corpus.FirstClaim[item + 1]; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    var label = evidence.RuleWeight[a] > 0 ? corpus.LabelSaid(claim, a) : -1;
                    var counts = label >= 0;
                    cellOf[a] = counts ? cells.Of(evidence.Speaker[a], label) : -1;
                    votes += counts ? 1 : 0;
                }
            }

            first[item + 1] = votes;
        }

        var (sourceOfCell, labelOfCell) = (cells.Sources, cells.Labels);
        var (cellsOfVotes, weight) = votes == cellOf.Length && corpus.Details.Denials == 0
            ? (cellOf, WeightsOf(evidence, repeated, votes, vote => vote))
            : Counting(evidence, set, repeated, cellOf, labelOfCell, votes);
        var (sourceWeight, squares) = SumsOf(corpus.SourceCount, sourceOfCell, cellsOfVotes, first, weight);
        return new LabelColumns
        {
            Store = corpus.Store,
            Labels = set.Count,
            FirstVote = first,
            Cell = cellsOfVotes,
            Weight = weight,
            SourceOfCell = sourceOfCell,
            LabelOfCell = labelOfCell,
            CellOfAssertion = cellOf,
            SourceWeight = sourceWeight,
            Elsewhere = SourceRecords.ElsewhereOf(sourceWeight, squares),
        };
    }

    /// <summary>Logarithms of the votes for each label of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="before">Votes that each label has to begin with, above 0.</param>
    /// <param name="logVotes">Receives them; length labels.</param>
    public void LogVotes(int item, double before, Span<double> logVotes)
    {
        logVotes.Fill(before);
        for (var vote = FirstVote[item]; vote < FirstVote[item + 1]; vote++)
        {
            logVotes[LabelOfCell[Cell[vote]]] += Weight[vote];
        }

        foreach (ref var votes in logVotes)
        {
            votes = Math.Log(votes);
        }
    }

    /// <summary>Gives back what only learning needs; which label each assertion names stays, and how many votes each item has.</summary>
    public void ReleaseVotes()
    {
        if (!ReferenceEquals(Cell, CellOfAssertion))
        {
            Cell.Release();
        }

        Weight.Release();
        if (asClaims.IsValueCreated)
        {
            asClaims.Value.FirstClaim.Release();
            asClaims.Value.FirstAssertion.Release();
        }
    }

    private double[] CellWeights()
    {
        var weights = new double[CellCount];
        for (var vote = 0; vote < Cell.Length; vote++)
        {
            weights[Cell[vote]] += Weight[vote];
        }

        return weights;
    }

    private OneCoinColumns Claims()
    {
        var firstClaim = Store.New<int>(ItemCount + 1);
        for (var item = 0; item < ItemCount; item++)
        {
            firstClaim[item + 1] = firstClaim[item];
            for (var vote = FirstVote[item]; vote < FirstVote[item + 1]; vote++)
            {
                firstClaim[item + 1] += IsFirstOfClaim(item, vote) ? 1 : 0;
            }
        }

        var (firstVote, claim) = (Store.New<int>(firstClaim[^1] + 1), 0);
        for (var item = 0; item < ItemCount; item++)
        {
            for (var vote = FirstVote[item]; vote < FirstVote[item + 1]; vote++)
            {
                if (IsFirstOfClaim(item, vote))
                {
                    firstVote[claim++] = vote;
                }
            }
        }

        firstVote[claim] = Cell.Length;
        return new OneCoinColumns { FirstClaim = firstClaim, FirstAssertion = firstVote, Speaker = Cell, Weight = Weight, Denies = [] };
    }

    private bool IsFirstOfClaim(int item, int vote) => vote == FirstVote[item] || LabelOfCell[Cell[vote]] != LabelOfCell[Cell[vote - 1]];

    /// <summary>Cells and weights of the assertions that count alone, those of each label of an item together: where some deny, their order is not that of the labels.</summary>
    private static (Column<int> Cell, WeightColumn Weight) Counting(Evidence evidence, LabelSet set, Column<double> repeated, Column<int> cellOf, int[] labelOfCell, int votes)
    {
        var (corpus, next) = (evidence.Corpus, 0);
        var (cell, assertion) = (corpus.Store.New<int>(votes), corpus.Store.New<int>(votes));
        var isInOrder = corpus.Details.Denials == 0;
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var rows = corpus.AssertionsOfItem(item);
            for (var label = 0; corpus.Labels.Of(item) == set && label < (isInOrder ? 1 : set.Count); label++)
            {
                for (var a = rows.Start.Value; a < rows.End.Value; a++)
                {
                    if (cellOf[a] >= 0 && (isInOrder || labelOfCell[cellOf[a]] == label))
                    {
                        (cell[next], assertion[next]) = (cellOf[a], a);
                        next++;
                    }
                }
            }
        }

        var weight = WeightsOf(evidence, repeated, votes, vote => assertion[vote]);
        assertion.Release();
        return (cell, weight);
    }

    /// <summary>Weight of each vote while learning, by the assertion it is.</summary>
    private static WeightColumn WeightsOf(Evidence evidence, Column<double> repeated, int votes, Func<int, int> assertionOf) => WeightColumn.OfRuns(votes, evidence.Corpus.Store, (first, weights) =>
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = CopyDiscount.LinkedWeight(evidence, repeated, assertionOf(first + i));
        }
    });

    /// <summary>Weight of the votes of each source, and the sum over its items of the square of what it says on each.</summary>
    private static (double[] Weight, double[] Squares) SumsOf(int sources, int[] sourceOfCell, Column<int> cell, Column<int> firstVote, WeightColumn weight)
    {
        var (sum, squares) = (new double[sources], new double[sources]);
        var (speakers, own, together) = (Array.Empty<int>(), Array.Empty<double>(), Array.Empty<double>());
        for (var item = 0; item < firstVote.Length - 1; item++)
        {
            var (first, count) = (firstVote[item], firstVote[item + 1] - firstVote[item]);
            if (own.Length < count)
            {
                (speakers, own, together) = (new int[count], new double[count], new double[count]);
            }

            weight.CopyTo(first, own.AsSpan(0, count));
            for (var i = 0; i < count; i++)
            {
                speakers[i] = sourceOfCell[cell[first + i]];
            }

            SourceRecords.Together(speakers.AsSpan(0, count), own.AsSpan(0, count), together);
            for (var i = 0; i < count; i++)
            {
                sum[speakers[i]] += own[i];
                squares[speakers[i]] += own[i] * together[i];
            }
        }

        return (sum, squares);
    }
}
