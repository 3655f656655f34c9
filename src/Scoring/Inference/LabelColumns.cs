using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>
/// The assertions that count, in columns, where all items draw from one small label set: who names which label. A cell is a
/// source with a label that it ever names, so that tables over cells grow with the assertions, not with sources × labels.
/// </summary>
internal sealed class LabelColumns
{
    /// <summary>Number of labels, K.</summary>
    public required int Labels { get; init; }

    /// <summary>First vote of each item, then the number of votes.</summary>
    public required int[] FirstVote { get; init; }

    /// <summary>Assertion of each vote.</summary>
    public required int[] Assertion { get; init; }

    /// <summary>Cell of each vote.</summary>
    public required int[] Cell { get; init; }

    /// <summary>Weight of each vote while learning: rule factors, and what links its source to others; unrelated voices count in full.</summary>
    public required double[] Weight { get; init; }

    /// <summary>Source of each cell.</summary>
    public required int[] SourceOfCell { get; init; }

    /// <summary>Label of each cell.</summary>
    public required int[] LabelOfCell { get; init; }

    /// <summary>Cell of each assertion; −1 where it does not count.</summary>
    public required int[] CellOfAssertion { get; init; }

    /// <summary>Weight of the votes of each source.</summary>
    public required double[] SourceWeight { get; init; }

    public int ItemCount => FirstVote.Length - 1;

    public int CellCount => LabelOfCell.Length;

    public int SourceCount => SourceWeight.Length;

    /// <summary>The columns of a corpus; denials must be absent.</summary>
    /// <remarks>O(assertions).</remarks>
    public static LabelColumns Of(Evidence evidence)
    {
        var corpus = evidence.Corpus;
        var position = Array.ConvertAll(corpus.ValueOfClaim, value => Array.BinarySearch(corpus.SharedLabels, value));
        var (cells, cellOf) = (new Dictionary<long, int>(), new int[corpus.AssertionCount]);
        var (source, label) = (new List<int>(), new List<int>());
        var (first, votes) = (new int[corpus.ItemCount + 1], new List<int>(corpus.AssertionCount));
        Array.Fill(cellOf, -1);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    if (evidence.RuleWeight[a] <= 0 || corpus.Details.StanceOf(a) != Stance.Supports)
                    {
                        continue;
                    }

                    var key = ((long)evidence.Speaker[a] * corpus.SharedLabels.Length) + position[claim];
                    if (!cells.TryGetValue(key, out var cell))
                    {
                        cells[key] = cell = source.Count;
                        source.Add(evidence.Speaker[a]);
                        label.Add(position[claim]);
                    }

                    cellOf[a] = cell;
                    votes.Add(a);
                }
            }

            first[item + 1] = votes.Count;
        }

        int[] sources = [.. source];
        var weight = votes.ConvertAll(a => evidence.RuleWeight[a] * evidence.LinkedShare[a]).ToArray();
        var cellsOfVotes = votes.ConvertAll(a => cellOf[a]).ToArray();
        return new LabelColumns
        {
            Labels = corpus.SharedLabels.Length,
            FirstVote = first,
            Assertion = [.. votes],
            Cell = cellsOfVotes,
            Weight = weight,
            SourceOfCell = sources,
            LabelOfCell = [.. label],
            CellOfAssertion = cellOf,
            SourceWeight = WeightOf(corpus.SourceCount, sources, cellsOfVotes, weight),
        };
    }

    /// <summary>The same with the votes of some sources only.</summary>
    /// <param name="isIn">Whether each source is kept; length sources.</param>
    public LabelColumns Of(bool[] isIn)
    {
        var (first, kept) = (new int[FirstVote.Length], new List<int>(Cell.Length));
        for (var item = 0; item < ItemCount; item++)
        {
            for (var vote = FirstVote[item]; vote < FirstVote[item + 1]; vote++)
            {
                if (isIn[SourceOfCell[Cell[vote]]])
                {
                    kept.Add(vote);
                }
            }

            first[item + 1] = kept.Count;
        }

        var (cell, weight) = (kept.ConvertAll(vote => Cell[vote]).ToArray(), kept.ConvertAll(vote => Weight[vote]).ToArray());
        return new LabelColumns
        {
            Labels = Labels,
            FirstVote = first,
            Assertion = [.. kept.ConvertAll(vote => Assertion[vote])],
            Cell = cell,
            Weight = weight,
            SourceOfCell = SourceOfCell,
            LabelOfCell = LabelOfCell,
            CellOfAssertion = CellOfAssertion,
            SourceWeight = WeightOf(SourceCount, SourceOfCell, cell, weight),
        };
    }

    private static double[] WeightOf(int sources, int[] sourceOfCell, int[] cell, double[] weight)
    {
        var sum = new double[sources];
        for (var vote = 0; vote < cell.Length; vote++)
        {
            sum[sourceOfCell[cell[vote]]] += weight[vote];
        }

        return sum;
    }
}
