using System.Runtime.CompilerServices;
using Scoring.Storage;

namespace Scoring.Kernels;

/// <summary>The sources as one thread of a pass sees them: what they give, and the hits they get.</summary>
/// <param name="sources">Number of sources.</param>
/// <param name="store">Where the table lies.</param>
internal sealed class SourceTable(int sources, ColumnStore store)
{
    private readonly Column<SourceCell> cells = store.New<SourceCell>(sources);
    private readonly Column<long> moved = store.New<long>(sources);
    private bool hasMoved;

    public Span<SourceCell> Cells => cells.AsSpan();

    /// <summary>Hits of a source since the start of the pass, in units of 1 / <see cref="SourceCell.UnitsPerHit"/>.</summary>
    public long Units(int source) => moved[source] + cells[source].Hits;

    /// <summary>Gives its memory or its files back: nobody may use it afterwards.</summary>
    public void Release()
    {
        cells.Release();
        moved.Release();
    }

    /// <summary>Begins a pass: no source has a hit yet.</summary>
    /// <param name="discrimination">ln A − ln(1 − A) of the reliability A of each source.</param>
    public void Start(ReadOnlySpan<double> discrimination)
    {
        var span = Cells;
        for (var source = 0; source < span.Length; source++)
        {
            span[source] = new SourceCell(discrimination[source]);
        }

        if (hasMoved)
        {
            moved.AsSpan().Clear();
            hasMoved = false;
        }
    }

    /// <summary>Adds to the hits of a source.</summary>
    public void Add(int source, double hits) => Add(ref cells[source], source, (ulong)(hits * SourceCell.UnitsPerHit));

    /// <summary>The same where the cell is at hand.</summary>
    /// <param name="cell">The cell of the source.</param>
    /// <param name="source">Its index.</param>
    /// <param name="units">What to add, in units of 1 / <see cref="SourceCell.UnitsPerHit"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref SourceCell cell, int source, ulong units)
    {
        var sum = cell.Hits + units;
        cell.Hits = (uint)sum;
        if (sum >= SourceCell.Full)
        {
            Move(ref cell, source, sum);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Move(ref SourceCell cell, int source, ulong sum)
    {
        moved[source] += (long)sum;
        cell.Hits = 0;
        hasMoved = true;
    }
}
