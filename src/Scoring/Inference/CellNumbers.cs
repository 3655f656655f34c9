namespace Scoring.Inference;

/// <summary>Numbers the cells, a source with a label that it names, as they come: along those of one source, which are few.</summary>
/// <param name="sources">Number of sources.</param>
internal sealed class CellNumbers(int sources)
{
    private readonly int[] latest = [.. Enumerable.Repeat(-1, sources)];
    private readonly List<(int Source, int Label, int Before)> cells = [];

    /// <summary>Source of each cell.</summary>
    public int[] Sources => [.. cells.Select(cell => cell.Source)];

    /// <summary>Label of each cell.</summary>
    public int[] Labels => [.. cells.Select(cell => cell.Label)];

    /// <summary>The cell of a source with a label, a new one if need be.</summary>
    public int Of(int source, int label)
    {
        for (var cell = latest[source]; cell >= 0; cell = cells[cell].Before)
        {
            if (cells[cell].Label == label)
            {
                return cell;
            }
        }

        cells.Add((source, label, latest[source]));
        return latest[source] = cells.Count - 1;
    }
}
