using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>
/// The assertions that count, in columns, where all items draw from one small label set: who names which label. A cell is a
/// source with a label that it ever names, so that tables over cells grow with the assertions, not with sources × labels.
/// </summary>
internal sealed class LabelColumns
{
    private readonly Lazy<double[]> cellWeight;
    private readonly Lazy<OneCoinColumns> asClaims;
    private readonly Lazy<WeightColumn> logUnnamed;

    private LabelColumns() => (cellWeight, asClaims, logUnnamed) = (new(CellWeights), new(Claims), new(UnnamedLogs));

    /// <summary>Number of labels, K.</summary>
    public required int Labels { get; init; }

    /// <summary>First vote of each item, then the number of votes.</summary>
    public required int[] FirstVote { get; init; }

    /// <summary>Cell of each vote.</summary>
    public required int[] Cell { get; init; }

    /// <summary>Weight of each vote while learning: rule factors, and what links its source to others; unrelated voices count in full.</summary>
    public required WeightColumn Weight { get; init; }

    /// <summary>Source of each cell.</summary>
    public required int[] SourceOfCell { get; init; }

    /// <summary>Label of each cell.</summary>
    public required int[] LabelOfCell { get; init; }

    /// <summary>Cell of each assertion; −1 where it does not count.</summary>
    public required int[] CellOfAssertion { get; init; }

    /// <summary>Weight of the votes of each source.</summary>
    public required double[] SourceWeight { get; init; }

    /// <summary>Weight of the votes of each cell.</summary>
    public double[] CellWeight => cellWeight.Value;

    /// <summary>The votes as the one-coin pass reads them: a claim is the votes of an item for one label, and cells stand in for sources.</summary>
    public OneCoinColumns AsClaims => asClaims.Value;

    /// <summary>Logarithm of the number of labels that nobody names on each item; −∞ where all are named.</summary>
    public WeightColumn LogUnnamed => logUnnamed.Value;

    public int ItemCount => FirstVote.Length - 1;

    public int CellCount => LabelOfCell.Length;

    public int SourceCount => SourceWeight.Length;

    /// <summary>The columns of a corpus; denials must be absent.</summary>
    /// <remarks>O(assertions). Where every assertion counts, votes and assertions are the same.</remarks>
    public static LabelColumns Of(Evidence evidence)
    {
        var corpus = evidence.Corpus;
        var labels = corpus.SharedLabels.Length;
        var (cells, cellOf) = (new Dictionary<long, int>(), new int[corpus.AssertionCount]);
        var (source, label, votes) = (new List<int>(), new List<int>(), 0);
        var first = new int[corpus.ItemCount + 1];
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                var position = Array.BinarySearch(corpus.SharedLabels, corpus.ValueOfClaim[claim]);
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    cellOf[a] = -1;
                    if (evidence.RuleWeight[a] <= 0 || corpus.Details.StanceOf(a) != Stance.Supports)
                    {
                        continue;
                    }

                    var key = ((long)evidence.Speaker[a] * labels) + position;
                    if (!cells.TryGetValue(key, out var cell))
                    {
                        cells[key] = cell = source.Count;
                        source.Add(evidence.Speaker[a]);
                        label.Add(position);
                    }

                    cellOf[a] = cell;
                    votes++;
                }
            }

            first[item + 1] = votes;
        }

        int[] sources = [.. source];
        var cellsOfVotes = votes == cellOf.Length ? cellOf : Array.FindAll(cellOf, cell => cell >= 0);
        var weight = WeightsOf(evidence, cellOf, votes);
        return new LabelColumns
        {
            Labels = labels,
            FirstVote = first,
            Cell = cellsOfVotes,
            Weight = weight,
            SourceOfCell = sources,
            LabelOfCell = [.. label],
            CellOfAssertion = cellOf,
            SourceWeight = WeightOf(corpus.SourceCount, sources, cellsOfVotes, weight),
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

    private double[] CellWeights()
    {
        var weights = new double[CellCount];
        for (var vote = 0; vote < Cell.Length; vote++)
        {
            weights[Cell[vote]] += Weight[vote];
        }

        return weights;
    }

    private WeightColumn UnnamedLogs() => WeightColumn.Of(
        [.. Enumerable.Range(0, ItemCount).Select(item => Math.Log(Labels - AsClaims.FirstClaim[item + 1] + AsClaims.FirstClaim[item]))]);

    private OneCoinColumns Claims()
    {
        var (firstClaim, firstVote) = (new int[ItemCount + 1], new List<int>());
        for (var item = 0; item < ItemCount; item++)
        {
            for (var vote = FirstVote[item]; vote < FirstVote[item + 1]; vote++)
            {
                if (vote == FirstVote[item] || LabelOfCell[Cell[vote]] != LabelOfCell[Cell[vote - 1]])
                {
                    firstVote.Add(vote);
                }
            }

            firstClaim[item + 1] = firstVote.Count;
        }

        firstVote.Add(Cell.Length);
        return new OneCoinColumns { FirstClaim = firstClaim, FirstAssertion = [.. firstVote], Speaker = Cell, Weight = Weight, Denies = [] };
    }

    private static WeightColumn WeightsOf(Evidence evidence, int[] cellOf, int votes)
    {
        if (votes < cellOf.Length)
        {
            return [.. Enumerable.Range(0, cellOf.Length).Where(a => cellOf[a] >= 0).Select(a => evidence.RuleWeight[a] * evidence.LinkedShare[a])];
        }

        return WeightColumn.Of(evidence.Corpus, (_, first, weight) =>
        {
            for (var i = 0; i < weight.Length; i++)
            {
                weight[i] = evidence.RuleWeight[first + i] * evidence.LinkedShare[first + i];
            }
        });
    }

    private static double[] WeightOf(int sources, int[] sourceOfCell, int[] cell, WeightColumn weight)
    {
        var sum = new double[sources];
        for (var vote = 0; vote < cell.Length; vote++)
        {
            sum[sourceOfCell[cell[vote]]] += weight[vote];
        }

        return sum;
    }
}
